import type { CaseClient } from '../../server/caseClient.ts';
import { Refused } from '../../server/refusals.ts';
import type { Store } from '../../server/store/createStore.ts';
import { advance } from '../../model/advance.ts';
import type { CaseState } from '../../model/case.ts';
import type { Effect } from '../../model/effect.ts';
import type { Event } from '../../model/event.ts';
import { instantFromMs, msOf } from '../../model/instant.ts';
import { mayAccept, type HumanEvent } from '../../model/mayAccept.ts';
import type { JsonObject } from '../../model/text.ts';
import type { TrailEntry } from '../../model/trail.ts';
import type { ActAnswer, ActInput, RunCaseInput } from '../../workflows/messages.ts';

/** What the offices answer in these tests, by check: enough for every declaration to reach its first task. */
const answers: { [check: string]: JsonObject } = {
  businessRegister: { found: true, name: '', district: 'longgang', registeredOn: '2020-01-01', status: 'active' },
  creditDefault: { barred: false, reason: '' },
};

interface Running {
  input: RunCaseInput;
  state: CaseState;
  /** By key, from the moment an act is taken: a repeat beside it waits for the same answer, as an update of the same id does. */
  acts: Map<string, Promise<ActAnswer>>;
  fence: number;
}

/**
 * Cases in this process, over the very kernel that workflows use: a second implementation of the door's view of them, for tests
 * that need no durability. Clocks never run; checks are answered at once.
 */
export function kernelCaseClient(store: Store): CaseClient & { sent: string[]; away: boolean; down: Set<string>; put(caseId: string, change: (state: CaseState) => CaseState): Promise<void> } {
  const running = new Map<string, Running>();
  const client = { sent: [] as string[], away: false, down: new Set<string>(), put, start, act, showAgain, runs: async () => [], run: () => Promise.reject(new Error('no histories here')), handedOver: none, restart: start, look: async () => ({ stands: 'running' as const }), all, answers: async () => !client.away };
  return client;

  async function start(input: RunCaseInput): Promise<void> {
    if (client.away) throw new Refused({ code: 'notReady', message: { zh: '没有应答', en: 'no answer' } });
    if (running.has(input.case)) return;
    const { case: id, actor, applicant, instalment, data, calendar } = input;
    const first = advance(input.process, undefined, { event: 'caseStarted', at: input.clock.start, case: id, actor, applicant, instalment, data, calendar });
    const one: Running = { input, state: first.state, acts: new Map(), fence: 1 };
    running.set(id, one);
    await settle(one, [first.trail], first.effects);
  }

  async function* none(): AsyncIterable<never> {}

  async function* all(): AsyncIterable<string> {
    yield* running.keys();
  }

  async function showAgain(caseId: string): Promise<void> {
    const one = running.get(caseId);
    if (one) await settle(one, [], []);
  }

  async function act(caseId: string, { key, act: asked }: ActInput): Promise<ActAnswer> {
    client.sent.push(key);
    if (client.away) throw new Refused({ code: 'notReady', message: { zh: '没有应答', en: 'no answer' } });
    const one = running.get(caseId);
    if (!one) throw new Refused({ code: 'caseClosed', message: { zh: '没有', en: 'none' } });
    const known = one.acts.get(key);
    if (known) return known;
    const event = { ...asked, at: one.state.at } as HumanEvent; // an act is an event without its time
    const no = mayAccept(one.input.process, one.state, event);
    if (no) throw new Refused(no);
    const answer = take(one, event).then(() => ({ seq: one.state.seq, tasks: one.state.tasks, ...(one.state.closed ? { closed: one.state.closed } : {}) }));
    one.acts.set(key, answer);
    return answer;
  }

  /** Puts a case where a test wants it; what led there is not told. */
  async function put(caseId: string, change: (state: CaseState) => CaseState): Promise<void> {
    const one = running.get(caseId);
    if (!one) throw new Error(`${caseId} does not run`);
    one.state = change(one.state);
    await settle(one, [], []);
  }

  async function take(one: Running, event: Event): Promise<void> {
    const next = advance(one.input.process, one.state, event);
    one.state = next.state;
    await settle(one, [next.trail], next.effects);
  }

  async function settle(one: Running, trail: TrailEntry[], effects: Effect[]): Promise<void> {
    const { input } = one;
    one.fence += 1;
    await store.writeProjection({ case: input.case, process: input.process.id, version: input.version, hash: input.hash, measure: input.process.measure.number, clock: input.clock, fence: one.fence, state: one.state, trail });
    for (const effect of effects) {
      if (effect.effect !== 'runCheck') continue;
      const at = instantFromMs(msOf(one.state.at) + 1_000);
      if (client.down.has(effect.check)) {
        await take(one, { event: 'effectFailed', at, effect: effect.id, code: 'unreachable', message: 'down' });
        continue;
      }
      const answer = effect.check === 'businessRegister' ? { ...answers.businessRegister, name: input.applicant.name } : (answers[effect.check] ?? await lookUp(effect.check, input.case));
      await take(one, { event: 'effectSucceeded', at, effect: effect.id, answer });
    }
  }

  async function lookUp(check: string, id: string): Promise<JsonObject> {
    if (check !== 'documentsComplete') return {};
    return { documents: (await store.documents.ofCase(id)).map((document) => document.kind) };
  }
}
