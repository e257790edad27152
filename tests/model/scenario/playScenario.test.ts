import { describe, expect, test } from 'vitest';
import { calendars } from '../../../measures/calendars.ts';
import { act } from '../../../model/rehearsal/act.ts';
import { openQuestions } from '../../../model/rehearsal/openQuestions.ts';
import { beginRehearsal, toScenario } from '../../../model/rehearsal/rehearsal.ts';
import { replay } from '../../../model/replay.ts';
import { playScenario } from '../../../model/scenario/playScenario.ts';
import { scenarioSchema, type HappeningLine, type Scenario, type ScenarioLine } from '../../../model/scenario/scenario.ts';
import { begin, check, end, exclusive, onMessage, onTime, several, smallProcess, task, wait } from '../../scenarios/smallProcess.ts';

const named = (id: string) => ({ zh: id, en: id });

/** A clerk reviews, the register is asked, ten working days pass, and it is accepted or refused. */
const reviewed = smallProcess(
  [begin(), task('review', { choices: ['pass', 'refuse!'], duty: 'review', due: { workingDays: 5 } }), exclusive('gate'), check('register', 'creditDefault'), wait('notice', { workingDays: 10 }), end('paid', { outcome: 'disbursed' }), end('no', { outcome: 'refused' })],
  ['begin > review > gate', 'gate > register > notice > paid if review.outcome = "pass"', 'gate > no else'],
);
reviewed.flows = reviewed.flows.map((flow) => (flow.from === 'gate' && flow.to === 'register' ? { ...flow, condition: 'review.outcome = "pass"' } : flow.from === 'notice' ? { id: flow.id, from: flow.from, to: flow.to } : flow));

const start: Scenario['start'] = { day: '2026-03-02', applicant: { creditCode: '91440300FAKE00013H', name: '虚构公司' }, declaration: {}, years: [2026] };
const told = (...lines: ScenarioLine[]): Scenario => ({ name: named('story'), start, lines });
const pass: HappeningLine = { line: 'complete', step: 'review', outcome: 'pass', data: {} };
const inOrder: HappeningLine = { line: 'answer', check: 'creditDefault', answer: { succeeds: { barred: false, reason: '' } } };
const play = (scenario: Scenario, process = reviewed) => playScenario(process, scenario, calendars);
const paid = told(
  { line: 'expectTasks', steps: ['review'] },
  pass,
  inOrder,
  { line: 'passWorkingDays', days: 9 },
  { line: 'expectOpen' },
  { line: 'expectNotReached', step: 'paid' },
  { line: 'passWorkingDays', days: 1 },
  { line: 'expectReached', step: 'paid' },
  { line: 'expectClosed', outcome: 'disbursed' },
);

