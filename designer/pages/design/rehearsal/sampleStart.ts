import { sampleAnswers } from '../../../../model/form/sampleAnswers.ts';
import { isDay } from '../../../../model/instant.ts';
import type { Process } from '../../../../model/process.ts';
import type { ScenarioStart } from '../../../../model/scenario/scenario.ts';

/** For whom a rehearsal is begun: an organisation that does not exist. */
export const sampleApplicant: ScenarioStart['applicant'] = { creditCode: '91440300FAKE00013H', name: '深圳虚构演练企业有限公司' };

/** A declaration to begin with: made up so that the form takes it, in the name of the sample applicant. */
export function sampleDeclaration(process: Process, day: string): ScenarioStart['declaration'] {
  const schema = process.forms.find((form) => form.id === process.declarationForm)?.schema;
  if (!schema) return {};
  const known: ScenarioStart['declaration'] = { applicantName: sampleApplicant.name, creditCode: sampleApplicant.creditCode, bankAccountName: sampleApplicant.name };
  if (isDay(day)) known['year'] = Number(day.slice(0, 4));
  return { ...sampleAnswers(schema), ...Object.fromEntries(Object.entries(known).filter(([name]) => schema.properties && Object.hasOwn(schema.properties, name))) };
}
