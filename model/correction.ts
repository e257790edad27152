import type { CaseState } from './case.ts';
import { caseSchema } from './caseSchema.ts';
import type { JsonSchema } from './form/jsonSchema.ts';
import { validateForm } from './form/validateForm.ts';
import { indexOf } from './processIndex.ts';
import type { Process } from './process.ts';
import type { Refusal, RefusalCode } from './refusal.ts';
import { stepMovesMoney } from './stepMovesMoney.ts';
import { kindOf, type Step } from './steps/index.ts';
import type { Json, JsonObject, Text } from './text.ts';

const no = (code: RefusalCode, zh: string, en: string, where: string): Refusal => ({ code, message: { zh, en }, where });

const same = (one: Json | undefined, other: Json | undefined): boolean => canonical(one) === canonical(other);
const canonical = (value: Json | undefined): string =>
  JSON.stringify(value, (_name, inner: Json) => (isObject(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner)) ?? '';
const isObject = (value: Json | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Who applies and where the money goes; a correction leaves them as the applicant stated them. */
const identity = new Set(['applicantName', 'creditCode']);
const isIdentity = (name: string, schema: JsonSchema | undefined): boolean => identity.has(name) || schema?.['x-personal'] === true;
/** Amounts of money are named `…Fen` wherever they are no form's own field. */
const isAmount = (name: string, schema: JsonSchema | undefined): boolean => schema?.['x-format'] === 'fen' || name.endsWith('Fen');

/**
 * Why a correction of a stuck case's data is refused, or nothing. It fills in or mends what was declared and what steps
 * contributed, as their schemas allow; it never changes who applies, where the money goes, what a person decided, an amount
 * that a step found, or anything of a step that moves money.
 */
export function correctionFault(process: Process, state: CaseState, data: { [step: string]: Json } | undefined): Refusal | undefined {
  if (!data || Object.keys(data).length === 0) return no('formInvalid', '请填写要更正的数据。', 'Say which data are corrected.', '/data');
  for (const [name, value] of Object.entries(data)) {
    const refusal = partFault(process, state, name, value);
    if (refusal) return refusal;
  }
  return undefined;
}

function partFault(process: Process, state: CaseState, name: string, value: Json): Refusal | undefined {
  const at = `/data/${name}`;
  const step = indexOf(process).steps.get(name);
  const properties = caseSchema(process).properties ?? {};
  const schema = Object.hasOwn(properties, name) && (step !== undefined || name === 'declaration') ? properties[name] : undefined;
  if (!schema) return no('formInvalid', `本流程没有可以更正的数据“${name}”。`, `This process has no data “${name}” that could be corrected.`, at);
  if (step && stepMovesMoney(step)) return no('notAllowed', `“${step.name.zh}”涉及资金，其结果不能更正。`, `“${step.name.en}” posts or pays money; its result cannot be corrected.`, at);
  if (!isObject(value)) return no('formInvalid', '更正内容应为各字段及其值。', 'A correction names fields and their values.', at);
  const fault = validateForm(step ? { ...schema, additionalProperties: false } : schema, value)[0];
  if (fault) return { code: 'formInvalid', message: fault.message, where: `${at}${fault.pointer}` };
  const before = state.data[name];
  const known = isObject(before) ? before : {};
  if (step && kindOf(step).task && before === undefined) return no('notAllowed', `“${step.name.zh}”尚无人办理，不能代为填写。`, `Nobody has done “${step.name.en}” yet, and it cannot be filled in for them.`, at);
  for (const field of new Set([...Object.keys(known), ...Object.keys(value)])) {
    if (!mayChange(process, step, schema, field) && !same(known[field], value[field])) {
      return no('notAllowed', `“${field}”由申报人或经办人确定，不能在处理异常时更改。`, `“${field}” was stated by the applicant or decided by a person, and cannot be changed while an incident is dealt with.`, `${at}/${field}`);
    }
  }
  return undefined;
}

/** Whether a correction may say something else about a field: of what people decided, only their form's answers. */
function mayChange(process: Process, step: Step | undefined, schema: JsonSchema, field: string): boolean {
  if (keeps(step, schema, field)) return false;
  const task = step && kindOf(step).task?.(step);
  return !task || Object.hasOwn(process.forms.find((form) => form.id === task.form)?.schema.properties ?? {}, field);
}

/** One part of a case's data that a correction may mend, with the fields it may. */
export interface CorrectablePart {
  /** `declaration`, or the step that contributed it. */
  part: string;
  title: Text;
  /** The part's own schema, of the fields alone that may be changed. */
  schema: JsonSchema;
}

/** What {@link correctionFault} would let a person mend in a case with this data, for a form to ask. */
export function correctableParts(process: Process, data: CaseState['data']): CorrectablePart[] {
  const all = caseSchema(process).properties ?? {};
  return Object.entries(all).flatMap(([part, schema]) => {
    const step = indexOf(process).steps.get(part);
    if (!step && part !== 'declaration') return [];
    if (step && (stepMovesMoney(step) || (kindOf(step).task && data[part] === undefined))) return [];
    const properties = Object.fromEntries(Object.entries(schema.properties ?? {}).filter(([field]) => mayChange(process, step, schema, field)));
    if (Object.keys(properties).length === 0) return [];
    const title = step?.name ?? { zh: '申报内容', en: 'Declaration' };
    return [{ part, title, schema: { ...schema, properties, ...(schema.required ? { required: schema.required.filter((field) => Object.hasOwn(properties, field)) } : {}) } }];
  });
}

/** Whether a field holds, somewhere in it, what no correction changes. */
function keeps(step: Step | undefined, schema: JsonSchema, field: string): boolean {
  const own = schema.properties && Object.hasOwn(schema.properties, field) ? schema.properties[field] : undefined;
  if (isIdentity(field, own) || (step !== undefined && isAmount(field, own))) return true;
  const inner = own?.items ?? own;
  return inner?.properties !== undefined && Object.keys(inner.properties).some((name) => keeps(step, inner, name));
}