describe('a scenario', () => {
  test('that holds has no fault, and its trail replays word by word', () => {
    const { faults, trail, state } = play(paid);
    expect(faults).toEqual([]);
    expect(replay(reviewed, [...trail]).state).toEqual(state);
  });

  test.each<[string, ScenarioLine, string]>([
    ['tasks that are not there', { line: 'expectTasks', steps: ['review', 'gate'] }, '“gate”'],
    ['a step not reached', { line: 'expectReached', step: 'paid' }, '“review”'],
    ['a step reached', { line: 'expectNotReached', step: 'review' }, '“review”'],
    ['an end', { line: 'expectClosed', outcome: 'disbursed' }, '“disbursed”'],
    ['an amount', { line: 'expectAmount', amountFen: 12_300 }, '123'],
    ['a refusal that does not come', { line: 'expectRefused', code: 'notAllowed', act: { line: 'complete', step: 'review', outcome: 'pass', data: {} } }, 'notAllowed'],
  ])('%s is a fault at its line, and the play goes on', (_what, line, word) => {
    const { faults, state } = play(told(line, pass));
    expect(faults).toMatchObject([{ at: 0 }]);
    for (const language of ['zh', 'en'] as const) expect(faults[0]?.message[language]).toContain(word);
    expect(state.data['review']).toMatchObject({ outcome: 'pass' });
  });

  test.each<[string, HappeningLine]>([
    ['a task that is not open', { line: 'complete', step: 'gate', outcome: 'pass', data: {} }],
    ['an outcome that there is not', { line: 'complete', step: 'review', outcome: 'maybe', data: {} }],
    ['a reason that is missing', { line: 'complete', step: 'review', outcome: 'refuse', data: {} }],
    ['a person without the role', { ...pass, as: { id: 'x', name: 'x', roles: ['officer'] } } as HappeningLine],
    ['an answer nobody waits for', inOrder],
    ['time that runs back', { line: 'passUntil', at: '2026-03-01T09:00:00.000+08:00' }],
    ['a clock that does not run', { line: 'passToNextClock' }],
    ['a message nobody hears', { line: 'message', message: 'objection', data: {} }],
    ['an incident that is not there', { line: 'resolve', step: 'review', how: 'retry', reason: '再试' }],
  ])('%s ends the play at its line', (_what, line) => {
    const { faults, state } = play(told(line, { line: 'expectClosed', outcome: 'disbursed' }));
    expect(faults.map(({ at }) => at)).toEqual([0]);
    expect(state.tasks.map(({ step }) => step)).toEqual(['review']);
  });

  test('breaks where the draft changes what it tells', () => {
    const longer = { ...reviewed, steps: reviewed.steps.map((step) => (step.id === 'notice' && step.kind === 'timerCatchEvent' ? { ...step, wait: { workingDays: 15 } } : step)) };
    expect(play(paid, longer).faults.map(({ at }) => at)).toEqual([7, 8]);
  });

  test('counts working days by the process, over holidays', () => {
    const qingming = told(pass, inOrder, { line: 'passUntil', at: '2026-03-13T23:59:59.000+08:00' }, { line: 'expectOpen' }, { line: 'passUntil', at: '2026-03-14T00:00:00.000+08:00' }, { line: 'expectClosed', outcome: 'disbursed' });
    expect(play(qingming).faults).toEqual([]);
  });

  test('whose calendar is not there says so, and the case waits with an incident', () => {
    const { faults, state } = play({ ...paid, start: { ...start, years: [2026, 2031] } });
    expect(faults[0]).toMatchObject({ at: -1 });
    expect(faults[0]?.message.zh).toContain('2031');
    expect(state.closed?.outcome).toBe('disbursed');
    expect(play({ ...told(), start: { ...start, years: [] } }).state.incidents.map(({ code }) => code)).toEqual(['calendarMissing']);
  });

  test('of several persons is answered by as many colleagues; a suspension stops the clocks', () => {
    const vote = smallProcess([begin(), several('vote', { instances: 3, completion: { rule: 'all' } }), task('after', {}), onMessage('objection', 'after', 'objection', { interrupting: false, suspends: true } as never), task('answer', { resumes: 'objection', whileSuspended: true }), end('done', { outcome: 'disbursed' })], ['begin > vote > after > done', 'objection > answer > done']);
    const agree: ScenarioLine = { line: 'complete', step: 'vote', outcome: 'agree', data: {} };
    const { faults, state } = play(told(agree, agree, agree, { line: 'expectTasks', steps: ['after'] }, { line: 'suspend', reason: '核查' }, { line: 'expectRefused', code: 'caseSuspended', act: { line: 'complete', step: 'after', outcome: 'done', data: {} } }, { line: 'resume', reason: '完毕' }, { line: 'complete', step: 'after', outcome: 'done', data: {} }, { line: 'expectClosed', outcome: 'disbursed' }), vote);
    expect(faults).toEqual([]);
    expect(new Set(state.deeds.filter(({ step }) => step === 'vote').map(({ actor }) => actor)).size).toBe(3);
  });

  test('of a draft whose clocks run out in a circle comes to an end', () => {
    const circle = smallProcess([begin(), wait('tick', { duration: 'PT1M' }), end()], ['begin > tick > tick']);
    const { faults } = play(told({ line: 'passUntil', at: '2040-01-01T00:00:00.000+08:00' }), circle);
    expect(faults).toMatchObject([{ at: 0 }]);
    expect(faults[0]?.message.en).toContain('circle');
  });

  test('of a draft that is not tied together tells what no case can be led through', () => {
    const loose = { ...reviewed, flows: [...reviewed.flows, { id: 'loose', from: 'review', to: 'nowhere' }], steps: reviewed.steps.map((step) => (step.kind === 'serviceTask' ? { ...step, check: 'oracle' } : step)) };
    const { faults } = play(paid, loose);
    expect(faults.filter(({ at }) => at === -1).map(({ message }) => message.en).join(' ')).toMatch(/“register”.*loose/s);
    expect(play(told(), { ...reviewed, steps: [], flows: [] }).faults).toEqual([]);
  });

  test('is well-formed or refused by its schema', () => {
    expect(scenarioSchema.parse(JSON.parse(JSON.stringify(paid)))).toEqual(paid);
    for (const line of [{ line: 'passUntil', at: '2026-02-30T09:00:00.000+08:00' }, { line: 'dance' }, { line: 'complete', step: 'review' }, { ...pass, more: 1 }]) {
      expect(scenarioSchema.safeParse({ ...paid, lines: [line] }).success, JSON.stringify(line)).toBe(false);
    }
    expect(scenarioSchema.safeParse({ ...paid, start: { ...start, day: '2026-13-01' } }).success).toBe(false);
  });
});

