import { Checkbox, InputNumber, Select } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { KnownDatum } from '../../../model/dataKnownAt.ts';
import type { JsonSchema } from '../../../model/form/jsonSchema.ts';
import { sampleAnswers } from '../../../model/form/sampleAnswers.ts';
import type { FormFault } from '../../../model/form/validateForm.ts';
import { useText } from '../../language/useText.ts';
import { TextInput } from '../inspector/TextInput.tsx';
import { TypedInput } from '../inspector/TypedInput.tsx';
import { ChoiceList } from './ChoiceList.tsx';
import { FieldList } from './FieldList.tsx';
import { VisibleWhen } from './VisibleWhen.tsx';
import { asType, fieldTypes, typeOf, unshownKeywords } from './fieldTypes.ts';
import { withField, withFieldNamed, withKeyword, withRequired } from './fieldEdits.ts';

/** Everything the builder can say of one field. */
export function FieldSettings({ group, name, field, path, conditional, disabled, take, faults, onNamed }: {
  group: JsonSchema;
  name: string;
  field: JsonSchema;
  path: string;
  conditional: boolean;
  disabled: boolean;
  take: (group: JsonSchema, typing?: boolean, field?: string) => boolean;
  faults: readonly FormFault[];
  onNamed: (name: string) => void;
}) {
  const { t } = useTranslation();
  const { text, list } = useText();
  const type = typeOf(field);
  const put = (next: JsonSchema, typing = false, what = '') => take(withField(group, name, next), typing, `${path}#${what}`);
  const words = (zh: 'x-zh' | 'x-help-zh', en: 'x-en' | 'x-help-en') => (field[zh] === undefined && field[en] === undefined ? undefined : { zh: field[zh] ?? '', en: field[en] ?? '' });
  const earlier = useMemo(() => {
    const before: { [name: string]: JsonSchema } = {};
    for (const [own, schema] of Object.entries(group.properties ?? {})) {
      if (own === name) break;
      before[own] = schema;
    }
    return before;
  }, [group, name]);
  const known = useMemo((): KnownDatum[] => Object.entries(earlier).map(([own, schema]) => ({
    path: own, label: { zh: schema['x-zh'] ?? own, en: schema['x-en'] ?? own }, type: schema.type, certain: (group.required?.includes(own) ?? false) && schema['x-visible'] === undefined, ...(schema.enum ? { values: schema.enum } : {}),
  })), [earlier, group]);
  const unshown = unshownKeywords(field);
  const invalid = faults.filter((fault) => fault.pointer === path);
  return (
    <div className="form-field">
      <TextInput label={t('forms.label')} value={words('x-zh', 'x-en')} disabled={disabled} take={(next) => next !== undefined && put({ ...field, 'x-zh': next.zh, 'x-en': next.en }, true, 'label')} />
      <div className="inspector-row">
        <label>{t('forms.name')} <TypedInput whole mono value={name} disabled={disabled} take={(to) => {
          const next = withFieldNamed(group, name, to);
          if (next === group || !take(next)) return false;
          onNamed(to);
          return true;
        }} /></label>
        <label>{t('forms.type')} <Select style={{ minWidth: 180 }} value={type?.type ?? null} placeholder={t('forms.asCode')} disabled={disabled || !type} options={fieldTypes.filter((each) => conditional || each.type !== 'rows').map((each) => ({ value: each.type, label: text(each.name) }))} onChange={(to: string) => {
          const next = fieldTypes.find((each) => each.type === to);
          if (next) put(asType(field, next));
        }} /></label>
        <Checkbox checked={group.required?.includes(name) ?? false} disabled={disabled} onChange={(event) => void take(withRequired(group, name, event.target.checked))}>{t('forms.required')}</Checkbox>
        <Checkbox checked={field['x-personal'] ?? false} disabled={disabled} onChange={(event) => void put(withKeyword(field, 'x-personal', event.target.checked ? true : undefined))}>{t('forms.personal')}</Checkbox>
      </div>
      <div className="inspector-label">{t('forms.help')}</div>
      <TextInput label={t('forms.help')} optional value={words('x-help-zh', 'x-help-en')} disabled={disabled} take={(next) => put(withKeyword(withKeyword(field, 'x-help-zh', next?.zh), 'x-help-en', next?.en), true, 'help')} />
      {type && type.limits.length > 0 && (
        <div className="inspector-row">
          {type.limits.map((limit) =>
            limit === 'pattern' ? (
              <label key={limit}>{t('forms.limit.pattern')} <TypedInput whole mono value={field.pattern ?? ''} disabled={disabled} take={(pattern) => put(withKeyword(field, 'pattern', pattern === '' ? undefined : pattern))} /></label>
            ) : (
              <label key={limit}>{t(`forms.limit.${limit}`)} <InputNumber precision={0} {...(limit === 'minimum' || limit === 'maximum' ? {} : { min: 0 })} value={field[limit] ?? null} disabled={disabled} onChange={(value) => void put(withKeyword(field, limit, value ?? undefined), true, limit)} /></label>
            ),
          )}
        </div>
      )}
      {field['x-format'] === 'fen' && <p className="note">{t('forms.limitFen')}</p>}
      {type?.type === 'choice' && <ChoiceList field={field} disabled={disabled} take={(next, typing) => put(next, typing, 'choices')} />}
      {type?.type === 'choices' && field.items && <ChoiceList field={field.items} disabled={disabled} take={(items, typing) => put({ ...field, items }, typing, 'choices')} />}
      {type?.type === 'rows' && field.items && (
        <fieldset>
          <legend>{t('forms.rowFields')}</legend>
          <FieldList group={field.items} path={`${path}/0`} conditional={false} disabled={disabled} take={(items, typing, what) => put({ ...field, items }, typing, what)} faults={faults} />
        </fieldset>
      )}
      {conditional && <VisibleWhen id={`visible-${name}`} value={field['x-visible']} schema={{ type: 'object', properties: earlier }} known={known} sample={sampleAnswers({ type: 'object', properties: earlier })} disabled={disabled} take={(feel, typing) => put(withKeyword(field, 'x-visible', feel), typing, 'visible')} />}
      {unshown.length > 0 && <p className="note">{t('forms.unshown', { keywords: list(unshown) })}</p>}
      {!type && <pre className="mono">{JSON.stringify(field, null, 2)}</pre>}
      {invalid.length > 0 && <ul className="inspector-problems">{invalid.map((fault, index) => <li key={index} className="is-error">{text(fault.message)}</li>)}</ul>}
    </div>
  );
}
