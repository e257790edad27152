import type { CaseState } from '../../model/case.ts';
import type { Effect } from '../../model/effect.ts';
import { endOf, goesOnWhileSuspended } from '../../model/clocks.ts';
import { msOf } from '../../model/instant.ts';
import type { Process } from '../../model/process.ts';
import { indexOf } from '../../model/processIndex.ts';
import { kindOf } from '../../model/steps/index.ts';

const twice = (names: string[]): string[] => names.filter((name, index) => names.indexOf(name) !== index);

/** What is impossible in a state of any case of any process, sound or not; empty when all is well. */
export function brokenInvariants(process: Process, state: CaseState): string[] {
  const broken: string[] = [];
  const index = indexOf(process);
  const tokens = new Map(state.tokens.map((token) => [token.id, token]));
  const owned = (what: string, name: string, token: string): void => {
    if (!tokens.has(token)) broken.push(`${what} ${name} belongs to no token (${token})`);
  };
  for (const id of twice(state.tokens.map((token) => token.id))) broken.push(`token ${id} stands twice`);
  for (const id of twice(state.tasks.map((task) => task.task))) broken.push(`task ${id} stands twice`);
  for (const id of twice(state.timers.map((timer) => timer.id))) broken.push(`timer ${id} stands twice`);
  for (const clock of twice(state.timers.map((timer) => `${timer.token} ${timer.step}`))) broken.push(`two clocks for ${clock}`);
  for (const token of state.tokens) {
    if (!index.steps.has(token.step)) broken.push(`token ${token.id} stands in no step`);
    if (token.scope !== '') owned('token', token.id, token.scope);
  }
  for (const task of state.tasks) owned('task', task.task, task.token);
  for (const timer of state.timers) owned('timer', timer.id, timer.token);
  for (const open of state.openEffects) owned('question', open.effect, open.token);
  for (const incident of state.incidents) owned('incident', incident.id, incident.token);
  if (state.closed) {
    for (const name of ['tokens', 'tasks', 'timers', 'openEffects', 'incidents', 'waiting'] as const) {
      if (state[name].length > 0) broken.push(`the case is closed and still has ${name}`);
    }
  } else if (state.tokens.length === 0 && state.seq > 0 && Object.keys(state.visits).length > 0) broken.push('the case is open and has no token');
  const since = state.suspensions[0]?.at;
  for (const { task, step, due, period } of state.tasks) {
    if (due !== undefined && period === undefined) broken.push(`task ${task} is due, and nobody knows after how long`);
    const still = since !== undefined && !goesOnWhileSuspended(process, step);
    if (still && due !== undefined && msOf(due) > msOf(since)) broken.push(`task ${task} is due while the case is suspended`);
    if (!still && due === undefined && period !== undefined && !('missing' in endOf(state.calendar, state.at, period))) broken.push(`the deadline of task ${task} stands still, and the case goes on`);
  }
  for (const { id, step, at } of state.timers) if (since !== undefined && at !== undefined && !goesOnWhileSuspended(process, step)) broken.push(`timer ${id} runs while the case is suspended`);
  if (state.suspensions.length === 0 && state.waiting.length > 0) broken.push('answers are held back though nothing suspends the case');
  return broken;
}

/** Whether anything can still happen to a case: a person, the world, time or a message may move it. */
export function canGoOn(process: Process, state: CaseState): boolean {
  const index = indexOf(process);
  const listens = state.tokens.some((token) => {
    const step = index.steps.get(token.step);
    const places = [...(step ? [step] : []), ...(index.attached.get(token.step) ?? [])];
    return places.some((place) => kindOf(place).hears?.(place) !== undefined);
  });
  return listens || [state.tasks, state.timers, state.openEffects, state.incidents, state.suspensions].some((list) => list.length > 0);
}

/** Keeps the ids of all effects of a case, and tells which came twice. */
export function effectsOfOneLife(): (effects: Effect[]) => string[] {
  const seen = new Set<string>();
  return (effects) => {
    const again = effects.filter((effect) => seen.has(effect.id) || effects.some((other) => other !== effect && other.id === effect.id));
    for (const effect of effects) seen.add(effect.id);
    return again.map((effect) => `effect ${effect.id} came twice`);
  };
}
