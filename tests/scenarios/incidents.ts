import type { Process } from '../../model/process.ts';
import { begin, check, end, exclusive, smallProcess, task } from './smallProcess.ts';
import { complete, confirmSkip, expectClosed, expectData, expectFact, expectIncident, expectNoIncident, expectRefusal, expectTask, loadCalendar, proposeSkip, resolve, scenario } from './scenario.ts';

const money = smallProcess([begin(), check('reserve', 'budgetReserve'), check('pay', 'paymentOrder'), end()], ['begin > reserve > pay > done']);
const late = smallProcess([begin(), task('a', { due: { workingDays: 5 } }), end()], ['begin > a > done']);
const register = smallProcess([begin(), check('register', 'creditDefault'), exclusive('gate'), task('good'), task('bad'), end()], ['begin > register > gate > bad if register.barred', 'bad > done', 'gate > good else', 'good > done']);

/** A decision whose answers lack what the gateway after it needs. */
const decided: Process = {
  ...smallProcess([begin(), task('decision', { form: 'decision', choices: ['approve'] }), exclusive('gate'), task('quick'), task('slow'), task('never', { form: 'decision' }), end()], [
    'begin > decision > gate > quick if decision.urgent',
    'gate > slow else',
    'quick > done',
    'slow > never > done',
  ]),
  forms: [
    {
      id: 'declaration',
      name: { zh: '申报', en: 'Declaration' },
      schema: {
        type: 'object',
        properties: {
          applicantName: { type: 'string' },
          creditCode: { type: 'string' },
          bankAccount: { type: 'string', 'x-personal': true },
          costFen: { type: 'integer', 'x-format': 'fen' },
          year: { type: 'integer' },
        },
        required: ['year'],
        additionalProperties: false,
      },
    },
    {
      id: 'decision',
      name: { zh: '审定', en: 'Decision' },
      schema: { type: 'object', properties: { approvedAmountFen: { type: 'integer', 'x-format': 'fen' }, urgent: { type: 'boolean' } }, additionalProperties: false },
    },
  ],
};
const declaration = { applicantName: '龙岗虚构星湖直播园区运营有限公司', creditCode: '91440300FAKE00013H', bankAccount: '40000000000000000001', year: 2026 };
const approved = { approvedAmountFen: 100, outcome: 'approve', by: 'clerk-1', at: '2026-03-02T09:00:00.000+08:00' };
const wrong = (data: NonNullable<Parameters<typeof resolve>[1]>['data']) => resolve('correct', { data });

/** What helping a stuck case on may do, and what it never does. */
export const incidents = [
  scenario('what posts to the ledger is not skipped, whoever agrees, nor is its result set by hand', money, [
    expectIncident('checkFailed', 'reserve'),
    expectRefusal('notAllowed', proposeSkip()),
    expectRefusal('notAllowed', wrong({ reserve: { posted: true, amountFen: 1 } })),
    resolve('retry'),
    expectIncident('checkFailed', 'pay'),
    expectRefusal('notAllowed', proposeSkip()),
    expectRefusal('notAllowed', wrong({ pay: { orderId: 'X', paid: true, paidAt: '2026-03-02' } })),
  ], { durable: true, answers: { budgetReserve: [{ fails: 'unreachable' }, { succeeds: { posted: true } }], paymentOrder: { fails: 'paymentRefused' } } }),
  scenario('what is for a person to do is not skipped', late, [expectIncident('calendarMissing', 'a'), expectRefusal('notAllowed', proposeSkip()), loadCalendar([{ year: 2027, off: ['01-01'], worked: [], source: 'assumed for this scenario' }]), expectTask('a')], { start: { at: '2026-12-28T09:00:00.000+08:00' } }),
  scenario('a proposal may be made anew by who made it, and is gone once the step begins again', register, [
    proposeSkip(),
    proposeSkip({ reason: '换一个理由' }),
    expectFact('skipProposed', 'register', 2),
    resolve('retry'),
    expectIncident('checkFailed', 'register'),
    expectRefusal('separationOfDuties', confirmSkip()),
  ], { answers: { creditDefault: { fails: 'unreachable' } } }),
  scenario('a skipped check is filled in by hand where its result is asked for', register, [
    proposeSkip(),
    confirmSkip({ as: 'administrator-2' }),
    expectIncident('conditionNull', 'gate'),
    expectRefusal('formInvalid', wrong({ register: { barred: 'no' } })),
    expectRefusal('formInvalid', wrong({ register: { barred: false, more: 1 } })),
    expectRefusal('formInvalid', wrong({ register: 'fine' })),
    expectRefusal('formInvalid', wrong({ nobody: { x: 1 } })),
    expectRefusal('formInvalid', wrong({ applicant: { creditCode: 'X' } })),
    expectRefusal('formInvalid', wrong({})),
    expectRefusal('formInvalid', resolve('correct')),
    wrong({ register: { barred: false, reason: '人工查询' } }),
    expectTask('good'),
  ], { answers: { creditDefault: { fails: 'unreachable' } } }),
  scenario('a correction fills in what is missing, and leaves who applies, where the money goes, what was decided and its amount', decided, [
    complete('decision', 'approve', { data: { approvedAmountFen: 100 } }),
    expectIncident('conditionNull', 'gate'),
    ...[
      { ...approved, urgent: true, approvedAmountFen: 1_000_000 },
      { ...approved, urgent: true, outcome: 'refuse' },
      { ...approved, urgent: true, by: 'clerk-2' },
      { urgent: true, outcome: 'approve', by: 'clerk-1', at: approved.at },
    ].map((decision) => expectRefusal(decision.outcome === 'refuse' ? 'formInvalid' : 'notAllowed', wrong({ decision }))),
    expectRefusal('notAllowed', wrong({ never: { approvedAmountFen: 5, outcome: 'done' } })),
    ...[{ ...declaration, creditCode: '91440300FAKE00021C' }, { ...declaration, applicantName: '别家' }, { ...declaration, bankAccount: '40000000000000000002' }].map((changed) => expectRefusal('notAllowed', wrong({ declaration: changed }))),
    expectRefusal('formInvalid', wrong({ declaration: { ...declaration, year: 'this' } })),
    wrong({ declaration: { ...declaration, costFen: 5 } }),
    expectIncident('conditionNull', 'gate'),
    expectData('declaration.costFen', 5),
    wrong({ decision: { ...approved, urgent: true } }),
    expectNoIncident(),
    expectData('decision.approvedAmountFen', 100),
    complete('quick'),
    expectClosed('completed'),
  ], { start: { declaration } }),
];
