import { ApplicationFailure, workflowInfo, type CancellationScope } from '@temporalio/workflow';
import { advance } from '../model/advance.ts';
import type { CaseState, EffectId, Instant } from '../model/case.ts';
import type { Effect } from '../model/effect.ts';
import type { Event } from '../model/event.ts';
import { instantFromMs, msOf } from '../model/instant.ts';
import { mayAccept, type HumanEvent } from '../model/mayAccept.ts';
import type { TrailEntry } from '../model/trail.ts';
import type { ActAnswer, ActInput, KnownAct, RunCaseInput } from './messages.ts';
import { perform, project } from './perform.ts';

/** The durable hand of one case: feeds events to the kernel, carries its effects out, and keeps the store's rows in step. */
export class Hand {
  private current: CaseState | undefined;
  readonly timers = new Map<EffectId, CancellationScope>();
  /** The settlement that a closed case still owes. */
  settling: EffectId | undefined;
  private readonly open = new Map<EffectId, { effect: Effect; scope: CancellationScope }>();
  private readonly acts: { [key: string]: KnownAct };
  private readonly run: number;
  private unwritten: TrailEntry[] = [];
  private written = 0;
  private lookUps = 0;
  private doubted = false;
  private broken: { error: unknown } | undefined;

  constructor(readonly input: RunCaseInput) {
    const { carried } = input;
    this.acts = carried?.acts ?? {};
    this.run = carried?.run ?? 0;
    if (carried) {
      this.current = carried.state;
      this.written = carried.state.seq;
      for (const timer of carried.state.timers) if (timer.at !== undefined) perform(this, { id: timer.id, effect: 'startTimer', at: timer.at });
      for (const effect of carried.open ?? []) perform(this, effect);
      // The rows may stand where the ended run never committed.
      this.doubted = carried.open !== undefined;
    } else {
      const { case: id, actor, applicant, instalment, data, calendar } = input;
      this.take({ event: 'caseStarted', at: this.now(), case: id, actor, applicant, instalment, data, calendar });
    }
  }

  get state(): CaseState {
    if (!this.current) throw new Error('A case has a state from its first event on.');
    return this.current;
  }

  nowMs(): number {
    const { start, realStart, factor } = this.input.clock;
    return msOf(start) + Math.max(0, Math.round((Date.now() - realStart) * factor));
  }

  /** Case time now, never before the last event. */
  now(): Instant {
    const now = instantFromMs(this.nowMs());
    return this.current && msOf(this.current.at) > msOf(now) ? this.current.at : now;
  }

  nowNotBefore(at: Instant): Instant {
    const now = this.now();
    return msOf(now) < msOf(at) ? at : now;
  }

  take(event: Event): void {
    const { state, effects, trail } = advance(this.input.process, this.current, event);
    this.current = state;
    this.unwritten.push(trail);
    for (const effect of effects) perform(this, effect);
  }

  start(effect: Effect & { effect: 'runCheck' }, scope: CancellationScope): void {
    this.open.set(effect.id, { effect, scope });
    if (effect.performer === 'lookUp') this.lookUps += 1;
  }

  finish(effect: Effect & { effect: 'runCheck' }): void {
    this.open.delete(effect.id);
    if (effect.performer === 'lookUp') this.lookUps -= 1;
  }

  /** Keeps an error of work in the background, so that the main function fails its workflow task and the case waits for a fix. */
  background(work: Promise<void>): void {
    work.catch((error: unknown) => {
      this.broken = { error };
    });
  }

  judge({ key, body, act }: ActInput): void {
    const known = this.acts[key];
    if (known) {
      if (known.body === body) return;
      throw refuse({ code: 'keyReused', message: { zh: '同一幂等键已用于另一请求；请换一个新的键。', en: 'This idempotency key was used for another request; take a new key.' } });
    }
    const refusal = mayAccept(this.input.process, this.state, { ...act, at: this.now() } as HumanEvent); // `Act` is a HumanEvent that only lacks its instant
    if (refusal) throw refuse(refusal);
  }

  takeAct({ key, body, act }: ActInput): KnownAct {
    const known = this.acts[key];
    if (known) return known;
    this.take({ ...act, at: this.now() } as HumanEvent); // as in `judge`
    const kept: KnownAct = { body, answer: this.answer() };
    this.acts[key] = kept;
    return kept;
  }

  answer(): ActAnswer {
    const { seq, tasks, closed } = this.state;
    return { seq, tasks, ...(closed ? { closed } : {}) };
  }

  /** Has the rows written once more, though nothing happened. */
  showAgain(): void {
    this.doubted = true;
  }

  /** Whether rows are to be written now: something happened or they are doubted, and no quick look-up is about to make more happen. */
  get readyToWrite(): boolean {
    return this.broken !== undefined || ((this.unwritten.length > 0 || this.doubted) && this.lookUps === 0);
  }

  isWritten(seq: number): boolean {
    return this.written >= seq;
  }

  async write(): Promise<void> {
    if (this.broken) throw this.broken.error;
    const trail = this.unwritten;
    this.unwritten = [];
    this.doubted = false;
    const { case: id, process, version, hash, parent, scheduledBy, clock } = this.input;
    const { state } = this;
    const fence = this.run * 1_000_000 + workflowInfo().historyLength;
    await project({ case: id, process: process.id, version, hash, measure: process.measure.number, ...(parent ? { parent } : {}), ...(scheduledBy ? { scheduledBy } : {}), clock, fence, state, trail });
    this.written = state.seq;
  }

  /** Lets go of questions whose answers a closed case does not need; money and notices are awaited. */
  giveUpQuestions(): void {
    for (const { scope, effect } of this.open.values()) if (effect.effect === 'runCheck' && effect.performer === 'office') scope.cancel();
  }

  get idle(): boolean {
    return this.open.size === 0 && this.unwritten.length === 0 && !this.doubted;
  }

  /** The input of the next run of the same case. */
  continued(): RunCaseInput {
    return { ...this.input, data: {}, calendar: [], carried: { run: this.run + 1, state: this.state, acts: this.acts } };
  }
}

function refuse(refusal: { code: string; message: { zh: string; en: string } }): ApplicationFailure {
  return ApplicationFailure.create({ type: refusal.code, message: refusal.message.en, details: [refusal], nonRetryable: true });
}
