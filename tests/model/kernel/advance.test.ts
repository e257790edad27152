import { describe, expect, test } from 'vitest';
import { calendars } from '../../../measures/calendars.ts';
import { advance, mostMoves, type Advance } from '../../../model/advance.ts';
import type { CaseState } from '../../../model/case.ts';
import type { Event } from '../../../model/event.ts';
import type { Process } from '../../../model/process.ts';
import { begin, check, end, exclusive, onMessage, onTime, parallel, several, smallProcess, task, wait } from '../../scenarios/smallProcess.ts';
import { usualApplicant } from '../../scenarios/play.ts';

const at = '2026-03-02T09:00:00.000+08:00';
const clerk = { id: 'wang', name: '王', roles: ['clerk', 'officer'] };
const started: Event = { event: 'caseStarted', at, case: 'C-1', actor: clerk, applicant: usualApplicant, instalment: 1, data: {}, calendar: calendars };
const start = (process: Process): Advance => advance(process, undefined, started);
const then = (process: Process, before: CaseState, event: Event): Advance => advance(process, before, event);
const asked = (next: Advance): string[] => next.effects.map((effect) => `${effect.id} ${effect.effect}`);
const codes = (next: Advance): string[] => next.trail.facts.map((fact) => (fact.fact === 'ignored' ? fact.code : fact.fact));

const one = smallProcess([begin(), task('a'), onTime('late', 'a', { workingDays: 5 }), onMessage('heard', 'a', 'objection', { suspends: true }), task('b', { whileSuspended: true, resumes: 'objection' }), end()], ['begin > a > done', 'late > done', 'heard > b > done']);

describe('effects', () => {
  test('are named by event and place, and come in the order in which they are to start', () => {
    const next = start(one);
    expect(asked(next)).toEqual(['e1.1 startTimer', 'e1.2 openTask']);
    const done = then(one, next.state, { event: 'taskCompleted', at, task: 'a#1', actor: clerk, outcome: 'done', data: {} });
    expect(asked(done)).toEqual(['e2.1 closeTask', 'e2.2 cancelTimer']);
    expect(done.effects).toEqual([
      { id: 'e2.1', effect: 'closeTask', task: 'a#1', how: 'completed' },
      { id: 'e2.2', effect: 'cancelTimer', timer: 'e1.1' },
    ]);
  });

  test('a clock that is stopped is cancelled, and starts again under a new name', () => {
    const first = start(one);
    const suspended = then(one, first.state, { event: 'messageReceived', at, message: 'objection', reference: 'm', actor: clerk, data: {} });
    expect(asked(suspended)).toEqual(['e2.1 cancelTimer', 'e2.2 openTask']);
    const late = then(one, suspended.state, { event: 'timerFired', at, timer: 'e1.1' });
    expect(codes(late)).toEqual(['unknown']);
    const resumed = then(one, late.state, { event: 'taskCompleted', at, task: 'b#1', actor: clerk, outcome: 'done', data: {} });
    expect(asked(resumed)).toEqual(['e4.1 closeTask', 'e4.2 startTimer']);
    expect(resumed.state.timers).toMatchObject([{ id: 'e4.2', at: '2026-03-07T00:00:00.000+08:00' }]);
  });

  test('voices that are not needed any more are taken off the lists as cancelled', () => {
    const process = smallProcess([begin(), several('vote', { completion: { rule: 'any' } }), end()], ['begin > vote > done']);
    const next = then(process, start(process).state, { event: 'taskCompleted', at, task: 'vote#1.2', actor: clerk, outcome: 'agree', data: {} });
    expect(next.effects.map((effect) => (effect.effect === 'closeTask' ? `${effect.task} ${effect.how}` : effect.effect))).toEqual(['vote#1.2 completed', 'vote#1.1 cancelled', 'vote#1.3 cancelled']);
  });

  test('a missing year is asked for by the effect, by year', () => {
    const process = smallProcess([begin(), wait('notice', { workingDays: 5 }), end()], ['begin > notice > done']);
    const next = advance(process, undefined, { ...started, at: '2026-12-28T09:00:00.000+08:00' });
    expect(next.effects).toEqual([{ id: 'e1.1', effect: 'loadCalendar', years: [2027] }]);
  });

  test('a case without calendar asks for the years of its beginning, and takes its first step once it was answered', () => {
    const process = smallProcess([begin(), task('a'), end()], ['begin > a > done']);
    const put = advance(process, undefined, { ...started, calendar: [] });
    expect(put.effects).toEqual([{ id: 'e1.1', effect: 'loadCalendar', years: [2026, 2027], beginning: true }]);
    expect([put.state.tokens, put.state.closed]).toEqual([[], undefined]);
    const begun = then(process, put.state, { event: 'calendarLoaded', at, actor: { id: 'system', name: '系统', roles: ['administrator'] }, years: [], timers: 'keep' });
    expect(begun.state.tasks.map((open) => open.task)).toEqual(['a#1']);
    const withdrawn = then(process, put.state, { event: 'caseWithdrawn', at, actor: { id: 'x', name: 'X', roles: ['applicant'], applicant: started.applicant.creditCode }, reason: '不申报了' });
    expect(withdrawn.state.closed?.outcome).toBe('withdrawn');
  });
});

