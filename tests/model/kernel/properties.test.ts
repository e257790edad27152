import fc from 'fast-check';
import { expect, test } from 'vitest';
import { advance } from '../../../model/advance.ts';
import type { CaseState } from '../../../model/case.ts';
import type { CaseStarted } from '../../../model/event.ts';
import { isHumanEvent, mayAccept } from '../../../model/mayAccept.ts';
import { processSchema, type Process } from '../../../model/process.ts';
import { replay } from '../../../model/replay.ts';
import { stepKinds } from '../../../model/steps/index.ts';
import type { TrailEntry } from '../../../model/trail.ts';
import { brokenInvariants, canGoOn, effectsOfOneLife } from '../../drivers/invariants.ts';
import { randomProcess } from './randomProcess.ts';
import { nextEvent, randomChances, randomStart, type Chance } from './randomStory.ts';

function frozen<V>(value: V): V {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const member of Object.values(value)) frozen(member);
  }
  return value;
}

const throughJson = <V>(value: V): V => JSON.parse(JSON.stringify(value)) as V; // what JSON gives back is of the same shape, or the test fails

/** Plays a story and judges every turn; gives the trail and the last state. */
function live(process: Process, start: CaseStarted, chances: Chance[]): { state: CaseState; trail: TrailEntry[] } {
  const effectsSoFar = effectsOfOneLife();
  const trail: TrailEntry[] = [];
  let state: CaseState | undefined;
  for (const chance of [undefined, ...chances]) {
    const before: CaseState | undefined = state;
    const event = frozen(chance === undefined || before === undefined ? start : nextEvent(process, before, chance));
    const next = advance(process, before, event);
    expect([...brokenInvariants(process, next.state), ...effectsSoFar(next.effects)]).toEqual([]);
    if (!next.state.closed) expect(canGoOn(process, next.state), 'an open case can go on').toBe(true);

    const again = advance(process, before && throughJson(before), throughJson(event));
    expect(again).toStrictEqual(next);
    expect(throughJson(next)).toStrictEqual(next);

    const ignored = next.trail.facts.flatMap((fact) => (fact.fact === 'ignored' ? [fact.code] : []));
    if (before && isHumanEvent(event)) {
      const refusal = mayAccept(process, before, event);
      if (refusal) expect(next.trail.facts.map((fact) => (fact.fact === 'ignored' ? fact.code : fact.fact))).toEqual([refusal.code]);
      else expect(next.trail.facts[0]?.fact).not.toBe('ignored');
    }
    if (before?.closed) {
      expect(ignored).toEqual([event.event === 'caseStarted' ? 'unknown' : 'caseClosed']);
      expect(next.effects).toEqual([]);
      expect(next.state).toEqual({ ...before, seq: before.seq + 1, at: event.at });
    }
    state = frozen(next.state);
    trail.push(next.trail);
  }
  if (!state) throw new Error('A story has a beginning.');
  return { state, trail };
}

test('random stories on random processes: nothing thrown, lost, doubled or changed under the hands, and every trail replays', () => {
  fc.assert(
    fc.property(randomProcess, randomStart, randomChances, (process, start, chances) => {
      const { state, trail } = live(frozen(process), start, chances);
      expect(replay(process, throughJson(trail))).toEqual({ state });
      const middle = Math.floor(trail.length / 2);
      expect(replay(process, trail, middle).state?.seq ?? 0).toBe(middle);
    }),
    { numRuns: 300 },
  );
});

test('a trail that was tampered with diverges at the entry that was changed', () => {
  fc.assert(
    fc.property(randomProcess, randomStart, randomChances, fc.nat(), (process, start, chances, pick) => {
      const { trail } = live(process, start, chances);
      const at = pick % trail.length;
      const spoiled = trail.map((entry, index) => (index === at ? { ...entry, facts: [...entry.facts, { fact: 'heldBack' as const }] } : entry));
      expect(replay(process, spoiled).divergence?.seq).toBe(at + 1);
    }),
    { numRuns: 60 },
  );
});

test('the generator makes well-formed processes of every kind of step, and its stories close, fail and suspend', () => {
  const kinds = new Set<string>();
  const seen = new Map<string, number>();
  for (const [process, start, chances] of fc.sample(fc.tuple(randomProcess, randomStart, randomChances), { numRuns: 100, seed: 7 })) {
    expect(processSchema.safeParse(process).error?.issues ?? []).toEqual([]);
    for (const step of process.steps) kinds.add(step.kind);
    for (const { facts } of live(process, start, chances).trail) for (const { fact } of facts) seen.set(fact, (seen.get(fact) ?? 0) + 1);
  }
  expect([...kinds].sort()).toEqual(Object.keys(stepKinds).sort());
  for (const fact of ['entered', 'left', 'notRequired', 'cancelled', 'skipProposed', 'skipped', 'dueStopped', 'dueMoved', 'taskOpened', 'chose', 'joined', 'decided', 'asked', 'learnt', 'failed', 'clockStarted', 'clockStopped', 'heard', 'suspended', 'resumed', 'heldBack', 'calendarChanged', 'incident', 'incidentResolved', 'ignored', 'closed']) {
    expect(seen.get(fact) ?? 0, fact).toBeGreaterThan(0);
  }
});
