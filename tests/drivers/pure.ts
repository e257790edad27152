import { advance } from '../../model/advance.ts';
import type { CaseState, Instant } from '../../model/case.ts';
import type { Event } from '../../model/event.ts';
import { mayAccept } from '../../model/mayAccept.ts';
import type { RefusalCode } from '../../model/refusal.ts';
import { answered, beginCase, lookUpCalendar, nextToFire, take, type VirtualCase } from '../../model/rehearsal/virtualCase.ts';
import { replay } from '../../model/replay.ts';
import type { TrailEntry } from '../../model/trail.ts';
import type { Act, Answer, Answers, Beginning, Driver } from './driver.ts';
import { brokenInvariants, effectsOfOneLife } from './invariants.ts';

/** Runs a case on the kernel alone, as a rehearsal does: a year passes in a millisecond. After every event the invariants are asked. */
export class PureDriver implements Driver {
  private case: VirtualCase | undefined;
  private answers: Answers = {};
  private readonly told: { [check: string]: number } = {};
  private readonly effectsSoFar = effectsOfOneLife();

  start({ process, at, applicant, instalment, data, calendar, stored, answers }: Beginning): Promise<void> {
    this.answers = answers;
    const actor = { id: 'applicant-1', name: applicant.name, roles: ['applicant'], applicant: applicant.creditCode };
    this.goOn(beginCase(process, { event: 'caseStarted', at, case: 'C-1', actor, applicant, instalment, data, calendar }, stored));
    return Promise.resolve();
  }

  act(act: Act): Promise<RefusalCode | undefined> {
    const { process, state, now } = this.begun();
    const event = { ...act, at: now };
    const refusal = mayAccept(process, state, event);
    if (!refusal) this.take(event);
    else {
      const { facts } = advance(process, state, event).trail;
      const told = facts.map((fact) => (fact.fact === 'ignored' ? fact.code : fact.fact));
      if (told.join() !== refusal.code) throw new Error(`mayAccept refuses (${refusal.code}), and advance tells ${told.join()}.`);
    }
    return Promise.resolve(refusal?.code);
  }

  answer(check: string, answer: Exclude<Answer, 'later'>): Promise<void> {
    const open = this.begun().asked.find((question) => question.check === check);
    if (!open) throw new Error(`Nobody waits for an answer of ${check}.`);
    this.tell(open.id, answer);
    return Promise.resolve();
  }

  passTo(instant: Instant): Promise<void> {
    for (let event = nextToFire(this.begun(), instant); event; event = nextToFire(this.begun(), instant)) this.take(event);
    this.case = { ...this.begun(), now: instant };
    return Promise.resolve();
  }

  now(): Promise<Instant> {
    return Promise.resolve(this.begun().now);
  }

  state(): Promise<CaseState> {
    return Promise.resolve(this.begun().state);
  }

  trail(): Promise<TrailEntry[]> {
    return Promise.resolve([...this.begun().trail]);
  }

  yearsAskedFor(): Promise<number[]> {
    return Promise.resolve([...this.begun().missing]);
  }

  settled(): Promise<boolean> {
    return Promise.resolve(this.begun().settled);
  }

  /** Replays the whole trail: what was played has to be told again word by word. */
  end(): Promise<void> {
    const { process, state, trail } = this.begun();
    const again = replay(process, JSON.parse(JSON.stringify(trail)) as TrailEntry[]); // JSON of what it was a line before
    if (again.divergence) throw new Error(`The trail replays differently from entry ${again.divergence.seq} on.`);
    if (JSON.stringify(again.state) !== JSON.stringify(state)) throw new Error('The replayed state is another one.');
    return Promise.resolve();
  }

  private begun(): VirtualCase {
    if (!this.case) throw new Error('The case has not begun.');
    return this.case;
  }

  private take(event: Event): void {
    this.goOn(take(this.begun(), event));
  }

  /** Looks at the case after an event, and lets the world answer what that asked, in order. */
  private goOn(next: VirtualCase): void {
    this.case = next;
    const { process, state, latest, trail } = next;
    const broken = [...brokenInvariants(process, state), ...this.effectsSoFar([...latest])];
    if (broken.length > 0) throw new Error(`After ${trail.at(-1)?.event.event}: ${broken.join('; ')}.`);
    for (const effect of latest) {
      if (effect.effect === 'runCheck') this.ask(effect.check, effect.id);
      if (effect.effect !== 'loadCalendar') continue;
      const { case: noted, loaded } = lookUpCalendar(this.begun(), effect);
      this.case = noted;
      if (loaded) this.take(loaded);
    }
  }

  private ask(check: string, effect: string): void {
    const answers = this.answers[check];
    if (answers === undefined) throw new Error(`The scenario gives no answer for ${check}.`);
    const time = this.told[check] ?? 0;
    this.told[check] = time + 1;
    const answer = Array.isArray(answers) ? (answers[time] ?? answers.at(-1)) : answers;
    if (answer !== undefined && answer !== 'later') this.tell(effect, answer);
  }

  private tell(effect: string, answer: Exclude<Answer, 'later'>): void {
    const before = this.begun();
    this.case = { ...before, asked: before.asked.filter(({ id }) => id !== effect) };
    this.take(answered(effect, before.now, answer));
  }
}
