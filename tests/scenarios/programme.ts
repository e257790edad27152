import { applicants, applicantOf } from '../../measures/applicants.ts';
import { processOf } from '../../measures/index.ts';
import { negativeCases, type NegativeCase } from '../../measures/negativeCases.ts';
import { sampleAnswers } from '../../measures/sampleAnswers.ts';
import type { SampleApplicant } from '../../measures/sampleApplicant.ts';
import type { Process } from '../../model/process.ts';
import type { Answers } from '../drivers/driver.ts';
import {
  after, complete, expectClosed, expectData, expectFact, expectNoIncident, expectRefusal, expectSettled, expectSuspended, expectTask, expectWaitingAt, message, scenario, withdraw, workThrough,
  type Line, type Scenario, type WorkAnswers,
} from './scenario.ts';
import { answersFor } from './usualAnswers.ts';

function measureProcess(measure: string): Process {
  const process = processOf(measure);
  if (!process) throw new Error(`There is no measure ${measure}.`);
  return process;
}

/** What everybody answers for an applicant, but for what is said here. */
export function work(applicant: SampleApplicant, otherwise: WorkAnswers = {}): WorkAnswers {
  return { ...Object.fromEntries(Object.entries(sampleAnswers(applicant)).map(([step, answer]) => [step, [answer]])), ...otherwise };
}

/** A scenario of an applicant's own measure, with the world answering as it does for them. */
export function told(name: string, applicant: SampleApplicant, lines: Line[], more: { answers?: Answers; durable?: boolean } = {}): Scenario {
  const process = measureProcess(applicant.measure);
  return scenario(name, process, lines, {
    start: { applicant: { creditCode: applicant.creditCode, name: applicant.name }, declaration: applicant.declaration },
    answers: { ...answersFor(process, applicant), ...more.answers },
    durable: more.durable ?? false,
  });
}

const toPayment = applicants.map((applicant) => {
  const [first = 0] = applicant.instalmentsFen;
  return told(
    `${applicant.measure} ${applicant.name} is paid ${first / 100} yuan of ${applicant.awardFen / 100}`,
    applicant,
    [
      workThrough(work(applicant)),
      expectClosed('disbursed'),
      expectData('supportRule.amountFen', applicant.awardFen),
      expectData('supportRule.instalments', applicant.instalmentsFen),
      expectData('budgetPay.amountFen', first),
      expectFact('asked', 'payment', 1),
      expectFact('asked', 'followOn', applicant.instalmentsFen.length - 1),
      expectNoIncident(),
      expectSettled(),
    ],
    { durable: applicant.measure === 'M01' || applicant.measure === 'M05' },
  );
});

function negative(given: NegativeCase): Scenario {
  const { applicant, expected, earlier } = given;
  const answers = work(applicant, given.answers);
  const objects: Line[] =
    given.objection === undefined
      ? []
      : [workThrough(answers, 'noticePeriod'), after('4 working days'), message('objection', { data: { text: given.objection } }), expectSuspended('objection')];
  const others = earlier
    ? [{ case: 'C-0', applicant: earlier.creditCode, measure: earlier.measure, year: earlier.declaration['year'] ?? 2026, standing: 'open', invoiceNumbers: earlier.declaration['invoiceNumbers'] ?? [] }]
    : [];
  return told(
    `${given.measure} ${given.title.en}: ${expected.outcome} at ${expected.endsAt}`,
    applicant,
    [
      ...objects,
      workThrough(answers),
      expectClosed(expected.outcome),
      expectFact('entered', expected.endsAt),
      expected.amountFen === 0 ? expectFact('asked', 'payment', 0) : expectData('budgetPay.amountFen', expected.amountFen),
      ...(expected.rule === undefined ? [] : [expectData('eligibility.ruleId', expected.rule)]),
    ],
    { answers: { noDoubleFunding: { succeeds: { cases: others } } }, durable: given.id === 'areaTooSmall' },
  );
}

/** The fictional applicant of a measure; that there is one is a matter of the sample data. */
export function sampleOf(measure: string): SampleApplicant {
  const applicant = applicantOf(measure);
  if (!applicant) throw new Error(`There is no sample applicant of ${measure}.`);
  return applicant;
}

const m07 = sampleOf('M07');
const why = (outcome: string) => [{ outcome, data: {}, reason: '已核实' }];
const account = { bankAccount: '9990000000000199', bankAccountName: m07.name, clearingNumber: '999584000018' };

