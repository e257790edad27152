import { validateForm } from '../../model/form/validateForm.ts';
import type { JsonSchema } from '../../model/form/jsonSchema.ts';
import type { Json, JsonObject } from '../../model/text.ts';
import { refuse, type BodyFault } from '../refusals.ts';

/** Refuses answers that break their form: `amountInvalid` for an amount that is none, `formInvalid` for everything else; pointers begin at `at`. */
export function judgeAnswers(schema: JsonSchema, answers: JsonObject, at: string): void {
  const amounts = amountFaults(schema, answers, at);
  if (amounts[0]) throw refuse('amountInvalid', amounts[0].message.zh, amounts[0].message.en, amounts[0].pointer, amounts);
  const faults = validateForm(schema, answers).map(({ pointer, message }) => ({ pointer: `${at}${pointer}`, message }));
  if (faults[0]) throw refuse('formInvalid', `表单有 ${faults.length} 处需要更正：${faults[0].message.zh}`, `The form has ${faults.length} fault(s): ${faults[0].message.en}`, faults[0].pointer, faults);
}

/** Amounts (integer fen) that are negative, have fractions of a fen, or are beyond the safe integers. */
function amountFaults(schema: JsonSchema | undefined, value: Json | undefined, pointer: string): BodyFault[] {
  if (schema?.['x-format'] === 'fen' && typeof value === 'number' && (!Number.isSafeInteger(value) || value < 0)) {
    return [{ pointer, message: { zh: `金额 ${value} 不正确：应为不小于 0 的整数（分）。`, en: `The amount ${value} is invalid: it has to be an integer of fen, not below 0.` } }];
  }
  if (Array.isArray(value)) return value.flatMap((item, index) => amountFaults(schema?.items, item, `${pointer}/${index}`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => amountFaults(Object.hasOwn(schema?.properties ?? {}, name) ? schema?.properties?.[name] : undefined, inner, `${pointer}/${name}`));
}
