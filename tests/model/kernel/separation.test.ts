import { calendars } from '../../../measures/calendars.ts';
import { describe, expect, test } from 'vitest';
import { advance } from '../../../model/advance.ts';
import type { Actor, CaseState, Deed } from '../../../model/case.ts';
import { mayAccept, mayWorkOn } from '../../../model/mayAccept.ts';
import { kindOf } from '../../../model/steps/index.ts';
import { begin, end, parallel, several, smallProcess, task } from '../../scenarios/smallProcess.ts';
import { usualApplicant } from '../../scenarios/play.ts';

const duties = ['intake', 'review', 'siteCheck', 'decision', 'payment'];
const process = smallProcess(
  [begin(), parallel('split'), duties.map((duty) => task(`${duty}Task`, { duty })), task('freeTask'), several('vote', { role: 'clerk', instances: 3 }), parallel('join'), end()],
  ['begin > split', ...[...duties.map((duty) => `${duty}Task`), 'freeTask', 'vote'].map((id) => `split > ${id} > join`), 'join > done'],
  { separation: [['intake', 'review', 'siteCheck', 'decision'], ['decision', 'payment']] },
);
const clerk: Actor = { id: 'wang', name: '王', roles: ['clerk'] };

const begun = (deeds: Deed[]): CaseState => ({
  ...advance(process, undefined, { event: 'caseStarted', at: '2026-03-02T09:00:00.000+08:00', case: 'C-1', actor: clerk, applicant: usualApplicant, instalment: 1, data: {}, calendar: calendars }).state,
  deeds,
});
const did = (step: string, duty: string | undefined, actor = 'wang', token = `${step}#9`): Deed => ({ step, token, actor, ...(duty === undefined ? {} : { duty }) });
const verdict = (deeds: Deed[], step: string, actor = clerk) =>
  mayAccept(process, begun(deeds), { event: 'taskCompleted', task: step === 'vote' ? 'vote#1.1' : `${step}#1`, actor, outcome: step === 'vote' ? 'agree' : 'done', data: {}, at: '2026-03-02T10:00:00.000+08:00' })?.code ?? 'may';

describe('who did one duty may do another', () => {
  const table: { [done: string]: string[] } = {
    intake: ['intake', 'payment'],
    review: ['review', 'payment'],
    siteCheck: ['siteCheck', 'payment'],
    decision: ['decision'],
    payment: ['intake', 'review', 'siteCheck', 'payment'],
  };
  test.each(duties.flatMap((done) => duties.map((wanted) => [done, wanted, table[done]?.includes(wanted) ? 'may' : 'separationOfDuties'])))('%s, then %s: %s', (done, wanted, expected) => {
    expect(verdict([did(`${done}Task`, done)], `${wanted}Task`)).toBe(expected);
    expect(verdict([did(`${done}Task`, done, 'li')], `${wanted}Task`)).toBe('may');
  });
});

describe('what does not bar', () => {
  test.each([
    ['a deed without a duty', [did('freeTask', undefined)], 'reviewTask'],
    ['a task without a duty', [did('intakeTask', 'intake')], 'freeTask'],
    ['a duty of no set', [did('intakeTask', 'archive')], 'reviewTask'],
    ['the same duty in an earlier visit', [did('reviewTask', 'review')], 'reviewTask'],
    ['a voice of an earlier visit', [did('vote', undefined, 'wang', 'vote#9')], 'vote'],
  ])('%s', (_why, deeds, step) => expect(verdict(deeds, step)).toBe('may'));
});

describe('what does bar', () => {
  test.each([
    ['another voice of the same visit', [did('vote', undefined, 'wang', 'vote#1')], 'vote', clerk, 'separationOfDuties'],
    ['one clash among many deeds', [did('paymentTask', 'payment'), did('freeTask', undefined), did('intakeTask', 'intake')], 'reviewTask', clerk, 'separationOfDuties'],
    ['no role', [], 'reviewTask', { ...clerk, roles: ['officer'] }, 'notAllowed'],
    ['no role, before any clash', [did('intakeTask', 'intake')], 'reviewTask', { ...clerk, roles: [] }, 'notAllowed'],
    ['a clerk who acts for another organisation', [], 'reviewTask', { ...clerk, applicant: '91440300FAKE00021C' }, 'notAllowed'],
  ])('%s', (_why, deeds, step, actor, expected) => expect(verdict(deeds, step, actor)).toBe(expected));

  test('the refusal names the step that bars, in both languages, and mayWorkOn says the same before a task is taken', () => {
    const state = begun([did('intakeTask', 'intake')]);
    const review = process.steps.find((step) => step.id === 'reviewTask');
    const definition = review && kindOf(review).task?.(review);
    if (!definition) throw new Error('The review is a task.');
    const refusal = mayWorkOn(process, state, 'reviewTask#1', definition, clerk);
    expect(refusal?.code).toBe('separationOfDuties');
    expect(refusal?.message.zh).toContain('intakeTask');
    expect(refusal?.message.en).toContain('intakeTask');
  });
});
