import { advance } from '../../model/advance.ts';
import type { CalendarYear } from '../../model/calendar/calendarYear.ts';
import type { CaseState, Instant } from '../../model/case.ts';
import type { LoadCalendar } from '../../model/effect.ts';
import type { Event } from '../../model/event.ts';
import { msOf } from '../../model/instant.ts';
import { mayAccept } from '../../model/mayAccept.ts';
import type { Process } from '../../model/process.ts';
import type { RefusalCode } from '../../model/refusal.ts';
import { replay } from '../../model/replay.ts';
import type { TrailEntry } from '../../model/trail.ts';
import type { Act, Answer, Answers, Beginning, Driver } from './driver.ts';
import { brokenInvariants, effectsOfOneLife } from './invariants.ts';

/** Runs a case on the kernel alone, by a clock that is turned by hand: a year passes in a millisecond. */
export class PureDriver implements Driver {
  private process: Process | undefined;
  private case: CaseState | undefined;
  private at: Instant = '';
  private answers: Answers = {};
  private readonly entries: TrailEntry[] = [];
  private readonly asked: { [check: string]: number } = {};
  private readonly silent: { check: string; effect: string }[] = [];
  private readonly effectsSoFar = effectsOfOneLife();
  private ledgerSettled = false;
  private stored: CalendarYear[] = [];
  private readonly missing = new Set<number>();

  start({ process, at, applicant, instalment, data, calendar, stored, answers }: Beginning): Promise<void> {
    this.process = process;
    this.answers = answers;
    this.stored = stored;
    this.at = at;
    const actor = { id: 'applicant-1', name: applicant.name, roles: ['applicant'], applicant: applicant.creditCode };
    this.take({ event: 'caseStarted', at, case: 'C-1', actor, applicant, instalment, data, calendar });
    return Promise.resolve();
  }

  act(act: Act): Promise<RefusalCode | undefined> {
    const { process, state } = this.begun();
    const event = { ...act, at: this.at };
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
    const place = this.silent.findIndex((open) => open.check === check);
    const open = this.silent[place];
    if (!open) throw new Error(`Nobody waits for an answer of ${check}.`);
    this.silent.splice(place, 1);
    this.tell(open.effect, answer);
    return Promise.resolve();
  }

  passTo(instant: Instant): Promise<void> {
    for (;;) {
      const due = this.begun().state.timers.flatMap(({ id, at }) => (at !== undefined && msOf(at) <= msOf(instant) ? [{ id, at }] : []));
      const next = due.sort((a, b) => msOf(a.at) - msOf(b.at))[0];
      if (!next) break;
      if (msOf(next.at) > msOf(this.at)) this.at = next.at;
      this.take({ event: 'timerFired', at: this.at, timer: next.id });
    }
    this.at = instant;
    return Promise.resolve();
  }

  now(): Promise<Instant> {
    return Promise.resolve(this.at);
  }

  state(): Promise<CaseState> {
    return Promise.resolve(this.begun().state);
  }

  trail(): Promise<TrailEntry[]> {
    return Promise.resolve(this.entries);
  }

  yearsAskedFor(): Promise<number[]> {
    return Promise.resolve([...this.missing].sort());
  }

  settled(): Promise<boolean> {
    return Promise.resolve(this.ledgerSettled);
  }

  /** Replays the whole trail: what was played has to be told again word by word. */
  end(): Promise<void> {
    const { process, state } = this.begun();
    const again = replay(process, JSON.parse(JSON.stringify(this.entries)) as TrailEntry[]); // JSON of what it was a line before
    if (again.divergence) throw new Error(`The trail replays differently from entry ${again.divergence.seq} on.`);
    if (JSON.stringify(again.state) !== JSON.stringify(state)) throw new Error('The replayed state is another one.');
    return Promise.resolve();
  }

  private begun(): { process: Process; state: CaseState } {
    if (!this.process || !this.case) throw new Error('The case has not begun.');
    return { process: this.process, state: this.case };
  }

  private take(event: Event): void {
    if (!this.process) throw new Error('The case has not begun.');
    const next = advance(this.process, this.case, event);
    this.case = next.state;
    this.entries.push(next.trail);
    const broken = [...brokenInvariants(this.process, next.state), ...this.effectsSoFar(next.effects)];
    if (broken.length > 0) throw new Error(`After ${event.event}: ${broken.join('; ')}.`);
    for (const effect of next.effects) {
      if (effect.effect === 'settleLedger') this.ledgerSettled = true;
      if (effect.effect === 'runCheck') this.ask(effect.check, effect.id);
      if (effect.effect === 'loadCalendar') this.loadCalendar(effect);
    }
  }

  private loadCalendar({ years, beginning }: LoadCalendar): void {
    const known = new Set(this.begun().state.calendar.map(({ year }) => year));
    const news = this.stored.filter(({ year }) => years.includes(year) && !known.has(year));
    if (beginning || news.length > 0) this.take({ event: 'calendarLoaded', at: this.at, actor: { id: 'system', name: '系统', roles: ['administrator'] }, years: news, timers: 'keep' });
    if (beginning) return;
    for (const year of years) if (!known.has(year) && !news.some((loaded) => loaded.year === year)) this.missing.add(year);
  }

  private ask(check: string, effect: string): void {
    const answers = this.answers[check];
    if (answers === undefined) throw new Error(`The scenario gives no answer for ${check}.`);
    const time = this.asked[check] ?? 0;
    this.asked[check] = time + 1;
    const answer = Array.isArray(answers) ? (answers[time] ?? answers.at(-1)) : answers;
    if (answer === undefined || answer === 'later') this.silent.push({ check, effect });
    else this.tell(effect, answer);
  }

  private tell(effect: string, answer: Exclude<Answer, 'later'>): void {
    if ('succeeds' in answer) this.take({ event: 'effectSucceeded', at: this.at, effect, answer: answer.succeeds });
    else this.take({ event: 'effectFailed', at: this.at, effect, code: answer.fails, message: answer.message ?? answer.fails });
  }
}
