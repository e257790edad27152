import { Form } from '@rjsf/antd';
import type { RJSFSchema, ValidatorType } from '@rjsf/utils';
import { TranslatableString, replaceStringParameters } from '@rjsf/utils';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { askedAnswers, hiddenFields, withoutFields } from '../../model/form/hiddenFields.ts';
import type { JsonSchema } from '../../model/form/jsonSchema.ts';
import { validateForm, type FormFault } from '../../model/form/validateForm.ts';
import type { JsonObject } from '../../model/text.ts';
import { useText } from '../language/useText.ts';
import { shownFaults, shownFields, shownSchema } from './formShape.ts';
import { widgets } from './widgets.tsx';

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The answers as JSON has them: a field that was cleared is no answer, not an undefined one. */
function answered(data: unknown): JsonObject {
  const plain: unknown = JSON.parse(JSON.stringify(data ?? {}));
  return isObject(plain) ? plain : {};
}

/** What remains of this part's answers once those are let go that are no longer asked. */
function answersHere(schema: JsonSchema, answers: JsonObject, others: JsonObject | undefined): JsonObject {
  const asked = askedAnswers(schema, { ...others, ...answers });
  return Object.fromEntries(Object.entries(answers).filter(([name]) => Object.hasOwn(asked, name)));
}

/** Judges by the kernel's validator, the same as the door; it interprets, so no code is generated in the page. */
function validatorFor(schema: JsonSchema): ValidatorType {
  return {
    validateFormData: () => ({ errors: [], errorSchema: {} }),
    isValid: (part: RJSFSchema, data: unknown) => ('const' in part ? part.const === data : validateForm(schema, answered(data)).length === 0),
    rawValidation: () => ({}),
  };
}

/**
 * A form of the process as the person fills it in; `faults` stand beside their fields. Fields that the answers leave unasked are not shown, and
 * what was answered there is let go. `others`: answers on other pages of the same form, which may decide that.
 */
export function SchemaForm({ id, schema: whole, answers, others, onChange, faults, disabled = false }: {
  id: string;
  schema: JsonSchema;
  answers: JsonObject;
  others?: JsonObject;
  onChange: (answers: JsonObject) => void;
  faults: FormFault[];
  disabled?: boolean;
}) {
  const { t } = useTranslation();
  const { language } = useText();
  // The same object as long as the same fields are asked: the form library would begin anew with every key.
  const hidden = [...hiddenFields(whole, { ...others, ...answers })].join();
  const schema = useMemo(() => withoutFields(whole, new Set(hidden.split(',').filter(Boolean))), [whole, hidden]);
  const validator = useMemo(() => validatorFor(schema), [schema]);
  const shown = useMemo(() => shownSchema(schema, language), [schema, language]);
  const fields = useMemo(() => ({ ...shownFields(schema, language), 'ui:submitButtonOptions': { norender: true } }), [schema, language]);
  const errors = useMemo(() => shownFaults(schema, faults, language), [schema, faults, language]);
  const words: Partial<Record<TranslatableString, string>> = {
    [TranslatableString.AddButton]: t('form.add'),
    [TranslatableString.AddItemButton]: t('form.add'),
    [TranslatableString.RemoveButton]: t('form.remove'),
    [TranslatableString.MoveUpButton]: t('form.up'),
    [TranslatableString.MoveDownButton]: t('form.down'),
  };
  return (
    <Form
      tagName="div"
      idPrefix={id}
      schema={shown}
      uiSchema={fields}
      validator={validator}
      widgets={widgets}
      formData={answers}
      extraErrors={errors}
      // Nothing is answered for the person: an empty field stays empty.
      experimental_defaultFormStateBehavior={{ emptyObjectFields: 'skipDefaults', constAsDefaults: 'never', requiredBooleanDefault: 'skip' }}
      noValidate
      noHtml5Validate
      showErrorList={false}
      disabled={disabled}
      translateString={(string, params) => replaceStringParameters(words[string] ?? string, params)}
      onChange={({ formData }: { formData?: unknown }) => onChange(answersHere(whole, answered(formData), others))}
    />
  );
}
