import type { CalendarYear } from './calendar/calendarYear.ts';
import { addWorkingDays, remainingWorkingDays } from './calendar/workingDays.ts';
import type { Instant, OpenTask, Period, Timer, Token } from './case.ts';
import { isDay, isInstant, msOf, plusMilliseconds, startOfDay } from './instant.ts';
import { indexOf } from './processIndex.ts';
import type { Process } from './process.ts';
import { kindOf } from './steps/index.ts';
import type { StepBase } from './steps/defineStep.ts';
import { durationMs, type Wait } from './steps/period.ts';
import type { Arrival, Turn } from './turn.ts';

/** Whether a step goes on while its case is suspended: it, its host, or a subprocess around it says so. */
export function goesOnWhileSuspended(process: Process, stepId: string): boolean {
  const index = indexOf(process);
  const seen = new Set<string>(); // in a draft, hosts and subprocesses may go round in a circle
  let id: string | undefined = stepId;
  while (id !== undefined && !seen.has(id)) {
    seen.add(id);
    const step = index.steps.get(id);
    if (!step) return false;
    if (step.whileSuspended) return true;
    id = kindOf(step).attachedTo?.(step) ?? step.parent;
  }
  return false;
}

/** Whether time stands still for a step now. */
export function standsStill(turn: Turn, step: string): boolean {
  return turn.state.suspensions.length > 0 && !goesOnWhileSuspended(turn.process, step);
}

/** When a period that starts at `from` ends. */
export function endOf(calendar: CalendarYear[], from: Instant, period: Period): { at: Instant } | { missing: number[] } {
  if ('milliseconds' in period) return { at: plusMilliseconds(from, period.milliseconds) };
  if ('date' in period) return { at: msOf(period.date) > msOf(from) ? period.date : from };
  if (period.workingDays < 1) return { at: from };
  return addWorkingDays(calendar, from, period.workingDays, period.firstDayCounts);
}

function periodOf(turn: Turn, wait: Wait): Period | undefined {
  if ('duration' in wait) return { milliseconds: durationMs(wait.duration) };
  if ('date' in wait) {
    const date = turn.value(wait.date);
    if (isDay(date)) return { date: startOfDay(date) };
    return isInstant(date) ? { date } : undefined;
  }
  const days = typeof wait.workingDays === 'number' ? wait.workingDays : turn.value(wait.workingDays);
  if (typeof days !== 'number' || !Number.isInteger(days) || days < 0) return undefined;
  return { workingDays: days, firstDayCounts: wait.firstDayCounts ?? turn.process.firstDayCounts };
}

/** Starts the clock of a waiting step for a token; returns when it fires, or nothing where an incident or a suspension holds it. */
export function startClock(turn: Turn, step: StepBase, token: Token, wait: Wait): Instant | undefined {
  const period = periodOf(turn, wait);
  if (!period) {
    turn.incident(token, step.id, 'conditionNull', {
      zh: `“${step.name.zh}”的期限无法从案件数据得出；请更正案件数据后重试。`,
      en: `The deadline of “${step.name.en}” does not follow from the case’s data; correct the data and try again.`,
    });
    return undefined;
  }
  if (standsStill(turn, step.id)) {
    turn.heldClocks += 1;
    turn.state.timers = [...turn.state.timers, { id: `t${turn.state.seq}.${turn.heldClocks}`, step: step.id, token: token.id, startedAt: turn.at, period, remaining: period }];
    return undefined;
  }
  const end = endOf(turn.state.calendar, turn.at, period);
  if ('missing' in end) {
    turn.calendarMissing(token, step.id, end.missing);
    return undefined;
  }
  run(turn, { step: step.id, token: token.id, startedAt: turn.at, period }, end.at);
  return end.at;
}

function run(turn: Turn, timer: Omit<Timer, 'id' | 'at' | 'remaining'>, at: Instant): void {
  const id = turn.effect({ effect: 'startTimer', at });
  turn.state.timers = [...turn.state.timers, { ...timer, id, at }];
  turn.fact({ fact: 'clockStarted', step: timer.step, timer: id, at });
  const step = turn.step(timer.step);
  const token = turn.state.tokens.find((candidate) => candidate.id === timer.token);
  if (token) kindOf(step).clockRuns?.(turn, step, token, at);
}

function left(turn: Turn, period: Period, at: Instant): Period {
  if ('date' in period) return period;
  if ('milliseconds' in period) return { milliseconds: Math.max(0, msOf(at) - msOf(turn.at)) };
  const days = remainingWorkingDays(turn.state.calendar, turn.at, at);
  return { workingDays: 'missing' in days ? period.workingDays : days.days, firstDayCounts: true };
}

