import { begin, check, end, exclusive, smallProcess, task } from './smallProcess.ts';
import { complete, expectClosed, expectData, expectFact, expectNoTask, expectRefusal, expectTask, scenario } from './scenario.ts';

const returns = smallProcess(
  [begin(), task('formCheck', { choices: ['accept', 'return!', 'refuse'] }), exclusive('result'), task('correction', { role: 'applicant', writes: 'declaration' }), end(), end('refused', { outcome: 'refused' })],
  ['begin > formCheck > result > done if formCheck.outcome = "accept"', 'result > correction if formCheck.outcome = "return" and visits.formCheck <= 2', 'result > refused else', 'correction > formCheck'],
);
const onlyLarge = smallProcess(
  [
    begin(),
    task('expert', { required: { when: 'declaration.amountFen >= 1000000', rule: 'A-7', reason: { zh: '金额较小', en: 'The amount is small.' } } }),
    check('register', 'creditDefault', { required: { when: 'false', rule: 'A-8', reason: { zh: '本政策不需要', en: 'Not for this measure.' } } }),
    exclusive('gate'),
    end(),
    end('refused', { outcome: 'refused' }),
  ],
  ['begin > expert > register > gate > refused if expert.outcome = "refuse"', 'gate > done else'],
);

/** What one person does: outcomes, loops back, stale answers, steps that are not required. */
export const userTasks = [
  scenario('a correction goes back to the same step, which is then another visit', returns, [
    expectTask('formCheck', { role: 'clerk' }),
    complete('formCheck', 'return', { data: { reason: '缺发票' } }),
    expectNoTask('formCheck'),
    complete('correction', 'done', { data: { invoice: 'A-1' } }),
    expectData('declaration', { projectName: '直播园区', invoice: 'A-1' }),
    expectTask('formCheck'),
    expectRefusal('taskNotOpen', complete('formCheck', 'accept', { task: 'formCheck#1' })),
    expectTask('formCheck'),
    complete('formCheck', 'accept', { task: 'formCheck#2', as: 'clerk-2' }),
    expectData('formCheck.by', 'clerk-2'),
    expectClosed('completed'),
  ], { durable: true, start: { declaration: { projectName: '直播园区' } } }),
  scenario('the same answer twice: the second is refused', returns, [complete('formCheck', 'return', { data: { reason: '缺发票' } }), expectRefusal('taskNotOpen', complete('formCheck', 'return', { task: 'formCheck#1', data: { reason: '缺发票' } })), expectTask('correction')]),
  scenario('two corrections are all there are', returns, [
    complete('formCheck', 'return', { data: { reason: '一' } }),
    complete('correction'),
    complete('formCheck', 'return', { data: { reason: '二' } }),
    complete('correction'),
    complete('formCheck', 'return', { data: { reason: '三' } }),
    expectClosed('refused'),
  ]),
  scenario('an outcome has to be one of the step, and may need a reason', returns, [
    expectRefusal('outcomeUnknown', complete('formCheck', 'approve')),
    expectRefusal('reasonMissing', complete('formCheck', 'return')),
    expectRefusal('reasonMissing', complete('formCheck', 'return', { data: { reason: '  ' } })),
    expectRefusal('notAllowed', complete('formCheck', 'accept', { as: 'reviewer-1' })),
    complete('formCheck', 'accept'),
    expectRefusal('caseClosed', complete('formCheck', 'accept', { task: 'formCheck#1' })),
  ], { durable: true }),
  scenario('a correction is the own applicant’s work, nobody else’s', returns, [
    complete('formCheck', 'return', { data: { reason: '缺发票' } }),
    expectRefusal('notAllowed', complete('correction', 'done', { as: { id: 'other-1', name: '别家', roles: ['applicant'], applicant: '91440300FAKE00021C' } })),
    expectRefusal('notAllowed', complete('correction', 'done', { as: { id: 'other-2', name: '无单位', roles: ['applicant'] } })),
    complete('correction'),
    expectTask('formCheck'),
  ]),
  scenario('a step that is not required is told with its rule and passed, and conditions can read it', onlyLarge, [
    expectFact('notRequired', 'expert'),
    expectFact('entered', 'expert', 0),
    expectFact('asked', 'register', 0),
    expectData('expert', { outcome: 'notRequired' }),
    expectClosed('completed'),
  ], { durable: true, start: { declaration: { amountFen: 999_999 } } }),
  scenario('a step that is required is entered', onlyLarge, [expectFact('notRequired', 'expert', 0), complete('expert'), expectClosed('completed')], { start: { declaration: { amountFen: 1_000_000 } } }),
];
