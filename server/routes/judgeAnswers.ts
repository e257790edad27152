import type { Applicant } from '../../model/case.ts';
import { sameName } from '../../model/identifiers/bank.ts';
import { validateForm } from '../../model/form/validateForm.ts';
import type { JsonSchema } from '../../model/form/jsonSchema.ts';
import type { Json, JsonObject } from '../../model/text.ts';
import { refuse, type BodyFault } from '../refusals.ts';

/** Refuses answers that break their form: `amountInvalid` for an amount that is none, `formInvalid` for everything else; pointers begin at `at`. `letPass` is a credit code that a clerk let pass with a reason. */
export function judgeAnswers(schema: JsonSchema, answers: JsonObject, at: string, letPass?: string): void {
  const amounts = amountFaults(schema, answers, at);
  if (amounts[0]) throw refuse('amountInvalid', amounts[0].message.zh, amounts[0].message.en, amounts[0].pointer, amounts);
  const passed = letPass !== undefined && answers.creditCode === letPass;
  const found = validateForm(schema, answers).filter(({ pointer }) => !(passed && pointer === '/creditCode'));
  const faults = found.map(({ pointer, message }) => ({ pointer: `${at}${pointer}`, message }));
  if (faults[0]) throw refuse('formInvalid', `表单有 ${faults.length} 处需要更正：${faults[0].message.zh}`, `The form has ${faults.length} fault(s): ${faults[0].message.en}`, faults[0].pointer, faults);
}

/** Refuses answers that name another applicant than the case's: nobody declares in another's name, nor changes it in a correction. */
export function judgeIdentity({ creditCode, name }: Applicant, answers: JsonObject, at: string): void {
  if (answers.creditCode !== undefined && answers.creditCode !== creditCode) {
    throw refuse('formInvalid', `表单中的统一社会信用代码与申报单位（${creditCode}）不一致。`, `The credit code in the form is not the applicant’s (${creditCode}).`, `${at}/creditCode`);
  }
  if (typeof answers.applicantName === 'string' && !sameName(answers.applicantName, name)) {
    throw refuse('formInvalid', `表单中的单位名称与申报单位“${name}”不一致。`, `The name in the form is not the applicant’s (“${name}”).`, `${at}/applicantName`);
  }
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
