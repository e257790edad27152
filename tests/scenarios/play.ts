import { expect } from 'vitest';
import { calendars } from '../../measures/calendars.ts';
import { addWorkingDays } from '../../model/calendar/workingDays.ts';
import type { Actor, CaseState, Instant } from '../../model/case.ts';
import { msOf, plusMilliseconds } from '../../model/instant.ts';
import type { Process } from '../../model/process.ts';
import { kindOf } from '../../model/steps/index.ts';
import type { Json } from '../../model/text.ts';
import type { Act, Driver } from '../drivers/driver.ts';
import { usualAnswers } from './usualAnswers.ts';
import type { ActLine, Line, Period, Scenario, Who, WorkAnswers } from './scenario.ts';

/** The applicant of every case that names none. */
export const usualApplicant = { creditCode: '91440300FAKE00013H', name: '龙岗虚构星湖直播园区运营有限公司' };

/** Plays a scenario on a driver; the line at which it goes wrong is named. */
export async function play(scenario: Scenario, driver: Driver): Promise<void> {
  const { start } = scenario;
  const years = start.years;
  try {
    await driver.start({
      process: scenario.process,
      at: start.at ?? '2026-03-02T09:00:00.000+08:00',
      applicant: start.applicant ?? usualApplicant,
      instalment: start.instalment ?? 1,
      data: { declaration: start.declaration ?? {}, ...start.decided },
      calendar: years ? calendars.filter((year) => years.includes(year.year)) : calendars,
      stored: start.stored ?? [],
      answers: { ...usualAnswers, ...scenario.answers },
    });
    for (const [index, line] of scenario.lines.entries()) {
      try {
        await playLine(scenario.process, driver, line);
      } catch (error) {
        throw new Error(`Line ${index + 1}, ${JSON.stringify(line)}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
      }
    }
  } catch (error) {
    await driver.end().catch(() => undefined); // what went wrong first is the story; the end only follows from it
    throw error;
  }
  await driver.end();
}

function person(state: CaseState, who: Who): Actor {
  if (typeof who !== 'string') return who;
  const role = who.slice(0, who.lastIndexOf('-'));
  return { id: who, name: who, roles: [role], ...(role === 'applicant' ? { applicant: state.applicant.creditCode } : {}) };
}

/** What a line does, in the kernel's words; where the line names no task, the first open one of its step. */
export function actOf(process: Process, state: CaseState, line: ActLine): Act {
  switch (line.line) {
    case 'complete': {
      const step = process.steps.find((candidate) => candidate.id === line.step);
      const task = step && kindOf(step).task?.(step);
      if (!task) throw new Error(`The process has no task ${line.step}.`);
      const outcome = line.outcome ?? task.outcomes[0]?.id ?? '';
      const id = line.task ?? state.tasks.find((open) => open.step === line.step)?.task ?? `${line.step}, which is not open`;
      return { event: 'taskCompleted', task: id, actor: person(state, line.as ?? `${task.role}-1`), outcome, data: line.data ?? {} };
    }
    case 'message':
      return { event: 'messageReceived', message: line.message, reference: line.reference ?? 'message-1', actor: person(state, line.as ?? 'applicant-1'), data: line.data ?? {} };
    case 'withdraw':
      return { event: 'caseWithdrawn', actor: person(state, line.as ?? 'applicant-1'), reason: line.reason ?? '不再申报' };
    case 'suspend':
      return { event: 'caseSuspended', actor: person(state, line.as ?? 'administrator-1'), reason: line.reason ?? '核查举报' };
    case 'resume':
      return { event: 'caseResumed', actor: person(state, line.as ?? 'administrator-1'), reason: line.reason ?? '核查完毕' };
    case 'terminate':
      return { event: 'caseTerminated', actor: person(state, line.as ?? 'administrator-1'), reason: line.reason ?? '政策废止' };
    case 'loadCalendar':
      return { event: 'calendarLoaded', actor: person(state, line.as ?? 'administrator-1'), years: line.years, timers: line.timers };
    case 'proposeSkip':
      return { event: 'skipProposed', actor: person(state, line.as ?? 'administrator-1'), incident: incidentAt(state, line.step), reason: line.reason ?? '人工核实' };
    case 'resolve': {
      const incident = incidentAt(state, line.step);
      const act = { event: 'incidentResolved' as const, actor: person(state, line.as ?? 'administrator-1'), incident, how: line.how, reason: line.reason ?? '已核实' };
      return line.data ? { ...act, data: line.data } : act;
    }
  }
}

const incidentAt = (state: CaseState, step: string | undefined): string => state.incidents.find((candidate) => step === undefined || candidate.step === step)?.id ?? 'none';

function later(now: Instant, period: Period): Instant {
  if (period.startsWith('until ')) return period.slice('until '.length);
  const [count = '', ...words] = period.split(' ');
  const unit = words.join(' ');
  if (unit === 'working days') {
    const end = addWorkingDays(calendars, now, Number(count), true);
    if ('missing' in end) throw new Error(`No calendar for ${end.missing.join(', ')}.`);
    return end.at;
  }
  const minutes = { days: 1_440, hours: 60, minutes: 1 }[unit];
  if (minutes === undefined) throw new Error(`${unit} is no unit of time.`);
  return plusMilliseconds(now, Number(count) * minutes * 60_000);
}

function datum(state: CaseState, path: string): Json | undefined {
  let value: Json | undefined = state.data;
  for (const part of path.split('.')) {
    if (Array.isArray(value)) value = value[Number(part)];
    else value = value !== null && typeof value === 'object' ? value[part] : undefined;
  }
  return value;
}

/** More tasks than any honest path of the programme has. */
const mostTasks = 200;

async function workThrough(process: Process, driver: Driver, answers: WorkAnswers, until: string | undefined): Promise<void> {
  for (let done = 0; done < mostTasks; done += 1) {
    const state = await driver.state();
    if (state.closed || state.tokens.some((token) => token.step === until)) return;
    if (state.incidents.length > 0) throw new Error(`An incident: ${state.incidents.map(({ message }) => message.en).join(' ')}`);
    const open = state.tasks[0];
    if (!open) {
      const next = state.timers.flatMap(({ at }) => (at === undefined ? [] : [at])).sort((a, b) => msOf(a) - msOf(b))[0];
      if (next === undefined) throw new Error(`Nothing moves the case any more at ${state.tokens.map((token) => token.id).join(', ')}.`);
      await driver.passTo(next);
      continue;
    }
    const visit = state.tokens.find((token) => token.id === open.token)?.visit ?? 1;
    const given = answers[open.step]?.[visit - 1] ?? answers[open.step]?.at(-1);
    if (!given) throw new Error(`Nobody knows what to answer to ${open.step}.`);
    const voices = state.deeds.filter((deed) => deed.token === open.token).length;
    const as = `${open.role}-${voices + 1}`;
    const data = given.reason === undefined ? given.data : { ...given.data, reason: given.reason };
    const refused = await driver.act(actOf(process, state, { line: 'complete', step: open.step, task: open.task, as, outcome: given.outcome, data }));
    if (refused) throw new Error(`${as} may not complete ${open.task}: ${refused}.`);
  }
  throw new Error(`The case goes round in circles: ${mostTasks} tasks were done.`);
}

async function playLine(process: Process, driver: Driver, line: Line): Promise<void> {
  const state = await driver.state();
  switch (line.line) {
    case 'after':
      return driver.passTo(later(await driver.now(), line.period));
    case 'workThrough':
      return workThrough(process, driver, line.answers, line.until);
    case 'answer':
      return driver.answer(line.check, line.answer);
    case 'expectRefusal':
      expect(await driver.act(actOf(process, state, line.act)), 'code of the refusal').toBe(line.code);
      return;
    case 'expectTask': {
      const tasks = state.tasks.filter((task) => task.step === line.step);
      expect(tasks.length, `open tasks of ${line.step}`).toBe(line.count);
      if (line.role !== undefined) expect(new Set(tasks.map((task) => task.role))).toEqual(new Set([line.role]));
      if (line.due !== undefined) expect(new Set(tasks.map((task) => task.due))).toEqual(new Set([line.due === 'stopped' ? undefined : line.due]));
      if (line.due === 'stopped') expect(tasks.every((task) => task.period !== undefined), 'what was left').toBe(true);
      return;
    }
    case 'expectNoTask':
      expect(state.tasks.filter((task) => line.step === undefined || task.step === line.step).map((task) => task.task), 'open tasks').toEqual([]);
      return;
    case 'expectWaitingAt':
      expect(state.tokens.map((token) => token.step).sort(), 'steps where the case waits').toEqual([...line.steps].sort());
      return;
    case 'expectDeadline':
      expect(state.timers.filter((timer) => timer.step === line.step).map((timer) => timer.at ?? 'stopped'), `clock of ${line.step}`).toEqual([line.at]);
      return;
    case 'expectIncident':
      expect(state.incidents.map(({ code, step }) => ({ code, step })), 'incidents').toContainEqual({ code: line.code, step: line.step });
      return;
    case 'expectNoIncident':
      expect(state.incidents, 'incidents').toEqual([]);
      return;
    case 'expectSuspended':
      expect(state.suspensions.map((suspension) => suspension.reason), 'suspensions').toEqual(line.reasons);
      return;
    case 'expectData':
      expect(datum(state, line.path), line.path).toEqual(line.value);
      return;
    case 'expectFact': {
      const facts = (await driver.trail()).flatMap((entry) => entry.facts);
      const found = facts.filter((fact) => fact.fact === line.fact && (line.step === undefined || ('step' in fact && fact.step === line.step)));
      expect(found.length, `facts “${line.fact}”`).toBe(line.count);
      return;
    }
    case 'expectSettled':
      expect(await driver.settled(), 'ledger settled').toBe(line.settled);
      return;
    case 'expectAskedForYears':
      expect(await driver.yearsAskedFor(), 'missing years that were told').toEqual(line.years);
      return;
    case 'expectOpen':
      expect(state.closed, 'the close').toBeUndefined();
      return;
    case 'expectClosed':
      expect(state.closed?.outcome ?? `open at ${state.tokens.map((token) => token.id).join(', ')}`, 'outcome').toBe(line.outcome);
      return;
    default: {
      const refused = await driver.act(actOf(process, state, line));
      expect(refused, 'the act is refused').toBeUndefined();
    }
  }
}