describe('a rehearsal', () => {
  const after = (process: typeof reviewed, ...lines: HappeningLine[]) =>
    lines.reduce((rehearsal, line) => {
      const acted = act(rehearsal, line);
      expect(acted.refusal).toBeUndefined();
      return acted.rehearsal;
    }, beginRehearsal(process, start, calendars));

  test('says what the case waits for: tasks with their form, checks with what was asked, clocks, messages', () => {
    const first = beginRehearsal(reviewed, start, calendars);
    expect(openQuestions(first).tasks).toMatchObject([{ task: { step: 'review', due: '2026-03-07T00:00:00.000+08:00' }, definition: { role: 'clerk' } }]);
    const second = after(reviewed, pass);
    expect(openQuestions(second)).toMatchObject({ tasks: [], checks: [{ step: { id: 'register' }, check: { check: 'creditDefault' }, request: { connector: 'creditDefault' } }], clocks: [] });
    const third = after(reviewed, pass, inOrder);
    expect(openQuestions(third)).toMatchObject({ checks: [], clocks: [{ step: { id: 'notice' }, timer: { at: '2026-03-14T00:00:00.000+08:00' } }] });
    const heard = smallProcess([begin(), task('stay'), onMessage('objection', 'stay', 'objection'), onTime('late', 'stay', { workingDays: 2 }), end()], ['begin > stay > done', 'objection > done', 'late > done']);
    expect(openQuestions(beginRehearsal(heard, start, calendars))).toMatchObject({ messages: [{ message: 'objection', step: { id: 'objection' } }], clocks: [{ step: { id: 'late' } }] });
  });

  test('is a value: the one before is as it was, and a refused act changes nothing', () => {
    const before = beginRehearsal(reviewed, start, calendars);
    const kept = JSON.stringify(before);
    act(before, pass);
    const refused = act(before, { line: 'complete', step: 'review', outcome: 'refuse', data: {} });
    expect(JSON.stringify(before)).toBe(kept);
    expect(refused).toMatchObject({ rehearsal: before, refusal: { code: 'reasonMissing' } });
  });

  test('kept as a scenario holds on the draft it was made on, and is data', () => {
    for (const lines of [[], [pass], [pass, inOrder, { line: 'passToNextClock' } as const], [{ line: 'complete', step: 'review', task: 'review#1', outcome: 'refuse', data: { reason: '不符' } } as const]]) {
      const scenario = toScenario(after(reviewed, ...lines), named('kept'));
      expect(scenarioSchema.parse(JSON.parse(JSON.stringify(scenario)))).toEqual(scenario);
      expect(play(scenario).faults).toEqual([]);
    }
    expect(toScenario(after(reviewed, { ...pass, task: 'review#1' } as HappeningLine), named('kept')).lines[0]).toEqual(pass); // the first task of a step needs no name
  });
});
