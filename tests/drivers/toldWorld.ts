import { ApplicationFailure, Context } from '@temporalio/activity';
import type { Activities, CalendarInput, EffectInput } from '../../activities/contracts.ts';
import type { CalendarYear } from '../../model/calendar/calendarYear.ts';
import type { CaseState } from '../../model/case.ts';
import type { Process } from '../../model/process.ts';
import type { JsonObject } from '../../model/text.ts';
import type { TrailEntry } from '../../model/trail.ts';
import { createStore, usualClaimMs, type Store } from '../../server/store/createStore.ts';
import { writeProjection } from '../../server/store/projection.ts';
import { fakeOutside } from '../activities/fakeOutside.ts';
import { openTestDatabase } from '../setup/testStore.ts';
import type { Answer, Answers } from './driver.ts';
import { TemporalWorld } from './temporalWorld.ts';

type Given = Exclude<Answer, 'later'>;

/** One question of one case: what was or will be answered, and how to let it be answered where that was put off. */
interface Question {
  case: string;
  check: string;
  given: Promise<Given>;
  speak?: (given: Given) => void;
}

/** A real server, one worker and one store for many cases at a time, in a world that answers each case as its scenario tells. */
export class ToldWorld {
  private readonly processes = new Map<string, Process>();
  private readonly answers = new Map<string, Answers>();
  private readonly stored = new Map<string, CalendarYear[]>();
  private readonly questions = new Map<string, Question>();

  private constructor(
    readonly world: TemporalWorld,
    private readonly store: Store,
    private readonly settlements: Set<string>,
    private readonly letters: ReadonlyMap<string, unknown>,
  ) {}

  static async open(options: { maxCachedWorkflows?: number } = {}): Promise<{ told: ToldWorld; close(): Promise<void> }> {
    const { outside, seen, letters } = fakeOutside('http://127.0.0.1:1');
    const answer = (input: EffectInput): Promise<JsonObject> => told.answer(input);
    const activities: Partial<Activities> = { lookUp: answer, askOffice: answer, postLedger: answer, orderPayment: answer, notice: answer, sendReminder: answer, scheduleFollowOn: answer, loadCalendar: (input) => told.years(input) };
    const database = await openTestDatabase();
    const store = createStore(database.db, () => new Date(), usualClaimMs, database.signals);
    outside.projection.write = async (projection) => void (await writeProjection(database.db, told.process(projection.case), projection, 0));
    const told: ToldWorld = new ToldWorld(await TemporalWorld.open(outside, undefined, activities), store, seen.settled, letters);
    const worker = await told.world.worker(options);
    return {
      told,
      async close() {
        await worker.stop();
        await told.world.close();
        await database.close();
      },
    };
  }

  /** On which process a case runs, and what its checks will be told. */
  tell(id: string, process: Process, answers: Answers, stored: CalendarYear[]): void {
    this.processes.set(id, process);
    this.answers.set(id, answers);
    this.stored.set(id, stored);
  }

  /** The case as its row in the store shows it; undefined before it has written one. */
  async shown(id: string): Promise<CaseState | undefined> {
    return (await this.store.cases.find(id))?.state ?? undefined;
  }

  /** The case's story as the store keeps it. */
  trail(id: string): Promise<TrailEntry[]> {
    return this.store.trail(id);
  }

  private process(id: string): Process {
    const process = this.processes.get(id);
    if (!process) throw new Error(`No scenario told of ${id}.`);
    return process;
  }

  /** Years of which an administrator was told that this case misses them. */
  yearsAskedFor(id: string): number[] {
    const beginning = `${id}/calendar/`;
    return [...this.letters.keys()].flatMap((effectId) => (effectId.startsWith(beginning) ? [Number(effectId.slice(beginning.length))] : [])).sort();
  }

  /** Lets the oldest question of a check be answered that was told `later`. */
  speak(id: string, check: string, given: Given): void {
    const question = [...this.questions.values()].find((open) => open.case === id && open.check === check && open.speak !== undefined);
    if (!question?.speak) throw new Error(`Nobody waits for an answer of ${check}.`);
    question.speak(given);
    delete question.speak;
  }

  /** Whether a question was asked and told `later`. */
  isPutOff(effectId: string): boolean {
    return this.questions.get(effectId)?.speak !== undefined;
  }

  /** Whether the ledger was told to give back what the case did not pay. */
  settled(id: string): boolean {
    return [...this.settlements].some((effectId) => effectId.startsWith(`${id}/`));
  }

  private years({ case: id, years }: CalendarInput): Promise<CalendarYear[]> {
    return Promise.resolve((this.stored.get(id) ?? []).filter(({ year }) => years.includes(year)));
  }

  private async answer({ effectId, case: id, check }: EffectInput): Promise<JsonObject> {
    const question = this.questions.get(effectId) ?? this.ask(effectId, id, check);
    // A worker that stops does not wait for an answer that the story never gives.
    const given = await Promise.race([question.given, Context.current().cancelled]);
    if ('succeeds' in given) return given.succeeds;
    throw ApplicationFailure.nonRetryable(given.message ?? given.fails, given.fails);
  }

  private ask(effectId: string, id: string, check: string): Question {
    const answers = this.answers.get(id)?.[check];
    if (answers === undefined) throw ApplicationFailure.nonRetryable(`The scenario gives no answer for ${check}.`, 'unforeseen');
    const before = [...this.questions.values()].filter((other) => other.case === id && other.check === check).length;
    const answer = Array.isArray(answers) ? (answers[before] ?? answers.at(-1)) : answers;
    const question: Question = { case: id, check, given: Promise.resolve({ succeeds: {} }) };
    if (answer === undefined || answer === 'later') question.given = new Promise((resolve) => (question.speak = resolve));
    else question.given = Promise.resolve(answer);
    this.questions.set(effectId, question);
    return question;
  }
}
