import { describe, expect, it, test } from 'vitest';
import { processSchema, type Process } from '../../../model/process.ts';
import { proveSound } from '../../../model/soundness/proveSound.ts';
import { textSchema } from '../../../model/text.ts';
import { begin, check, end, exclusive, inclusive, inside, listen, onError, onMessage, onTime, parallel, scope, several, smallProcess, step, task, wait } from '../../scenarios/smallProcess.ts';

const twoDays = { duration: 'P2D' };

const good: { [name: string]: Process } = {
  'a start that is an end': smallProcess([begin(), end()], ['begin > done']),
  'a choice and its merge': smallProcess([begin(), exclusive('split'), task('a'), task('b'), exclusive('merge'), end()], ['begin > split', 'split > a if x', 'split > b else', 'a > merge > done', 'b > merge']),
  'two branches and their join': smallProcess([begin(), parallel('split'), task('a'), task('b'), parallel('join'), end()], ['begin > split > a > join > done', 'split > b > join']),
  'two branches that end apart, without an outcome': smallProcess([begin(), parallel('split'), task('a'), task('b'), end(), end('over')], ['begin > split > a > done', 'split > b > over']),
  'a loop with an exit': smallProcess([begin(), exclusive('merge'), task('look'), exclusive('gate'), end()], ['begin > merge > look > gate', 'gate > merge if x', 'gate > done else']),
  'some of three branches and their join': smallProcess([begin(), inclusive('split'), task('a'), task('b'), task('c'), inclusive('join'), end()], ['begin > split', 'split > a if x', 'split > b if y', 'split > c else', 'a > join > done', 'b > join', 'c > join']),
  'an inclusive join inside a loop': smallProcess(
    [begin(), exclusive('merge'), inclusive('split'), task('a'), task('b'), inclusive('join'), exclusive('gate'), end()],
    ['begin > merge > split', 'split > a if x', 'split > b else', 'a > join', 'b > join', 'join > gate', 'gate > merge if x', 'gate > done else'],
  ),
  'a reminder, and another, for the same task': smallProcess([begin(), task('a'), onTime('late', 'a', twoDays, { interrupting: false }), onTime('later', 'a', twoDays, { interrupting: false }), check('remind', 'reminder'), end('reminded'), end()], ['begin > a > done', 'late > remind > reminded', 'later > remind']),
  'a reminder in a loop, still open on the next visit': smallProcess(
    [begin(), exclusive('merge'), task('a'), onTime('late', 'a', twoDays, { interrupting: false }), task('ask'), end('asked'), exclusive('gate'), end('done', { outcome: 'disbursed' })],
    ['begin > merge > a > gate', 'gate > merge if x', 'gate > done else', 'late > ask > asked'],
  ),
  'an interrupting clock inside one of two branches': smallProcess([begin(), parallel('split'), task('a'), task('b'), onTime('late', 'b', twoDays), exclusive('merge'), parallel('join'), end()], ['begin > split > a > join > done', 'split > b > merge > join', 'late > merge']),
  'an objection that suspends, and the task that resumes': smallProcess(
    [begin(), wait('period', twoDays), onMessage('heard', 'period', 'objection', { suspends: true }), task('answer', { whileSuspended: true, resumes: 'objection' }), end('answered'), end()],
    ['begin > period > done', 'heard > answer > answered'],
  ),
  'an error end that takes the rest of its subprocess along': smallProcess(
    [begin(), scope('inner'), ...inside('inner', begin('start'), parallel('split'), task('a'), task('b'), exclusive('gate'), end('breach', { end: 'error', error: 'breach' }), end('fine'), end('over')), onError('caught', 'inner', 'breach'), end('refused', { outcome: 'refused' }), end('done', { outcome: 'disbursed' })],
    ['begin > inner > done', 'start > split > a > gate', 'split > b > over', 'gate > breach if x', 'gate > fine else', 'caught > refused'],
  ),
  'a terminate end with tokens left in a subprocess': smallProcess([begin(), scope('inner'), ...inside('inner', begin('start'), parallel('split'), task('a'), task('b'), end('stop', { end: 'terminate' }), end('over')), end()], ['begin > inner > done', 'start > split > a > stop', 'split > b > over']),
  'a terminate end with tokens left at the top': smallProcess([begin(), parallel('split'), task('a'), task('b'), end('stop', { end: 'terminate', outcome: 'withdrawn' }), end('over')], ['begin > split > a > stop', 'split > b > over']),
  'a subprocess of which one branch ends early': smallProcess([begin(), scope('inner'), ...inside('inner', begin('start'), parallel('split'), task('a'), end('early'), task('b'), end('over')), task('after'), end()], ['begin > inner > after > done', 'start > split > a > early', 'split > b > over']),
  'a subprocess that is empty': smallProcess([begin(), scope('inner'), end()], ['begin > inner > done']),
  'a step that may not be required, with a clock on it': smallProcess([begin(), task('a', { required: { when: 'x', rule: 'r', reason: { zh: '不需要', en: 'Not needed.' } } }), onTime('late', 'a', twoDays), end(), end('lapsed')], ['begin > a > done', 'late > lapsed']),
  'a step that is never required, and what hangs on it alone': smallProcess(
    [begin(), task('a', { required: { when: 'false', rule: 'r', reason: { zh: '不需要', en: 'Not needed.' } } }), onTime('late', 'a', twoDays), task('chase'), end(), end('lapsed')],
    ['begin > a > done', 'late > chase > lapsed'],
  ),
  'several persons, then a check that may fail': smallProcess([begin(), several('vote', {}), check('ask', 'creditDefault'), onError('down', 'ask'), end(), end('failed')], ['begin > vote > ask > done', 'down > failed']),
};

