import { ErrorSchemaBuilder, type ErrorSchema, type RJSFSchema, type UiSchema } from '@rjsf/utils';
import { fieldSchema, pointerKeys, pointerTo } from '../../model/form/fieldLabel.ts';
import type { JsonSchema } from '../../model/form/jsonSchema.ts';
import type { FormFault } from '../../model/form/validateForm.ts';
import type { Language } from '../language/language.ts';

const units: { [format: string]: { zh: string; en: string } } = {
  usd: { zh: '美元', en: 'US$' },
  squareMetres: { zh: '平方米', en: 'm²' },
  persons: { zh: '人', en: 'persons' },
};

const origins = {
  own: { zh: '本区规定', en: 'the district’s own rule' },
  comparable: { zh: '参照其他地区', en: 'from a comparable rule elsewhere' },
  assumed: { zh: '假定默认值', en: 'an assumed default' },
};

function help(schema: JsonSchema, language: Language): string | undefined {
  const parts = [
    schema[`x-help-${language}`] ?? schema.description,
    schema['x-origin'] && origins[schema['x-origin']][language],
    schema['x-personal'] && (language === 'zh' ? '个人或财务信息，仅经办人员可见' : 'personal or financial data, shown only to those who handle the case'),
  ].filter(Boolean);
  return parts.length ? parts.join(language === 'zh' ? '；' : '; ') : undefined;
}

function isWordList(schema: JsonSchema | undefined): boolean {
  return schema?.type === 'array' && schema.items?.type === 'string';
}

function choicesOf(schema: JsonSchema, language: Language): string[] {
  return (schema.enum ?? []).map((value, i) => schema[`x-enum-${language}`]?.[i] ?? String(value));
}

/** A form of ours as the form library shows it, in one language; validity is not its business. */
export function shownSchema(schema: JsonSchema, language: Language, title?: string): RJSFSchema {
  const own = schema[`x-${language}`] ?? schema.title ?? title;
  const note = help(schema, language);
  const shown: RJSFSchema = { ...(own ? { title: own } : {}), ...(note ? { description: note } : {}) };
  if (schema.type) shown.type = schema.type;
  if (schema.format) shown.format = schema.format;
  if (schema.enum) shown.enum = schema.enum;
  if (schema.required) shown.required = schema.required;
  if (schema.properties) shown.properties = Object.fromEntries(Object.entries(schema.properties).map(([name, property]) => [name, shownSchema(property, language, name)]));
  if (schema.items) shown.items = shownSchema(schema.items, language);
  // Several of a few choices are boxes to tick, which the library shows for entries that differ.
  if (schema.items?.enum) shown.uniqueItems = true;
  return shown;
}

/** Which field each part of the form is filled in by. */
export function shownFields(schema: JsonSchema, language: Language): UiSchema {
  const format = schema['x-format'];
  const unit = format && units[format];
  if (format === 'fen') return { 'ui:widget': 'money' };
  if (unit) return { 'ui:widget': 'measured', 'ui:options': { unit: unit[language] } };
  if (schema.type === 'integer') return { 'ui:widget': 'measured' };
  if (format === 'longText') return { 'ui:widget': 'textarea', 'ui:options': { rows: 4 } };
  if (schema.type === 'boolean') return { 'ui:widget': 'yesNo' };
  if (schema.enum) return { 'ui:enumNames': choicesOf(schema, language), 'ui:placeholder': language === 'zh' ? '请选择' : 'Choose' };
  if (schema.items?.enum) return { 'ui:widget': 'checkboxes', items: { 'ui:enumNames': choicesOf(schema.items, language) } };
  if (isWordList(schema)) return { 'ui:widget': 'words' };
  if (schema.properties) return Object.fromEntries(Object.entries(schema.properties).map(([name, property]) => [name, shownFields(property, language)]));
  return schema.items ? { items: shownFields(schema.items, language) } : {};
}

/** Faults where the form library looks for them: by field, each with its sentence; those of a list's words stand at the list. */
export function shownFaults(schema: JsonSchema, faults: FormFault[], language: Language): ErrorSchema {
  const builder = new ErrorSchemaBuilder();
  for (const fault of faults) {
    const path: string[] = [];
    let pointer = '';
    for (const key of pointerKeys(fault.pointer)) {
      if (isWordList(fieldSchema(schema, pointer))) break;
      pointer = pointerTo(pointer, key);
      path.push(key);
    }
    builder.addErrors(fault.message[language], path);
  }
  return builder.ErrorSchema;
}
