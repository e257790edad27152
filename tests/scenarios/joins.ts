import { begin, end, exclusive, inclusive, inside, onMessage, parallel, scope, smallProcess, task } from './smallProcess.ts';
import { complete, expectClosed, expectFact, expectNoTask, expectOpen, expectTask, expectWaitingAt, message, scenario } from './scenario.ts';

const allOf = smallProcess([begin(), parallel('split'), task('a'), task('b'), task('c'), parallel('join'), task('next'), end()], ['begin > split > a > join > next > done', 'split > b > join', 'split > c > join']);
const twiceOnOne = smallProcess(
  [begin(), parallel('split'), task('a'), task('b'), task('c'), exclusive('merge'), parallel('join'), task('next'), end()],
  ['begin > split > a > merge > join > next > done', 'split > b > merge', 'split > c > join'],
);
const again = smallProcess(
  [begin(), exclusive('merge'), parallel('split'), task('a'), task('b'), parallel('join'), task('look', { choices: ['fine', 'again'] }), exclusive('gate'), end()],
  ['begin > merge > split > a > join > look > gate > done if look.outcome = "fine"', 'split > b > join', 'gate > merge else'],
);
const someOf = smallProcess(
  [begin(), inclusive('split'), task('a'), task('b'), task('c'), inclusive('join'), task('next'), end()],
  ['begin > split', 'split > a if declaration.a', 'split > b if declaration.b', 'split > c if declaration.c', 'a > join', 'b > join', 'c > join', 'join > next > done'],
);
const withLoop = smallProcess(
  [begin(), inclusive('split'), task('a', { choices: ['fine', 'again'] }), exclusive('gateA'), task('repair'), task('b'), inclusive('join'), task('next'), end()],
  ['begin > split', 'split > a if declaration.a', 'split > b if declaration.b', 'a > gateA > join if a.outcome = "fine"', 'gateA > repair else', 'repair > a', 'b > join', 'join > next > done'],
);
const aroundJoin = smallProcess(
  [begin(), inclusive('split'), task('a'), task('b'), inclusive('join'), task('look', { choices: ['fine', 'again'] }), exclusive('gate'), end()],
  ['begin > split', 'split > a if declaration.a', 'split > b if declaration.b', 'a > join', 'b > join', 'join > look > gate > done if look.outcome = "fine"', 'gate > split else'],
);
const otherEnd = smallProcess(
  [begin(), inclusive('split'), task('a'), task('b', { choices: ['fine', 'drop'] }), exclusive('gateB'), inclusive('join'), task('next'), end(), end('dropped')],
  ['begin > split', 'split > a if declaration.a', 'split > b if declaration.b', 'a > join', 'b > gateB > join if b.outcome = "fine"', 'gateB > dropped else', 'join > next > done'],
);
const eitherFlow = smallProcess(
  [begin(), inclusive('split'), task('a'), task('b', { choices: ['same', 'own'] }), exclusive('gateB'), exclusive('merge'), inclusive('join'), task('next'), end()],
  ['begin > split', 'split > a if declaration.a', 'split > b if declaration.b', 'a > merge > join', 'b > gateB > merge if b.outcome = "same"', 'gateB > join else', 'join > next > done'],
);
const fromBorder = smallProcess(
  [begin(), inclusive('split'), task('a'), onMessage('heard', 'a', 'payment', { interrupting: true }), end('alone'), task('b'), inclusive('join'), task('next'), end()],
  ['begin > split', 'split > a if declaration.a', 'split > b if declaration.b', 'a > alone', 'heard > join', 'b > join', 'join > next > done'],
);
const twoVisits = smallProcess(
  [begin(), parallel('twice'), exclusive('one'), exclusive('two'), exclusive('merge'), scope('part'), inside('part', begin('innerBegin'), parallel('split'), task('a'), task('b'), parallel('join'), task('next'), end('innerEnd')), end()],
  ['begin > twice > one > merge', 'twice > two > merge', 'merge > part > done', 'innerBegin > split > a > join > next > innerEnd', 'split > b > join'],
);
const of = (...ways: string[]) => ({ start: { declaration: { a: ways.includes('a'), b: ways.includes('b'), c: ways.includes('c') } } });

