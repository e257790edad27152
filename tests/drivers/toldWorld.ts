import { ApplicationFailure, Context } from '@temporalio/activity';
import type { Activities, CalendarInput, EffectInput } from '../../activities/contracts.ts';
import type { CalendarYear } from '../../model/calendar/calendarYear.ts';
import type { JsonObject } from '../../model/text.ts';
import { fakeOutside } from '../activities/fakeOutside.ts';
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

/** A real server and one worker for many cases at a time, in a world that answers each case as its scenario tells. */
export class ToldWorld {
  private readonly answers = new Map<string, Answers>();
  private readonly stored = new Map<string, CalendarYear[]>();
  private readonly questions = new Map<string, Question>();

  private constructor(
    readonly world: TemporalWorld,
    private readonly settlements: Set<string>,
    private readonly letters: ReadonlyMap<string, unknown>,
  ) {}

  static async open(options: { maxCachedWorkflows?: number } = {}): Promise<{ told: ToldWorld; close(): Promise<void> }> {
    const { outside, seen, letters } = fakeOutside('http://127.0.0.1:1');
    const answer = (input: EffectInput): Promise<JsonObject> => told.answer(input);
    const activities: Partial<Activities> = { lookUp: answer, askOffice: answer, postLedger: answer, orderPayment: answer, notice: answer, sendReminder: answer, scheduleFollowOn: answer, loadCalendar: (input) => told.years(input) };
    const told: ToldWorld = new ToldWorld(await TemporalWorld.open(outside, undefined, activities), seen.settled, letters);
    const worker = await told.world.worker(options);
    return {
      told,
      async close() {
        await worker.stop();
        await told.world.close();
      },
    };
  }

  /** What the checks of a case will be told. */
  tell(id: string, answers: Answers, stored: CalendarYear[]): void {
    this.answers.set(id, answers);
    this.stored.set(id, stored);
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