/** What is wrong, as property, cause and place. */
const bad: { [name: string]: { process: Process; finds: string[] } } = {
  'a parallel join after a choice': { process: smallProcess([begin(), exclusive('split'), task('a'), task('b'), parallel('join'), end()], ['begin > split', 'split > a if x', 'split > b else', 'a > join > done', 'b > join']), finds: ['optionToComplete joinWaits join'] },
  'a merge after a parallel split': { process: smallProcess([begin(), parallel('split'), task('a'), task('b'), exclusive('merge'), task('c'), end()], ['begin > split > a > merge > c > done', 'split > b > merge']), finds: ['oneToken secondToken c'] },
  'a parallel split that comes to one end twice': { process: smallProcess([begin(), parallel('split'), task('a'), task('b'), end('done', { outcome: 'disbursed' })], ['begin > split > a > done', 'split > b > done']), finds: ['properCompletion secondOutcome done'] },
  'two ends with different outcomes': { process: smallProcess([begin(), parallel('split'), task('a'), task('b'), end('yes', { outcome: 'disbursed' }), end('no', { outcome: 'refused' })], ['begin > split > a > yes', 'split > b > no']), finds: ['properCompletion secondOutcome yes', 'properCompletion secondOutcome no'] },
  'a loop without an exit': { process: smallProcess([begin(), exclusive('merge'), task('a'), task('b'), exclusive('gate'), task('c'), end()], ['begin > gate', 'gate > merge if x', 'gate > c else', 'merge > a > b > merge', 'c > done']), finds: ['optionToComplete noWay a'] },
  'a loop without a wait': { process: smallProcess([begin(), exclusive('merge'), exclusive('again'), end()], ['begin > merge > again > merge']), finds: ['optionToComplete runaway again', 'noDeadStep neverEntered done'] },
  'a step that nothing leads to': { process: smallProcess([begin(), task('a'), task('b'), end()], ['begin > a > done', 'b > done']), finds: ['noDeadStep neverEntered b'] },
  'a step behind a join of alternatives in both orders': {
    process: smallProcess([begin(), exclusive('split'), task('a'), task('b'), parallel('join'), task('c'), exclusive('merge'), end()], ['begin > split', 'split > a if x', 'split > b else', 'a > merge > done', 'b > merge', 'a > join', 'b > join', 'join > c > merge']),
    finds: ['optionToComplete joinWaits join'],
  },
  'an inclusive split whose branches join as if all came': { process: smallProcess([begin(), inclusive('split'), task('a'), task('b'), parallel('join'), end()], ['begin > split', 'split > a if x', 'split > b else', 'a > join > done', 'b > join']), finds: ['optionToComplete joinWaits join'] },
  'an interrupting clock that leaves one of two branches': { process: smallProcess([begin(), parallel('split'), task('a'), task('b'), onTime('late', 'b', twoDays), parallel('join'), end('lapsed'), end()], ['begin > split > a > join > done', 'split > b > join', 'late > lapsed']), finds: ['optionToComplete joinWaits join'] },
  'a reminder that comes back to the main path': { process: smallProcess([begin(), task('a'), onTime('late', 'a', twoDays, { interrupting: false }), exclusive('merge'), task('b'), end()], ['begin > a > merge > b > done', 'late > merge']), finds: ['oneToken secondToken b'] },
  'a branch still open when the loop comes round': { process: smallProcess([begin(), exclusive('merge'), parallel('split'), task('a'), task('b'), task('c'), parallel('join'), task('look'), exclusive('gate'), end('over'), end()], ['begin > merge > split > a > over', 'split > b > join', 'split > c > join > look > gate', 'gate > merge if x', 'gate > done else']), finds: ['oneToken secondToken a'] },
  'a clock on a task that is taken away at once': {
    process: smallProcess([begin(), scope('inner'), ...inside('inner', begin('start'), parallel('split'), task('a'), onTime('late', 'a', twoDays, { interrupting: false }), end('reminded'), end('over'), end('stop', { end: 'terminate' })), end()], ['begin > inner > done', 'start > split > a > over', 'split > stop', 'late > reminded']),
    finds: ['noDeadStep neverEntered late', 'noDeadStep neverEntered over'],
  },
  'a suspension that nobody ends': { process: smallProcess([begin(), wait('period', twoDays), onMessage('heard', 'period', 'objection', { suspends: true }), task('answer', { resumes: 'objection' }), end('answered'), end()], ['begin > period > done', 'heard > answer > answered']), finds: ['optionToComplete suspended period'] },
  'a reminder that stands still while the rest is over': {
    process: smallProcess([begin(), task('a'), onTime('late', 'a', twoDays, { interrupting: false }), task('ask'), end('asked'), listen('heard', 'objection', { suspends: true }), end()], ['begin > a > heard > done', 'late > ask > asked']),
    finds: ['optionToComplete suspended ask'],
  },
  'an error that nothing catches': { process: smallProcess([begin(), task('a'), end('breach', { end: 'error', error: 'breach' })], ['begin > a > breach']), finds: ['optionToComplete errorUncaught breach'] },
  'no start': { process: smallProcess([task('a'), end()], ['a > done']), finds: ['optionToComplete noStart '] },
  'a flow that leads to no step': { process: smallProcess([begin(), task('a')], ['begin > a > nowhere']), finds: ['optionToComplete flowLost f2'] },
  'a choice without a way': { process: smallProcess([begin(), exclusive('split'), end(), end('other')], ['begin > split > done', 'split > other']), finds: ['optionToComplete noFlow split'] },
  'a boundary on a step that never waits, and one on nothing': { process: smallProcess([begin(), exclusive('pass'), onTime('late', 'pass', twoDays), onError('lost', 'nothing'), end(), end('over')], ['begin > pass > done', 'late > over', 'lost > over']), finds: ['noDeadStep neverEntered late', 'noDeadStep neverEntered lost'] },
  'a subprocess in which a token stays': { process: smallProcess([begin(), scope('inner'), ...inside('inner', begin('start'), exclusive('split'), task('a'), task('b'), parallel('join'), end('over')), end()], ['begin > inner > done', 'start > split', 'split > a if x', 'split > b else', 'a > join > over', 'b > join']), finds: ['optionToComplete joinWaits join'] },
};

