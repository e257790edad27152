import type { CaseState } from '../../case.ts';
import { isSoleTrader } from '../../identifiers/creditCode.ts';
import { maskName, maskOwnNumber, redactText } from '../../identifiers/mask.ts';
import type { Process } from '../../process.ts';
import type { JsonObject } from '../../text.ts';
import { confirmed } from './confirmed.ts';
import { grantedFen } from './grantedFen.ts';
import { jsonAs } from './jsonAs.ts';

/**
 * What the public may read about an award: never a code, telephone or account. A sole trader's name is masked, the contact person's and the
 * sole trader's are masked in the project's name too, and numbers of persons, and every number that the applicant gave as personal,
 * are taken out of it. `amountFen` is the whole award.
 */
export function publicNotice(process: Process, state: CaseState): JsonObject {
  const name = jsonAs.text(confirmed(state, 'applicantName')) || state.applicant.name;
  const contactName = jsonAs.text(confirmed(state, 'contactName'));
  const persons = [...(isSoleTrader(state.applicant.creditCode) ? [name, state.applicant.name] : []), contactName];
  const publicText = (text: string) => {
    const unnamed = persons.filter(Boolean).reduce((so, person) => so.replaceAll(person, maskName(person)), text);
    return redactText(personalNumbers(process, state).reduce(maskOwnNumber, unnamed));
  };
  const desk = process.roles.find((role) => role.id === 'leadOffice')?.name ?? { zh: '主管部门受理窗口', en: 'Desk of the lead office' };
  return {
    applicantName: publicText(name),
    measure: process.measure.number,
    projectName: publicText(jsonAs.text(confirmed(state, 'projectName'))),
    amountFen: jsonAs.whole(grantedFen(state.data)),
    contact: { zh: desk.zh, en: desk.en },
  };
}

/** Personal answers of the declaration, as declared and as confirmed: telephone and account numbers among them. */
function personalNumbers(process: Process, state: CaseState): string[] {
  const fields = process.forms.find((form) => form.id === process.declarationForm)?.schema.properties ?? {};
  const answers = [state.data.declaration, state.data.review].map((each) => jsonAs.object(each));
  return Object.keys(fields).flatMap((name) => (fields[name]?.['x-personal'] ? answers.map((each) => jsonAs.text(Object.hasOwn(each, name) ? each[name] : undefined)) : []));
}
