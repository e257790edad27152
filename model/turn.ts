import type { Actor, CaseState, EffectId, Instant, OpenTask, Suspension, TaskId, Token, TokenId } from './case.ts';
import { checks } from './checks/index.ts';
import { dueOf, restartClocks, startClock, stopClocks } from './clocks.ts';
import { evaluateBoolean, evaluateCondition } from './condition.ts';
import type { Effect } from './effect.ts';
import type { MessageReceived } from './event.ts';
import { dayOf } from './instant.ts';
import { conditionIsNull, noFlowHolds } from './incidents.ts';
import type { Flow, Process } from './process.ts';
import { indexOf, type ProcessIndex } from './processIndex.ts';
import { kindOf, type Step } from './steps/index.ts';
import type { StepBase } from './steps/defineStep.ts';
import type { Wait } from './steps/period.ts';
import type { Json, JsonObject, Text } from './text.ts';
import type { Fact } from './trail.ts';

/** A token on its way into a step: the visit it begins. */
export interface Arrival {
  scope: TokenId | '';
  visit: number;
  token: TokenId;
  via?: string;
}

type WithoutId<E> = E extends unknown ? Omit<E, 'id'> : never;

/** One turn of the crank: the working copy of a case while an event is taken in. It lives inside one `advance` and is never kept. */
export class Turn {
  readonly index: ProcessIndex;
  readonly effects: Effect[] = [];
  readonly facts: Fact[] = [];
  private queue: { step: string; scope: TokenId | ''; via?: string }[] = [];
  /** Moves without a wait so far; more than {@link mostMoves} is a runaway. */
  moves = 0;
  /** Clocks begun so far while the case is suspended: they have no effect to be named by. */
  heldClocks = 0;
  /** Whether the calendar was asked for because of a deadline in this turn. */
  askedYears = false;

  constructor(
    readonly process: Process,
    readonly state: CaseState,
    readonly at: Instant,
  ) {
    this.index = indexOf(process);
  }

  fact(fact: Fact): void {
    this.facts.push(fact);
  }

  effect(effect: WithoutId<Effect>): EffectId {
    const id = `e${this.state.seq}.${this.effects.length + 1}`;
    this.effects.push({ ...effect, id } as Effect); // the union distributes: every member only lacked its id
    return id;
  }

  outgoing(step: string): Flow[] {
    return this.index.outgoing.get(step) ?? [];
  }

  step(id: string): Step {
    const step = this.index.steps.get(id);
    if (!step) throw new Error(`The process ${this.process.id} has no step ${id}.`); // a Bug: published versions are checked
    return step;
  }

  /** Everything conditions and tables may name. */
  context(): JsonObject {
    const visits: JsonObject = {};
    for (const step of this.process.steps) visits[step.id] = 0;
    for (const [place, count] of Object.entries(this.state.visits)) {
      const step = place.slice(place.lastIndexOf('/') + 1);
      visits[step] = Number(visits[step] ?? 0) + count;
    }
    const { applicant, instalment } = this.state;
    return { ...this.state.data, applicant: { ...applicant }, instalment, today: dayOf(this.at), visits };
  }

  holds(condition: string): boolean | null {
    return evaluateBoolean(condition, this.context());
  }

  value(feel: string): Json {
    const result = evaluateCondition(feel, this.context());
    return 'fault' in result ? null : result.value;
  }

  /** Sends a token towards a step; it arrives when the queue gets there. */
  arrive(step: string, scope: TokenId | '', via?: string): void {
    this.queue.push(via === undefined ? { step, scope } : { step, scope, via });
  }

  nextArrival(): { step: string; scope: TokenId | ''; via?: string } | undefined {
    return this.queue.shift();
  }

  /** Counts a visit and names its token. */
  visit(step: string, scope: TokenId | '', via?: string): Arrival {
    const place = `${scope}/${step}`;
    const visit = (this.state.visits[place] ?? 0) + 1;
    this.state.visits[place] = visit;
    return { scope, visit, token: `${scope === '' ? '' : `${scope}/`}${step}#${visit}`, ...(via === undefined ? {} : { via }) };
  }

  beginScope(parent: string, scope: TokenId | ''): void {
    for (const step of this.index.children.get(parent) ?? []) if (kindOf(step).begins) this.arrive(step.id, scope);
  }