describe('sound processes', () => {
  it.each(Object.entries(good))('%s', (_name, process) => {
    const { verdict, findings, markings } = proveSound(process);
    expect(findings.map(({ cause, where, trace }) => `${cause} ${where.step ?? ''} ${trace.map(({ what }) => what.en).join(' | ')}`)).toEqual([]);
    expect(verdict).toBe('sound');
    expect(markings).toBeGreaterThan(0);
  });
});

describe('unsound processes', () => {
  it.each(Object.entries(bad))('%s', (_name, { process, finds }) => {
    const { verdict, findings } = proveSound(process);
    expect(verdict).toBe('unsound');
    expect(findings.map(({ property, cause, where }) => `${property} ${cause} ${where.step ?? where.flow ?? ''}`)).toEqual(finds);
    for (const { message, trace, property } of findings) {
      expect(textSchema.safeParse(message).success).toBe(true);
      expect(message.zh).toMatch(/[。]$/);
      expect(trace.length > 0).toBe(property !== 'noDeadStep');
    }
  });

  test('a counterexample tells what happens, what is chosen, and where the tokens stand', () => {
    const { findings } = proveSound(bad['a parallel join after a choice']?.process as Process); // named above
    expect(findings[0]?.trace).toEqual([
      { what: { zh: '案件开始；“split”走向“a”', en: 'The case begins; “split” leads to “a”' }, act: 'begin', choices: [{ step: 'split', flows: ['f2'], notRequired: false }], tokens: [{ step: 'a', scope: [] }] },
      { what: { zh: '“a”办结', en: '“a” is completed' }, act: 'task', step: 'a', choices: [], tokens: [{ step: 'join', scope: [], via: 'f4' }] },
    ]);
    const inner = proveSound(bad['a subprocess in which a token stays']?.process as Process); // named above
    expect(inner.findings[0]?.trace.at(-1)?.tokens).toEqual([{ step: 'inner', scope: [] }, { step: 'join', scope: ['inner'], via: expect.any(String) }]);
  });
});