/** Stops every running clock of a suspended case and every deadline of its tasks, and keeps what is left of each. */
export function stopClocks(turn: Turn): void {
  turn.state.timers = turn.state.timers.map((timer) => {
    const { at, ...stopped } = timer;
    if (at === undefined || goesOnWhileSuspended(turn.process, timer.step)) return timer;
    turn.effect({ effect: 'cancelTimer', timer: timer.id });
    const remaining = left(turn, timer.period, at);
    turn.fact({ fact: 'clockStopped', step: timer.step, timer: timer.id, remaining: { ...remaining } });
    return { ...stopped, remaining };
  });
  turn.state.tasks = turn.state.tasks.map((task) => {
    const { due, ...stopped } = task;
    // What is overdue stays overdue.
    if (due === undefined || task.period === undefined || msOf(due) <= msOf(turn.at) || goesOnWhileSuspended(turn.process, task.step)) return task;
    const remaining = left(turn, task.period, due);
    turn.fact({ fact: 'dueStopped', step: task.step, task: task.task, remaining: { ...remaining } });
    return { ...stopped, period: remaining, since: turn.at };
  });
}

/** Lets stopped clocks run again for what was left, under new timer ids; from here on what was left is their period. */
export function restartClocks(turn: Turn): void {
  for (const timer of turn.state.timers.filter((candidate) => candidate.at === undefined)) {
    const { id, step, token, remaining } = timer;
    const period = remaining ?? timer.period;
    const end = endOf(turn.state.calendar, turn.at, period);
    if ('missing' in end) {
      const host = turn.state.tokens.find((candidate) => candidate.id === token);
      const told = turn.state.incidents.some((incident) => incident.token === token && incident.step === step);
      if (host && !told) turn.calendarMissing(host, step, end.missing);
      continue;
    }
    turn.state.timers = turn.state.timers.filter((candidate) => candidate.id !== id);
    run(turn, { step, token, startedAt: turn.at, period }, end.at);
  }
  turn.state.tasks = turn.state.tasks.map((task) => (task.due === undefined && task.period !== undefined ? dueFrom(turn, task, turn.at, task.period) : task));
}

/** Until when a task is to be done; where a calendar year is missing, the token rests with an incident instead. */
export function dueOf(turn: Turn, step: StepBase & { due?: { workingDays: number } }, arrival: Arrival): Pick<OpenTask, 'due' | 'period' | 'since'> | 'calendarMissing' {
  if (!step.due) return {};
  const period = { workingDays: step.due.workingDays, firstDayCounts: turn.process.firstDayCounts };
  const end = endOf(turn.state.calendar, turn.at, period);
  if ('missing' in end) {
    turn.calendarMissing(turn.rest(step, arrival, {}), step.id, end.missing);
    return 'calendarMissing';
  }
  return { ...(standsStill(turn, step.id) ? {} : { due: end.at }), period, since: turn.at };
}

/** A task with its deadline computed anew; in a year that is not loaded nothing is due until it is, and the work can be done all the same. */
function dueFrom(turn: Turn, task: OpenTask, since: Instant, period: Period): OpenTask {
  const end = endOf(turn.state.calendar, since, period);
  if ('missing' in end) {
    if (task.due !== undefined || turn.askedYears) return task;
    turn.askedYears = true;
    turn.effect({ effect: 'loadCalendar', years: end.missing });
    return task;
  }
  const passedNow = task.due !== undefined && msOf(task.due) > msOf(turn.at) && msOf(end.at) < msOf(turn.at);
  const due = passedNow ? turn.at : end.at;
  if (due === task.due) return task;
  turn.fact({ fact: 'dueMoved', step: task.step, task: task.task, due });
  return { ...task, due, period, since };
}

/** Recomputes running working-day clocks, and the deadlines of tasks, from their own beginning after the calendar was corrected. */
export function recomputeClocks(turn: Turn): void {
  for (const timer of turn.state.timers) {
    const { id, step, token, startedAt, period, at } = timer;
    if (at === undefined || !('workingDays' in period)) continue;
    const end = endOf(turn.state.calendar, startedAt, period);
    if ('missing' in end || end.at === at) continue;
    turn.effect({ effect: 'cancelTimer', timer: id });
    turn.state.timers = turn.state.timers.filter((candidate) => candidate.id !== id);
    run(turn, { step, token, startedAt, period }, msOf(end.at) > msOf(turn.at) ? end.at : turn.at);
  }  turn.state.tasks = turn.state.tasks.map((task) =>
    task.due !== undefined && task.since !== undefined && task.period !== undefined ? dueFrom(turn, task, task.since, task.period) : task,
  );
}