describe('what comes too late, or to nobody, is told and changes nothing', () => {
  const process = smallProcess([begin(), parallel('split'), check('register', 'creditDefault'), task('a'), parallel('join'), end()], ['begin > split > register > join > done', 'split > a > join']);
  const { state } = start(process);
  const answered = then(process, state, { event: 'effectSucceeded', at, effect: 'e1.1', answer: {} }).state;
  test.each<[string, CaseState, Event, string]>([
    ['a second start', state, started, 'unknown'],
    ['a clock that nobody set', state, { event: 'timerFired', at, timer: 'e9.9' }, 'unknown'],
    ['an answer to no question', state, { event: 'effectSucceeded', at, effect: 'e9.9', answer: {} }, 'unknown'],
    ['a failure of no question', state, { event: 'effectFailed', at, effect: 'e9.9', code: 'x', message: 'x' }, 'unknown'],
    ['the same answer twice', answered, { event: 'effectSucceeded', at, effect: 'e1.1', answer: {} }, 'unknown'],
    ['a task of a step that never opened', state, { event: 'taskCompleted', at, task: 'a#2', actor: clerk, outcome: 'done', data: {} }, 'taskNotOpen'],
    ['a message that nobody expects', state, { event: 'messageReceived', at, message: 'objection', reference: 'm', actor: clerk, data: {} }, 'messageNotExpected'],
  ])('%s', (_what, before, event, code) => {
    const next = then(process, before, event);
    expect(codes(next)).toEqual([code]);
    expect(next.effects).toEqual([]);
    expect(next.state).toEqual({ ...before, seq: before.seq + 1, at: event.at });
  });

  test('an event before the start begins nothing', () => {
    const next = advance(process, undefined, { event: 'timerFired', at, timer: 'e1.1' });
    expect(codes(next)).toEqual(['unknown']);
    expect(next.state).toMatchObject({ seq: 1, tokens: [] });
    expect(next.state.closed).toBeUndefined();
  });
});

test('a loop without a wait stops after so many moves, and is no hang', () => {
  const process = smallProcess([begin(), exclusive('merge'), exclusive('gate'), end()], ['begin > merge > gate > done if false', 'gate > merge else']);
  const next = start(process);
  expect(next.trail.facts.filter((fact) => fact.fact === 'entered')).toHaveLength(mostMoves);
  expect(next.state.incidents).toHaveLength(1);
});

test('of several waiting tokens the one that came first hears the message', () => {
  const process = smallProcess(
    [begin(), parallel('split'), task('a'), task('b'), onMessage('first', 'a', 'payment'), onMessage('second', 'b', 'payment'), end(), end('other')],
    ['begin > split > a > done', 'split > b > done', 'first > other', 'second > other'],
  );
  const next = then(process, start(process).state, { event: 'messageReceived', at, message: 'payment', reference: 'm', actor: clerk, data: {} });
  expect(next.trail.facts.filter((fact) => fact.fact === 'heard')).toEqual([{ fact: 'heard', step: 'first', message: 'payment', reference: 'm' }]);
});
