import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CaseState } from '../../../model/case.ts';
import { mayAccept } from '../../../model/mayAccept.ts';
import type { Process } from '../../../model/process.ts';
import { deadSteps } from '../../../model/soundness/deadSteps.ts';
import { explore } from '../../../model/soundness/explore.ts';
import { faultsOf } from '../../../model/soundness/faults.ts';
import { isMobile } from '../../../model/soundness/happenings.ts';
import { rests } from '../../../model/soundness/marking.ts';
import { netOf, type Net } from '../../../model/soundness/net.ts';
import { proveSound, type Finding } from '../../../model/soundness/proveSound.ts';
import { tokensOf } from '../../../model/soundness/trace.ts';
import { goesOnWhileSuspended } from '../../../model/clocks.ts';
import { randomProcess } from '../kernel/randomProcess.ts';
import { brokenProcess } from './brokenProcess.ts';
import { KernelPlay, leftOpen, standing, standingAt, type Decisions } from './kernelPlay.ts';

const bound = 3_000;
const chances = fc.array(fc.record({ which: fc.nat(9_999), decide: fc.integer() }), { minLength: 5, maxLength: 40 });

/** Coins that fall the same way for the same name and number. */
const coins = (seed: number): Decisions => {
  const falls = (name: string): boolean => [...name].reduce((sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 16_777_619), seed) % 3 !== 0;
  return { holds: falls, requires: falls };
};

/** Everything that can happen next within the limits of a proof: a branch that leaves its host is followed once at a time. */
function within(net: Net, play: KernelPlay): (() => void)[] {
  const state = play.now();
  return state.tokens.flatMap((token) => {
    const node = net.nodes[net.number.get(token.step) ?? -1];
    if (!node || !isMobile(net, node)) return [];
    const border = node.borders.flatMap((number) => net.nodes[number] ?? []);
    const free = border.filter(({ moves, branch }) => moves.interrupts !== false || !state.tokens.some((other) => other.scope === token.scope && branch.has(net.number.get(other.step) ?? -1)));
    const own = (node.moves.on === 'task' || node.moves.on === 'answer' || node.moves.on === 'time' || node.moves.on === 'message') ? play.events({ act: node.moves.on, step: node.id }) : [];
    const failures = node.moves.on === 'answer' ? node.raises.flatMap((code) => play.events({ act: 'error', step: node.id, code })) : [];
    const borders = free.flatMap(({ id, moves }) => (moves.on === 'time' || moves.on === 'message' ? play.events({ act: moves.on, step: id }) : []));
    return [...own, ...failures, ...borders].map((event) => () => play.happen(event, coins(state.seq)));
  });
}

function playedWithin(process: Process, seed: number, story: { which: number; decide: number }[]): 'within' | 'beyond' {
  const open = leftOpen(process);
  const net = netOf(open);
  const graph = explore(net, { bound, reduce: false });
  if (!graph.complete) return 'beyond';
  const known = new Set(graph.markings.filter((marking) => rests(marking) && !marking.cut).map((marking) => standingAt(tokensOf(net, graph.places, marking)).join()));
  const play = new KernelPlay(open);
  play.begin(coins(seed));
  for (const { which, decide } of [undefined, ...story].map((chance) => chance ?? { which: -1, decide: seed })) {
    if (which >= 0) {
      const state = play.now();
      const events = within(net, play);
      const happen = events[which % Math.max(1, events.length)];
      if (!happen) break;
      play.state = { ...state, seq: state.seq + Math.abs(decide % 1_000) };
      happen();
    }
    const state = play.now();
    const stands = standing(open, state);
    // Two tokens on a step end the proof's exploration; a case without a way on waits for a person.
    if (new Set(stands).size < stands.length || state.incidents.some(({ code }) => code === 'runaway' || code === 'conditionNull')) break;
    expect(known, `${JSON.stringify(open.flows)}`).toContain(stands.join());
  }
  return 'within';
}

test('whatever the kernel does with a random process, the checker has been there', () => {
  let within = 0;
  fc.assert(
    fc.property(fc.oneof(randomProcess, brokenProcess), fc.integer(), chances, (process, seed, story) => {
      if (playedWithin(process, seed, story) === 'within') within += 1;
    }),
    { numRuns: 200 },
  );
  expect(within).toBeGreaterThan(120);
});

