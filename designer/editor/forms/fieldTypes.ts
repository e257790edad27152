import type { JsonSchema } from '../../../model/form/jsonSchema.ts';
import type { Text } from '../../../model/text.ts';

/** One kind of field that the builder knows: how it is told in JSON Schema, and which limits make sense for it. */
export interface FieldType {
  type: string;
  name: Text;
  /** The keywords that make a field of this type, and nothing else. */
  keywords: JsonSchema;
  limits: readonly ('minimum' | 'maximum' | 'minLength' | 'maxLength' | 'minItems' | 'maxItems' | 'pattern')[];
}

const ofFormat = (type: string, zh: string, en: string, format: NonNullable<JsonSchema['x-format']>): FieldType => ({ type, name: { zh, en }, keywords: { type: 'string', 'x-format': format }, limits: [] });
const counted = (type: string, zh: string, en: string, format: NonNullable<JsonSchema['x-format']>): FieldType => ({ type, name: { zh, en }, keywords: { type: 'integer', 'x-format': format }, limits: ['minimum', 'maximum'] });

/** Every kind of field of the builder, in the order in which they are offered. */
export const fieldTypes: readonly FieldType[] = [
  { type: 'text', name: { zh: '文字', en: 'Text' }, keywords: { type: 'string' }, limits: ['minLength', 'maxLength', 'pattern'] },
  { type: 'longText', name: { zh: '长文字', en: 'Long text' }, keywords: { type: 'string', 'x-format': 'longText' }, limits: ['minLength', 'maxLength'] },
  { type: 'integer', name: { zh: '整数', en: 'Whole number' }, keywords: { type: 'integer' }, limits: ['minimum', 'maximum'] },
  counted('fen', '金额（分）', 'Money (fen)', 'fen'),
  counted('usd', '美元', 'US dollars', 'usd'),
  counted('squareMetres', '面积（平方米）', 'Area (m²)', 'squareMetres'),
  counted('persons', '人数', 'Persons', 'persons'),
  { type: 'date', name: { zh: '日期', en: 'Date' }, keywords: { type: 'string', format: 'date' }, limits: [] },
  { type: 'yesNo', name: { zh: '是或否', en: 'Yes or no' }, keywords: { type: 'boolean' }, limits: [] },
  { type: 'choice', name: { zh: '单选', en: 'One choice' }, keywords: { type: 'string', enum: ['option1'], 'x-enum-zh': ['选项 1'], 'x-enum-en': ['Option 1'] }, limits: [] },
  {
    type: 'choices', name: { zh: '多选', en: 'Several choices' }, limits: ['minItems', 'maxItems'],
    keywords: { type: 'array', uniqueItems: true, items: { type: 'string', enum: ['option1'], 'x-enum-zh': ['选项 1'], 'x-enum-en': ['Option 1'] } },
  },
  { type: 'words', name: { zh: '多个短文字', en: 'List of texts' }, keywords: { type: 'array', items: { type: 'string', minLength: 1, maxLength: 100 }, maxItems: 200, uniqueItems: true }, limits: ['minItems', 'maxItems'] },
  { type: 'rows', name: { zh: '多行明细', en: 'Rows of fields' }, keywords: { type: 'array', items: { type: 'object', properties: {}, required: [], additionalProperties: false }, maxItems: 200 }, limits: ['minItems', 'maxItems'] },
  { type: 'email', name: { zh: '电子邮箱', en: 'E-mail' }, keywords: { type: 'string', format: 'email' }, limits: [] },
  { type: 'uri', name: { zh: '网址', en: 'Web address' }, keywords: { type: 'string', format: 'uri' }, limits: [] },
  ofFormat('creditCode', '统一社会信用代码', 'Credit code', 'creditCode'),
  ofFormat('bankAccount', '银行账号', 'Bank account', 'bankAccount'),
  ofFormat('clearingNumber', '联行号', 'Clearing number', 'clearingNumber'),
  ofFormat('phone', '电话', 'Telephone', 'phone'),
];

/** The kind of a field; `undefined` where the builder has none for it and it is edited as code. */
export function typeOf(field: JsonSchema): FieldType | undefined {
  if (field.type === 'array') {
    const { items } = field;
    const type = items?.type === 'object' ? 'rows' : items?.type !== 'string' ? undefined : items.enum ? 'choices' : 'words';
    return fieldTypes.find((known) => known.type === type);
  }
  if (field.enum) return field.type === 'string' && field.enum.every((value) => typeof value === 'string') ? fieldTypes.find(({ type }) => type === 'choice') : undefined;
  return fieldTypes.find(({ type, keywords }) => type !== 'choice' && keywords.type !== 'array' && keywords.type === field.type && keywords.format === field.format && keywords['x-format'] === field['x-format']);
}

const ownOfTypes = ['type', 'format', 'x-format', 'enum', 'x-enum-zh', 'x-enum-en', 'items', 'uniqueItems', 'minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems', 'pattern'] as const;
const ofEveryField = new Set<string>([...ownOfTypes, 'x-zh', 'x-en', 'x-help-zh', 'x-help-en', 'x-visible', 'x-personal']);

/** A field made another kind: its words, help and visibility stay, limits that still make sense too, what made it the former kind goes. */
export function asType(field: JsonSchema, to: FieldType): JsonSchema {
  const kept = { ...field };
  for (const keyword of ownOfTypes) if (!to.limits.some((limit) => limit === keyword)) delete kept[keyword];
  delete kept.const;
  delete kept.default;
  const choices = field.enum ?? field.items?.enum;
  const labels = { zh: field['x-enum-zh'] ?? field.items?.['x-enum-zh'], en: field['x-enum-en'] ?? field.items?.['x-enum-en'] };
  if (choices && (to.type === 'choice' || to.type === 'choices')) {
    const own: JsonSchema = { enum: choices, ...(labels.zh ? { 'x-enum-zh': labels.zh } : {}), ...(labels.en ? { 'x-enum-en': labels.en } : {}) };
    return to.type === 'choice' ? { ...kept, type: 'string', ...own } : { ...kept, type: 'array', uniqueItems: true, items: { type: 'string', ...own } };
  }
  return { ...to.keywords, ...kept };
}

/** Keywords of a field that the builder keeps and does not show: they are edited as code. */
export function unshownKeywords(field: JsonSchema): string[] {
  const limits = new Set<string>(typeOf(field)?.limits ?? []);
  const bounds = new Set(['minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems', 'pattern']);
  return Object.keys(field).filter((keyword) => !ofEveryField.has(keyword) || (bounds.has(keyword) && !limits.has(keyword)));
}
