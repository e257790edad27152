import { begin, end, exclusive, inclusive, smallProcess, step, task } from './smallProcess.ts';
import { complete, expectClosed, expectData, expectFact, expectIncident, expectNoIncident, expectNoTask, expectRefusal, expectTask, resolve, scenario, withdraw, confirmSkip, proposeSkip } from './scenario.ts';

const three = smallProcess(
  [begin(), exclusive('gate'), task('small'), task('large'), task('other'), end()],
  ['begin > gate > small if declaration.amountFen < 100', 'gate > large if declaration.amountFen > 50 and declaration.amountFen < 1000', 'gate > other else', 'small > done', 'large > done', 'other > done'],
);
const noDefault = smallProcess([begin(), exclusive('gate'), task('small'), task('large'), end()], ['begin > gate > small if declaration.amountFen < 100', 'gate > large if declaration.amountFen > 1000', 'small > done', 'large > done']);
const some = smallProcess([begin(), inclusive('gate'), task('a'), task('b'), task('other'), end()], ['begin > gate', 'gate > a if declaration.a', 'gate > b if declaration.b', 'gate > other else', 'a > done', 'b > done', 'other > done']);
const needs = smallProcess([begin(), task('audit', { required: { when: 'declaration.amountFen > 100', rule: 'A-7', reason: { zh: '金额较小', en: 'The amount is small.' } } }), end()], ['begin > audit > done']);
const loop = smallProcess([begin(), exclusive('merge'), exclusive('gate'), end()], ['begin > merge > gate > done if declaration.amountFen > 0', 'gate > merge else']);
const table = (hitPolicy: 'unique' | 'first' | 'collectSum') =>
  smallProcess(
    [
      begin(),
      step('businessRuleTask', 'level', {
        table: {
          hitPolicy,
          inputs: [{ id: 'amount', label: { zh: '金额', en: 'Amount' }, expression: 'declaration.amountFen' }],
          outputs: [{ id: 'points', label: { zh: '分', en: 'Points' }, type: 'integer' }],
          rules: [
            { id: 'low', when: ['< 100'], then: [1] },
            { id: 'middle', when: ['[50..500]'], then: [2] },
          ],
        },
      }),
      end(),
    ],
    ['begin > level > done'],
  );
const amountFen = (value: number) => ({ start: { declaration: { amountFen: value } } });

/** Where a case chooses: gateways, tables, and what it does when the data do not say. */
export const choices = [
  scenario('the first condition that holds wins', three, [expectTask('small'), expectNoTask('large'), expectFact('chose', 'gate')], { ...amountFen(70), durable: true }),
  scenario('a later condition is asked when the first does not hold', three, [expectTask('large')], amountFen(100)),
  scenario('the default is taken when nothing else holds', three, [expectTask('other')], amountFen(1_000)),
  scenario('a null in a condition is an incident, never the default; corrected data let the case go on', three, [
    expectIncident('conditionNull', 'gate'),
    expectNoTask(),
    resolve('retry'),
    expectIncident('conditionNull', 'gate'),
    expectRefusal('notAllowed', resolve('retry', { as: 'clerk-1' })),
    expectRefusal('reasonMissing', resolve('correct', { reason: '' })),
    resolve('correct', { data: { declaration: { amountFen: 10 } } }),
    expectNoIncident(),
    expectTask('small'),
    complete('small'),
    expectClosed('completed'),
  ], { durable: true }),
  scenario('a skipped choice takes the default', three, [proposeSkip(), confirmSkip(), expectTask('other'), expectFact('skipped', 'gate')]),
  scenario('nothing holds and there is no default: an incident that cannot be skipped', noDefault, [
    expectIncident('conditionNull', 'gate'),
    expectRefusal('incidentUnknown', proposeSkip()),
    resolve('correct', { data: { declaration: { amountFen: 5_000 } } }),
    expectTask('large'),
    expectRefusal('incidentUnknown', resolve('retry')),
  ], amountFen(500)),
  scenario('an inclusive gateway takes every way that holds', some, [expectTask('a'), expectTask('b'), expectNoTask('other')], { start: { declaration: { a: true, b: true } } }),
  scenario('an inclusive gateway takes its default when none holds', some, [expectTask('other'), expectNoTask('a')], { start: { declaration: { a: false, b: false } } }),
  scenario('an inclusive gateway that cannot tell takes no way at all', some, [expectIncident('conditionNull', 'gate'), expectNoTask()], { start: { declaration: { a: true } } }),
  scenario('whether a step is required is asked again after a correction', needs, [expectIncident('conditionNull', 'audit'), resolve('correct', { data: { declaration: { amountFen: 5 } } }), expectFact('notRequired', 'audit'), expectClosed('completed')]),
  scenario('a runaway loop is an incident, and ends once the data are right', loop, [
    expectIncident('runaway', 'gate'),
    resolve('retry'),
    expectIncident('runaway', 'merge'),
    resolve('correct', { data: { declaration: { amountFen: 1 } } }),
    expectClosed('completed'),
  ], amountFen(0)),
  scenario('a runaway case can be withdrawn', loop, [withdraw(), expectClosed('withdrawn')], amountFen(0)),
  scenario('a table: the first row that hits', table('first'), [expectData('level', { points: 1 }), expectFact('decided', 'level'), expectClosed('completed')], { ...amountFen(70), durable: true }),
  scenario('a table: all rows added up', table('collectSum'), [expectData('level', { points: 3 })], amountFen(70)),
  scenario('a table: one row may hit, and two do', table('unique'), [expectIncident('noRowMatches', 'level')], amountFen(70)),
  scenario('a table: one row may hit, and one does', table('unique'), [expectData('level', { points: 2 })], amountFen(100)),
  scenario('a table: no row hits; corrected data let the case go on', table('first'), [expectIncident('noRowMatches', 'level'), resolve('correct', { data: { declaration: { amountFen: 60 } } }), expectData('level', { points: 1 }), expectClosed('completed')], amountFen(501)),
  scenario('a table that cannot tell is an incident', table('first'), [expectIncident('noRowMatches', 'level')]),
];