/** Whether nothing that a proof knows of can happen to a case any more. */
function standsForEver(process: Process, state: CaseState, play: KernelPlay): boolean {
  const held = (step: string): boolean => state.suspensions.length > 0 && !goesOnWhileSuspended(process, step);
  const net = netOf(process);
  return state.tokens.every((token) => {
    const node = net.nodes[net.number.get(token.step) ?? -1];
    const all = [node, ...(node?.borders ?? []).map((border) => net.nodes[border])];
    return all.every((each) => {
      const on = each?.moves.on;
      if (!each || !on || on === 'error') return true;
      const events = play.events({ act: on, step: each.id });
      return events.every((event) => (event.event === 'taskCompleted' ? mayAccept(process, state, event) !== undefined : event.event === 'timerFired' ? state.timers.every(({ id, at }) => id !== event.timer || at === undefined) : held(each.id)));
    });
  });
}

/** Plays a counterexample on the kernel; tells where only the data decide. */
function reproduced(open: Process, finding: Finding): 'played' | 'open' {
  const play = new KernelPlay(open);
  for (const step of finding.trace) {
    const flows = new Map<string, boolean>();
    const requires = new Map<string, boolean>();
    const gates = new Set<string>();
    for (const { step: at, flows: taken, notRequired } of step.choices) {
      if (gates.has(at)) return 'open'; // the same gate twice between two events: one datum cannot say both
      gates.add(at);
      requires.set(at, !notRequired);
      if (!notRequired) for (const { id, from } of open.flows) if (from === at) flows.set(id, taken.includes(id));
    }
    const decisions: Decisions = { holds: (flow) => flows.get(flow) ?? false, requires: (at) => requires.get(at) ?? true };
    if (step.act === 'begin') play.begin(decisions);
    else {
      const events = play.events(step);
      if (events.length === 0 && step.act === 'message') return 'open'; // another listener was there first
      expect(events.length, `${step.what.en} after ${finding.trace.map(({ what }) => what.en).join(' | ')}`).toBeGreaterThan(0);
      const token = play.now().tokens.find((candidate) => candidate.step === step.step)?.id;
      for (let [event] = events; event; [event] = step.act === 'task' && play.now().tokens.some(({ id }) => id === token) ? play.events(step) : []) play.happen(event, decisions);
    }
    if (step !== finding.trace.at(-1)) expect(standing(open, play.now()), step.what.en).toEqual(standingAt(step.tokens));
  }
  const state = play.now();
  const last = standingAt(finding.trace.at(-1)?.tokens ?? []);
  switch (finding.cause) {
    case 'secondToken':
      expect(Object.entries(state.visits).some(([place, count]) => place.endsWith(`/${finding.where.step ?? ''}`) && count > 1)).toBe(true);
      break;
    case 'runaway':
      expect(state.incidents.map(({ code }) => code)).toContain('runaway');
      break;
    case 'noWay':
    case 'secondOutcome':
      break;
    default:
      expect(standing(open, state)).toEqual(last);
      expect(state.closed).toBeUndefined();
      expect(standsForEver(open, state, play)).toBe(true);
  }
  return 'played';
}

test('every counterexample of a broken process comes about on the kernel itself', () => {
  const seen = new Map<string, number>();
  let left = 0;
  fc.assert(
    fc.property(brokenProcess, (process) => {
      const open = leftOpen(process);
      for (const finding of proveSound(open, { bound }).findings) {
        if (finding.trace.length === 0) continue;
        if (reproduced(open, finding) === 'played') seen.set(finding.cause, (seen.get(finding.cause) ?? 0) + 1);
        else left += 1;
      }
    }),
    { numRuns: 200 },
  );
  for (const cause of ['secondToken', 'joinWaits', 'noFlow', 'noWay']) expect(seen.get(cause) ?? 0, cause).toBeGreaterThan(0);
  expect(left).toBeLessThan([...seen.values()].reduce((sum, count) => sum + count, 0) / 4);
});

test('what is proved by looking at less is what all orders show', () => {
  let smaller = 0;
  const verdicts = new Map<string, number>();
  fc.assert(
    fc.property(fc.oneof(randomProcess, brokenProcess), (process) => {
      const net = netOf(process);
      const full = explore(net, { bound, reduce: false });
      const proof = proveSound(process, { bound });
      if (!full.complete || proof.verdict === 'unknown') return;
      const faults = faultsOf(net, full);
      const dead = deadSteps(process, net, full, faults.every(({ cause }) => cause !== 'secondToken' && cause !== 'runaway'), []);
      expect(proof.verdict).toBe(faults.length + dead.length + full.secondEnds.size > 0 ? 'unsound' : 'sound');
      verdicts.set(proof.verdict, (verdicts.get(proof.verdict) ?? 0) + 1);
      if (proof.verdict === 'sound' && proof.markings < full.markings.length) smaller += 1;
    }),
    { numRuns: 250 },
  );
  expect(smaller).toBeGreaterThan(20);
  expect(verdicts.get('sound')).toBeGreaterThan(40);
  expect(verdicts.get('unsound')).toBeGreaterThan(40);
});