describe('the bound', () => {
  const ways = Array.from({ length: 8 }, (_, place) => `w${place}`);
  const wide = (closes: 'all' | 'each'): Process =>
    smallProcess(
      [begin(), parallel('split'), ...ways.map((id) => task(id)), ...ways.map((id) => listen(`${id}Hears`, `m${id}`, { suspends: true })), closes === 'all' ? parallel('join') : exclusive('join'), task('last', { resumes: 'mw0', whileSuspended: true }), end()],
      ['begin > split', ...ways.map((id) => `split > ${id} > ${id}Hears > join`), 'join > last > done'],
    );

  test('when it is reached nothing is called sound, and the proof says so', () => {
    const process = smallProcess([begin(), parallel('split'), ...ways.map((id) => task(id)), parallel('join'), end()], ['begin > split', ...ways.map((id) => `split > ${id} > join`), 'join > done']);
    expect(proveSound(process).verdict).toBe('sound');
    const { verdict, findings, limits } = proveSound(process, { bound: 3 });
    expect([verdict, findings]).toEqual(['unknown', []]);
    expect(limits.at(-1)?.en).toContain('3 markings');
    expect(proveSound(process).limits.length).toBe(limits.length - 1);
  });

  test('what was found until then is told', () => {
    const { verdict, markings } = proveSound(wide('each'), { bound: 2_000 });
    expect(verdict).toBe('unsound');
    expect(markings).toBeLessThan(2_100);
  });
});

test('the same process has the same proof, and it survives JSON', () => {
  for (const { process } of Object.values(bad)) {
    const proof = proveSound(process);
    expect(proveSound(structuredClone(process))).toEqual(proof);
    expect(JSON.parse(JSON.stringify(proof))).toEqual(proof);
  }
});

describe('very broken drafts', () => {
  const broken: { [name: string]: [Process, finds: string[]] } = {
    'nothing at all': [smallProcess([], []), ['noStart ']],
    'a start that leads to itself': [smallProcess([begin()], ['begin > begin']), ['runaway begin']],
    'subprocesses that contain one another, which a case never notices': [smallProcess([scope('a', { parent: 'b' }), scope('b', { parent: 'a' }), begin('c', {}), end()], ['c > a', 'a > b', 'b > done']), []],
    'a subprocess inside itself that begins itself': [smallProcess([scope('self', { parent: 'self' }), ...inside('self', begin('again')), begin(), end()], ['begin > self > done', 'again > self']), ['runaway self']],
    'flows out of an end and into a start': [smallProcess([begin(), end('done'), task('a')], ['begin > done', 'done > a', 'a > begin']), ['neverEntered a']],
    'boundaries on themselves and on nothing, with flows onto them': [smallProcess([begin(), onTime('late', 'late', twoDays), onMessage('heard', 'nobody', 'm'), end()], ['begin > late', 'begin > heard', 'heard > done']), ['neverEntered done']],
    'two steps of one name, two starts': [smallProcess([begin(), begin('other'), task('a'), task('a'), end()], ['begin > a', 'other > a', 'a > done']), ['secondToken a']],
    'a join that waits for itself': [smallProcess([begin(), parallel('join'), end()], ['begin > join', 'begin > join', 'join > join', 'join > done']), ['joinWaits join']],
    'an error that its own end catches': [smallProcess([begin(), step('boundaryError', 'self', { host: 'stop' }), end('stop', { end: 'error' }), task('a')], ['begin > stop', 'self > a', 'ghost > a']), []],
  };

  it.each(Object.entries(broken))('%s', (_name, [process, finds]) => {
    expect(processSchema.safeParse(process).error?.issues ?? []).toEqual([]);
    const { verdict, findings } = proveSound(process, { bound: 3_000 });
    expect(findings.map(({ cause, where }) => `${cause} ${where.step ?? where.flow ?? ''}`)).toEqual(finds);
    expect(verdict).toBe(finds.length > 0 ? 'unsound' : 'sound');
  });
});
