import { Validator, type OutputUnit } from '@cfworker/json-schema';
import { bankAccountFault, clearingNumberFault } from '../identifiers/bank.ts';
import { creditCodeFault } from '../identifiers/creditCode.ts';
import { isFen } from '../money.ts';
import type { Json, JsonObject, Text } from '../text.ts';
import { fieldLabel, fieldSchema, pointerKeys, pointerTo } from './fieldLabel.ts';
import { hiddenFields } from './hiddenFields.ts';
import type { JsonSchema } from './jsonSchema.ts';

/** What is wrong with one answer, named by its JSON pointer. */
export interface FormFault {
  pointer: string;
  message: Text;
}

// These only repeat that something inside is wrong.
const containers = new Set(['properties', 'items', 'additionalProperties']);

/**
 * What is wrong with a form's answers: one sentence for each field, in the order in which the form meets them. Empty: nothing. A field that is not
 * asked (`x-visible`) need not be answered, and must not be.
 */
export function validateForm(schema: JsonSchema, answers: JsonObject): FormFault[] {
  const faults = new Map<string, Text>();
  const hidden = hiddenFields(schema, answers);
  const say = (pointer: string, message: Text) => {
    if (!faults.has(pointer) && !hidden.has(pointerKeys(pointer)[0] ?? '')) faults.set(pointer, message);
  };
  // The validator writes names into URIs and throws at half a surrogate pair; no field of ours is named so.
  const broken = Object.keys(answers).find((name) => /\p{Surrogate}/u.test(name));
  if (broken !== undefined) return [{ pointer: '', message: { zh: '有一个字段名不是合法文字，请删去。', en: 'A field has a name that is no valid text; remove it.' } }];
  const { errors } = new Validator({ ...schema }, '2020-12', false).validate(answers);
  for (const error of errors) {
    const pointer = decodeURI(error.instanceLocation.replace(/^#/, ''));
    if (error.keyword === 'required') {
      for (const name of missingOf(fieldSchema(schema, pointer), valueAt(answers, pointer))) {
        const missing = pointerTo(pointer, name);
        const label = fieldLabel(schema, missing);
        say(missing, { zh: `请填写“${label.zh}”。`, en: `Fill in "${label.en}".` });
      }
    } else if (!containers.has(error.keyword)) {
      say(pointer, sentence(error, fieldSchema(schema, pointer) ?? {}, fieldLabel(schema, pointer)));
    }
  }
  checkFormats(schema, answers, '', (pointer, fault) => {
    const label = fieldLabel(schema, pointer);
    say(pointer, { zh: `“${label.zh}”：${fault.zh}`, en: `"${label.en}": ${fault.en}` });
  });
  for (const name of hidden) {
    if (!Object.hasOwn(answers, name)) continue;
    const pointer = pointerTo('', name);
    const label = fieldLabel(schema, pointer);
    faults.set(pointer, { zh: `按所填内容不必填写“${label.zh}”，请清空。`, en: `"${label.en}" is not asked for with these answers; leave it empty.` });
  }
  return [...faults].map(([pointer, message]) => ({ pointer, message }));
}

function missingOf(schema: JsonSchema | undefined, value: Json | undefined): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return (schema?.required ?? []).filter((name) => !Object.hasOwn(value, name));
}

function valueAt(answers: Json, pointer: string): Json | undefined {
  let value: Json | undefined = answers;
  for (const name of pointerKeys(pointer)) {
    if (Array.isArray(value)) value = value[Number(name)];
    else value = typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? value[name] : undefined;
  }
  return value;
}

const typeNames: Record<string, Text> = {
  object: { zh: '一组数据', en: 'a group of fields' },
  array: { zh: '列表', en: 'a list' },
  string: { zh: '文字', en: 'text' },
  integer: { zh: '整数', en: 'a whole number' },
  boolean: { zh: '是或否', en: 'yes or no' },
  null: { zh: '空', en: 'empty' },
};

const formatNames: Record<string, Text> = {
  date: { zh: '存在的日期，如 2026-03-02', en: 'a day that exists, like 2026-03-02' },
  email: { zh: '电子邮箱地址', en: 'an e-mail address' },
  uri: { zh: '网址', en: 'a web address' },
};

function sentence(error: OutputUnit, schema: JsonSchema, label: Text): Text {
  const must = (zh: string, en: string): Text => ({ zh: `“${label.zh}”${zh}。`, en: `"${label.en}" ${en}.` });
  switch (error.keyword) {
    case 'type': {
      const type = typeNames[schema.type ?? ''] ?? { zh: '另一种类型', en: 'of another type' };
      return must(`应为${type.zh}`, `must be ${type.en}`);
    }
    case 'minimum': return must(`不能小于 ${bound(schema.minimum, schema)}`, `must not be less than ${bound(schema.minimum, schema)}`);
    case 'maximum': return must(`不能大于 ${bound(schema.maximum, schema)}`, `must not be more than ${bound(schema.maximum, schema)}`);
    case 'minLength': return must(`至少 ${schema.minLength} 个字`, `needs at least ${schema.minLength} characters`);
    case 'maxLength': return must(`至多 ${schema.maxLength} 个字`, `may have at most ${schema.maxLength} characters`);
    case 'minItems': return must(`至少 ${schema.minItems} 项`, `needs at least ${schema.minItems} entries`);
    case 'maxItems': return must(`至多 ${schema.maxItems} 项`, `may have at most ${schema.maxItems} entries`);
    case 'uniqueItems': return must('有重复项，请删去', 'has entries that stand twice; remove them');
    case 'enum': return must('不在可选范围内，请重新选择', 'is not one of the choices; choose again');
    case 'const': return must('须为规定的值', 'must be the one value the form asks for');
    case 'pattern': return must('格式不对，请核对', 'is not written as the form asks; check it');
    case 'format': {
      const format = formatNames[schema.format ?? ''] ?? { zh: '规定的格式', en: 'in the form asked for' };
      return must(`应为${format.zh}`, `must be ${format.en}`);
    }
    case 'false': return must('不是本表单的字段，请删去', 'is no field of this form; remove it');
    default: return must('填写有误，请核对', 'is not valid; check it');
  }
}

function bound(value: number | undefined, schema: JsonSchema): string {
  return schema['x-format'] === 'fen' && value !== undefined ? `${value / 100} 元` : String(value);
}

function checkFormats(schema: JsonSchema, value: Json, pointer: string, say: (pointer: string, fault: Text) => void): void {
  if (Array.isArray(value)) {
    for (const [index, entry] of value.entries()) checkFormats(schema.items ?? {}, entry, pointerTo(pointer, String(index)), say);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      const own = Object.hasOwn(value, name) ? value[name] : undefined;
      if (own !== undefined) checkFormats(property, own, pointerTo(pointer, name), say);
    }
  } else {
    const fault = formatFault(schema, value);
    if (fault) say(pointer, fault);
  }
}

function formatFault(schema: JsonSchema, value: Json): Text | undefined {
  const format = schema['x-format'];
  if (typeof value === 'number') {
    if (format === 'fen' && !isFen(value)) return { zh: '金额应为不小于 0 的整数分。', en: 'money is a whole number of fen, not below 0.' };
    if (!Number.isSafeInteger(value)) return { zh: '应为整数，且不超过可精确表示的范围。', en: 'it must be a whole number that can be held exactly.' };
  }
  if (typeof value !== 'string') return undefined;
  switch (format) {
    case 'creditCode': return creditCodeFault(value);
    case 'bankAccount': return bankAccountFault(value);
    case 'clearingNumber': return clearingNumberFault(value);
    case 'phone':
      return /^[0-9+][0-9 -]{5,24}$/.test(value) ? undefined : { zh: '电话只含数字、空格和短横线。', en: 'a telephone number has digits, spaces and hyphens only.' };
    default: return undefined;
  }
}