/** Where ways part and meet: parallel and inclusive. */
export const joins = [
  scenario('a parallel join waits for every way', allOf, [complete('a'), complete('c'), expectNoTask('next'), expectWaitingAt('join', 'join', 'b'), complete('b'), expectTask('next'), expectFact('joined', 'join'), complete('next'), expectClosed('completed')], { durable: true }),
  scenario('two tokens on one way count once for a join: the second waits for another round', twiceOnOne, [
    complete('a'),
    complete('b'),
    expectNoTask('next'),
    complete('c'),
    expectTask('next'),
    expectWaitingAt('join', 'next'),
    complete('next'),
    expectOpen(),
    expectFact('joined', 'join', 1),
  ]),
  scenario('a join inside a loop joins each round', again, [
    complete('a'),
    complete('b'),
    complete('look', 'again'),
    expectTask('a'),
    complete('b'),
    expectNoTask('look'),
    complete('a'),
    complete('look', 'fine'),
    expectFact('joined', 'join', 2),
    expectClosed('completed'),
  ], { durable: true }),
  scenario('an inclusive join waits for the ways that were taken', someOf, [expectNoTask('b'), complete('c'), expectNoTask('next'), complete('a'), expectTask('next'), complete('next'), expectClosed('completed')], { ...of('a', 'c'), durable: true }),
  scenario('an inclusive join lets a single way pass', someOf, [complete('b'), expectTask('next')], of('b')),
  scenario('an inclusive join waits for all ways where all were taken', someOf, [complete('a'), complete('b'), expectNoTask('next'), complete('c'), expectTask('next')], of('a', 'b', 'c')),
  scenario('an inclusive join waits for a token that loops before it', withLoop, [
    complete('b'),
    expectNoTask('next'),
    complete('a', 'again'),
    expectNoTask('next'),
    complete('repair'),
    expectNoTask('next'),
    complete('a', 'fine'),
    expectTask('next'),
    expectFact('joined', 'join', 1),
    complete('next'),
    expectClosed('completed'),
  ], { ...of('a', 'b'), durable: true }),
  scenario('an inclusive join that a loop leads back to joins each round', aroundJoin, [complete('b'), complete('a'), complete('look', 'again'), complete('a'), expectNoTask('look'), complete('b'), complete('look', 'fine'), expectFact('joined', 'join', 2), expectClosed('completed')], of('a', 'b')),
  scenario('an inclusive join goes on when the way it waited for turns elsewhere', otherEnd, [complete('a'), expectNoTask('next'), complete('b', 'drop'), expectTask('next'), complete('next'), expectClosed('completed')], of('a', 'b')),
  scenario('an inclusive join does not wait for a token that may also come where one already waits', eitherFlow, [complete('a'), expectTask('next'), complete('b', 'own'), expectTask('next', { count: 2 }), expectFact('joined', 'join', 2)], of('a', 'b')),
  scenario('an inclusive join waits for what may still come from a border', fromBorder, [complete('b'), expectNoTask('next'), message('payment'), expectTask('next'), expectFact('joined', 'join', 1)], of('a', 'b')),
  scenario('an inclusive join stops waiting when the border can come no more', fromBorder, [complete('b'), complete('a'), expectTask('next')], of('a', 'b')),
  scenario('two visits of one subprocess do not join each other', twoVisits, [
    expectTask('a', { count: 2 }),
    complete('a', 'done', { task: 'part#1/a#1' }),
    complete('b', 'done', { task: 'part#2/b#1' }),
    expectNoTask('next'),
    complete('b', 'done', { task: 'part#1/b#1' }),
    expectTask('next'),
    complete('next'),
    expectOpen(),
    complete('a'),
    complete('next'),
    expectClosed('completed'),
  ], { durable: true }),
];