  /** Lets a token rest in a step, and arms what sits on its border. */
  rest(step: StepBase, arrival: Arrival, wait: JsonObject): Token {
    const token: Token = { id: arrival.token, step: step.id, scope: arrival.scope, visit: arrival.visit, wait };
    if (arrival.via !== undefined) token.via = arrival.via;
    this.state.tokens.push(token);
    for (const border of this.index.attached.get(step.id) ?? []) kindOf(border).arm?.(this, border, token);
    return token;
  }

  keep(token: Token, wait: JsonObject): void {
    this.state.tokens = this.state.tokens.map((other) => (other.id === token.id ? { ...other, wait } : other));
  }

  pass(step: StepBase, arrival: Arrival): void {
    this.sendAlong(step.id, arrival.token, arrival.scope, this.outgoing(step.id));
  }

  choose(step: StepBase, arrival: Arrival, flows: Flow[]): void {
    this.fact({ fact: 'chose', step: step.id, flows: flows.map((flow) => flow.id) });
    this.sendAlong(step.id, arrival.token, arrival.scope, flows);
  }

  /** The token's work is done: it goes on along `flows`, by default all that leave its step. */
  leave(token: Token, flows: Flow[] = this.outgoing(token.step)): void {
    this.release(token);
    if (token.step === this.process.awardedBy) this.state.awarded = true;
    this.sendAlong(token.step, token.id, token.scope, flows);
  }

  leaveBorder(border: StepBase, host: Token, interrupting: boolean): void {
    const arrival = this.visit(border.id, host.scope);
    this.fact({ fact: 'entered', step: border.id, token: arrival.token });
    if (interrupting) this.cancel(host);
    this.pass(border, arrival);
  }

  private sendAlong(step: string, token: TokenId, scope: TokenId | '', flows: Flow[]): void {
    this.fact({ fact: 'left', step, token, flows: flows.map((flow) => flow.id) });
    for (const flow of flows) this.arrive(flow.to, scope, flow.id);
  }

  /** Takes a token off the board with all that hangs on it: tasks, clocks, questions, incidents. */
  release(token: Token): void {
    const { state } = this;
    state.tokens = state.tokens.filter((other) => other.id !== token.id);
    for (const task of state.tasks) if (task.token === token.id) this.closeTask(task.task, 'cancelled');
    for (const timer of state.timers) if (timer.token === token.id && timer.at !== undefined) this.effect({ effect: 'cancelTimer', timer: timer.id });
    state.timers = state.timers.filter((timer) => timer.token !== token.id);
    state.openEffects = state.openEffects.filter((open) => open.token !== token.id);
    state.incidents = state.incidents.filter((incident) => incident.token !== token.id);
  }

  cancel(token: Token): void {
    this.cancelScope(token.id);
    this.fact({ fact: 'cancelled', step: token.step, token: token.id });
    this.release(token);
  }

  /** Takes every token of a scope off the board, those under way to a step included, and ends the suspensions that arose in it. */
  cancelScope(scope: TokenId | ''): void {
    this.queue = this.queue.filter((arrival) => arrival.scope !== scope);
    for (const token of this.state.tokens) if (token.scope === scope) this.cancel(token);
    for (const suspension of this.state.suspensions) if (suspension.scope === scope) this.endSuspension(suspension);
  }

  openTask(task: OpenTask): void {
    this.state.tasks = [...this.state.tasks, task];
    this.effect({ effect: 'openTask', task });
    const { due, role, step } = task;
    this.fact({ fact: 'taskOpened', step, task: task.task, role, ...(due === undefined ? {} : { due }) });
  }

  closeTask(task: TaskId, how: 'completed' | 'cancelled'): void {
    this.state.tasks = this.state.tasks.filter((open) => open.task !== task);
    this.effect({ effect: 'closeTask', task, how });
  }

  deed(token: Token, duty: string | undefined, actor: Actor): void {
    this.state.deeds.push({ step: token.step, token: token.id, actor: actor.id, ...(duty === undefined ? {} : { duty }) });
  }

  contribute(step: string, data: Json): void {
    this.state.data = { ...this.state.data, [step]: data };
  }

  learn(step: string, data: Json): void {
    this.contribute(step, data);
    this.fact({ fact: 'learnt', step, data });
  }

  overlay(name: string, data: JsonObject): void {
    const before = this.state.data[name];
    const base = before !== null && typeof before === 'object' && !Array.isArray(before) ? before : {};
    this.learn(name, { ...base, ...data });
  }