const byways: Scenario[] = [
  told('the register is down: one person lets the applicant pass on papers, another confirms', m07, [
    complete('identityOverride', 'override', { data: { reason: '执照原件已核对' } }),
    expectTask('confirmOverride', { role: 'reviewer' }),
    expectRefusal('reasonMissing', complete('confirmOverride', 'confirm')),
    complete('confirmOverride', 'confirm', { data: { reason: '同意' } }),
    workThrough(work(m07)),
    expectClosed('disbursed'),
    expectData('budgetPay.amountFen', m07.awardFen),
  ], { answers: { businessRegister: { fails: 'unreachable' } } }),
  told('a correction that lapses is extended once, then comes', m07, [
    complete('formCheck', 'return', { data: { reason: '缺商标证' } }),
    after('5 working days'),
    complete('lapseDecision', 'extend', { data: { reason: '申报人申请延期' } }),
    workThrough(work(m07)),
    expectClosed('disbursed'),
  ]),
  told('a correction that never comes lapses', m07, [complete('formCheck', 'return', { data: { reason: '缺商标证' } }), after('5 working days'), complete('lapseDecision', 'close', { data: { reason: '逾期' } }), expectClosed('lapsed'), expectSettled(false)]),
  told('the budget is short, is supplied, and the award goes on', m07, [workThrough(work(m07, { budgetShort: why('retry') })), expectFact('failed', 'budgetReserve'), expectClosed('disbursed')], {
    answers: { budgetReserve: [{ fails: 'budgetInsufficient' }, { succeeds: { posted: true } }] },
  }),
  told('the budget is short for good', m07, [workThrough(work(m07, { budgetShort: why('refuse') })), expectClosed('refused'), expectFact('asked', 'payment', 0)], { answers: { budgetReserve: { fails: 'budgetInsufficient' } } }),
  told('an account in another name is corrected before money is released', m07, [
    workThrough(work(m07, { correctAccount: [{ outcome: 'submit', data: account }] })),
    expectData('declaration.bankAccount', account.bankAccount),
    expectFact('asked', 'budgetCommit', 1),
    expectClosed('disbursed'),
  ], { answers: { bankAccountName: [{ succeeds: { exists: true, matches: false } }, { succeeds: { exists: true, matches: true } }] } }),
  told('a report that is confirmed ends the case, whatever else was objected', m07, [
    workThrough(work(m07), 'noticePeriod'),
    message('objection'),
    message('report', { as: 'citizen-1' }),
    expectSuspended('objection', 'report'),
    complete('answerReport', 'confirmed'),
    expectClosed('refused'),
    expectFact('entered', 'endRefusedForBreach'),
    expectSettled(),
  ]),
  told('an objection that is rejected lets the notice run on', m07, [
    workThrough(work(m07), 'noticePeriod'),
    message('objection'),
    expectWaitingAt('publicity', 'noticePeriod', 'answerObjection'),
    workThrough(work(m07, { answerObjection: [{ outcome: 'rejected', data: { answer: '查无此事' } }] })),
    expectClosed('disbursed'),
    expectData('budgetPay.amountFen', m07.awardFen),
  ], { durable: true }),
  told('the applicant withdraws during the notice, and what was reserved is given back', m07, [workThrough(work(m07), 'noticePeriod'), withdraw(), expectClosed('withdrawn'), expectSettled()]),
  told('once the award is issued the applicant cannot withdraw', m07, [workThrough(work(m07), 'releasePayment'), expectRefusal('notWithdrawable', withdraw()), workThrough(work(m07)), expectClosed('disbursed')]),
  told('who checked the form may do nothing else on the case', m07, [
    complete('formCheck', 'accept', { as: { id: 'li', name: '李', roles: ['intakeClerk', 'reviewer', 'decisionMaker', 'finance'] } }),
    workThrough(work(m07), 'review'),
    expectRefusal('separationOfDuties', complete('review', 'pass', { as: { id: 'li', name: '李', roles: ['intakeClerk', 'reviewer', 'decisionMaker', 'finance'] } })),
    workThrough(work(m07), 'decision'),
    expectRefusal('separationOfDuties', complete('decision', 'approve', { as: { id: 'li', name: '李', roles: ['intakeClerk', 'reviewer', 'decisionMaker', 'finance'] } })),
    workThrough(work(m07)),
    expectClosed('disbursed'),
  ]),
  told('a site that is not as declared refuses the case', sampleOf('M01'), [workThrough(work(sampleOf('M01'), { siteCheck: [{ outcome: 'deny', data: { visitedOn: '2026-03-16', matches: false, findings: '无人经营' }, reason: '不属实' }] })), expectClosed('refused'), expectFact('entered', 'endRefusedOnSite')]),
];

/** The programme itself: its 14 sample applicants, its negative cases, and the byways of the path. */
export const programme: { [topic: string]: Scenario[] } = { toPayment, negativeCases: negativeCases.map(negative), byways };

/** The case of a later instalment, which begins with what the first decided. */
export function laterInstalment(applicant: SampleApplicant, instalment: number, decided: Scenario['start']['decided']): Scenario {
  const first = told(`${applicant.measure}: instalment ${instalment}`, applicant, [
    workThrough(work(applicant)),
    expectClosed('disbursed'),
    expectFact('asked', 'publishNotice', 0),
    expectFact('asked', 'registerCheck', 0),
    expectFact('taskOpened', 'review', 1),
    expectData('budgetPay.amountFen', applicant.instalmentsFen[instalment - 1]),
    expectFact('asked', 'followOn', 0),
  ]);
  return { ...first, start: { ...first.start, at: '2026-11-02T09:00:00.000+08:00', instalment, ...(decided ? { decided } : {}) } };
}