  runCheck(token: Token, name: string): void {
    const check = checks[name];
    if (!check) throw new Error(`There is no check ${name}.`); // a Bug: published versions are checked
    const request = check.ask(this.process, this.state, token.step);
    const effect = this.effect({ effect: 'runCheck', token: token.id, check: name, performer: check.performer, request });
    if (check.performer === 'ledger') this.state.posted = true;
    if (check.ordersMoney) this.state.unbooked = [...this.state.unbooked, { effect, step: token.step, check: name, at: this.at }];
    this.state.openEffects.push({ effect, token: token.id, check: name });
    this.fact({ fact: 'asked', step: token.step, check: name, effect });
  }

  /** An error of a step: caught by the nearest boundary error of the step or of the scopes around it, else an incident. */
  fail(token: Token, code: string, message: string, incident: 'checkFailed' | 'uncaughtError'): void {
    let host: Token | undefined = token;
    while (host) {
      const { id, step, scope }: Token = host;
      const border = (this.index.attached.get(step) ?? []).find((candidate) => kindOf(candidate).catches?.(candidate, code));
      if (border) {
        this.fact({ fact: 'failed', step: token.step, code, message, caughtBy: border.id });
        this.learn(border.id, { code, message });
        this.leaveBorder(border, host, true);
        return;
      }
      host = this.state.tokens.find((other) => other.id === scope && other.id !== id);
    }
    this.fact({ fact: 'failed', step: token.step, code, message });
    const name = this.step(token.step).name;
    this.incident(token, token.step, incident, {
      zh: `“${name.zh}”未能完成（${code}）：${message}。请重试、更正数据或说明理由跳过。`,
      en: `“${name.en}” could not be completed (${code}): ${message}. Try again, correct the data, or skip it with a reason.`,
    });
  }

  incident(token: Token, step: string, code: CaseState['incidents'][number]['code'], message: Text): void {
    const incident = `i${this.state.seq}.${this.facts.length + 1}`;
    this.state.incidents = [...this.state.incidents, { id: incident, token: token.id, step, code, message, at: this.at }];
    this.fact({ fact: 'incident', incident, step, code, message });
  }

  calendarMissing(token: Token, step: string, years: number[]): void {
    this.effect({ effect: 'loadCalendar', years });
    this.incident(token, step, 'calendarMissing', {
      zh: `尚未载入 ${years.join('、')} 年的工作日历，期限无法计算；请管理员载入该年度放假安排。`,
      en: `The working-day calendar of ${years.join(', ')} is not loaded, so the deadline cannot be computed; an administrator has to load that year’s notice.`,
    });
  }

  conditionNull(step: StepBase, arrival: Arrival, flow: Flow): void {
    conditionIsNull(this, step, arrival, flow.condition ?? '');
  }

  noFlowHolds(step: StepBase, arrival: Arrival): void {
    noFlowHolds(this, step, arrival);
  }

  due(step: StepBase & { due?: { workingDays: number } }, arrival: Arrival): Pick<OpenTask, 'due' | 'period' | 'since'> | 'calendarMissing' {
    return dueOf(this, step, arrival);
  }

  startClock(step: StepBase, token: Token, wait: Wait): Instant | undefined {
    return startClock(this, step, token, wait);
  }

  hear(step: string, event: MessageReceived): void {
    this.fact({ fact: 'heard', step, message: event.message, reference: event.reference });
    this.contribute(step, { ...event.data, reference: event.reference, by: event.actor.id, at: event.at });
  }

  suspend(reason: string, reference: string, by: string, scope: TokenId | '' = ''): void {
    const running = this.state.suspensions.length === 0;
    const suspension: Suspension = { reason, reference, at: this.at, by, ...(scope === '' ? {} : { scope }) };
    this.state.suspensions = [...this.state.suspensions, suspension];
    this.fact({ fact: 'suspended', reason, reference });
    if (running) stopClocks(this);
  }

  /** Ends the oldest suspension of this reason; when it was the last one, the clocks run again. */
  resume(reason: string): void {
    const ended = this.state.suspensions.find((suspension) => suspension.reason === reason);
    if (ended) this.endSuspension(ended);
  }

  private endSuspension(ended: Suspension): void {
    this.state.suspensions = this.state.suspensions.filter((suspension) => suspension !== ended);
    this.fact({ fact: 'resumed', reason: ended.reason, reference: ended.reference });
    if (this.state.suspensions.length === 0) restartClocks(this);
  }
}
