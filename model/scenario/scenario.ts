import { z } from 'zod';
import { isDay, isInstant, type Day } from '../instant.ts';
import type { Actor, Applicant, Instant, TaskId } from '../case.ts';
import { refusalCodes, type RefusalCode } from '../refusal.ts';
import { textSchema, type Json, type JsonObject, type Text } from '../text.ts';

/** What a rehearsed case begins with: at 09:00 of `day`, as when the desk opens. */
export interface ScenarioStart {
  day: Day;
  applicant: Applicant;
  declaration: JsonObject;
  /** Calendar years that are there; the world of the scenario knows no other, so that a year can be missing. */
  years: number[];
  /** Which payment of the award the case makes; the first where absent. */
  instalment?: number;
  /** What an earlier case decided, in the case of a later instalment: by step. */
  decided?: { [step: string]: Json };
}

/** What a person does. Where `as` is absent it is the first person of the fitting role who may. */
export type ActLine =
  | { line: 'complete'; step: string; task?: TaskId; as?: Actor; outcome: string; data: JsonObject }
  | { line: 'message'; message: string; as?: Actor; data: JsonObject }
  | { line: 'withdraw' | 'suspend' | 'resume' | 'terminate'; as?: Actor; reason: string }
  | { line: 'proposeSkip'; step: string; as?: Actor; reason: string }
  | { line: 'resolve'; step: string; how: 'retry' | 'correct' | 'skip'; as?: Actor; reason: string; data?: { [step: string]: Json } };

/** What the world says to the oldest question of a check that waits, of this step where one is named. */
export interface AnswerLine {
  line: 'answer';
  check: string;
  step?: string;
  answer: CheckAnswer;
}

/** An answer of the world: what the office says, or its final no by its code. */
export type CheckAnswer = { succeeds: JsonObject } | { fails: string; message?: string };

/** Case time passes, and the clocks that run out on the way fire in their order; working days are counted as the process counts them. */
export type TimeLine = { line: 'passUntil'; at: Instant } | { line: 'passWorkingDays'; days: number } | { line: 'passToNextClock' };

/** What is then to be seen: the steps with open tasks (all of them, each once), where the case stands, how it ended, the award so far (fen). */
export type Expectation =
  | { line: 'expectTasks'; steps: string[] }
  | { line: 'expectReached' | 'expectNotReached'; step: string }
  | { line: 'expectOpen' }
  | { line: 'expectClosed'; outcome: string }
  | { line: 'expectAmount'; amountFen: number }
  | { line: 'expectRefused'; code: RefusalCode; act: ActLine };

/** Something that happens to a rehearsed case. */
export type HappeningLine = ActLine | AnswerLine | TimeLine;

/** One line of a scenario: something that happens, or something that is then to be seen. */
export type ScenarioLine = HappeningLine | Expectation;

/** A saved rehearsal that belongs to a process: how a case goes, and what is to be seen on the way; data, played again on every draft. */
export interface Scenario {
  name: Text;
  start: ScenarioStart;
  lines: ScenarioLine[];
}

/** More lines than anyone rehearses. */
export const mostLines = 500;

const word = z.string().min(1).max(200);
const object = z.record(z.string().max(200), z.json());
const reason = z.string().max(2_000);
const actor: z.ZodType<Actor> = z.strictObject({ id: word, name: word, roles: z.array(word).max(20), applicant: z.string().min(1).max(40).optional() });
const as = actor.optional();
const instant = z.string().refine(isInstant, 'an instant of Asia/Shanghai: 2026-03-02T09:00:00.000+08:00');
const day = z.string().refine(isDay, 'a day that exists: 2026-03-02');

const actLines = [
  z.strictObject({ line: z.literal('complete'), step: word, task: z.string().min(1).max(400).optional(), as, outcome: word, data: object }),
  z.strictObject({ line: z.literal('message'), message: word, as, data: object }),
  z.strictObject({ line: z.enum(['withdraw', 'suspend', 'resume', 'terminate']), as, reason }),
  z.strictObject({ line: z.literal('proposeSkip'), step: word, as, reason }),
  z.strictObject({ line: z.literal('resolve'), step: word, how: z.enum(['retry', 'correct', 'skip']), as, reason, data: object.optional() }),
] as const;
const answer = z.union([z.strictObject({ succeeds: object }), z.strictObject({ fails: word, message: z.string().max(500).optional() })]);
const otherLines = [
  z.strictObject({ line: z.literal('answer'), check: word, step: word.optional(), answer }),
  z.strictObject({ line: z.literal('passUntil'), at: instant }),
  z.strictObject({ line: z.literal('passWorkingDays'), days: z.int().min(1).max(500) }),
  z.strictObject({ line: z.literal('passToNextClock') }),
  z.strictObject({ line: z.literal('expectTasks'), steps: z.array(word).max(200) }),
  z.strictObject({ line: z.enum(['expectReached', 'expectNotReached']), step: word }),
  z.strictObject({ line: z.literal('expectOpen') }),
  z.strictObject({ line: z.literal('expectClosed'), outcome: word }),
  z.strictObject({ line: z.literal('expectAmount'), amountFen: z.int().min(0) }),
  z.strictObject({ line: z.literal('expectRefused'), code: z.enum(refusalCodes), act: z.discriminatedUnion('line', actLines) }),
] as const;

/** Well-formedness of a {@link ScenarioLine}. */
export const scenarioLineSchema = z.discriminatedUnion('line', [...actLines, ...otherLines]) as unknown as z.ZodType<ScenarioLine>; // zod tells an absent field as possibly undefined

/** Well-formedness of a {@link ScenarioStart}. */
export const scenarioStartSchema = z.strictObject({
  day,
  applicant: z.strictObject({ creditCode: z.string().min(1).max(40), name: word }),
  declaration: object,
  years: z.array(z.int().min(2000).max(2100)).max(20),
  instalment: z.int().min(1).max(50).optional(),
  decided: object.optional(),
}) as unknown as z.ZodType<ScenarioStart>; // zod tells an absent field as possibly undefined

/** Well-formedness of a {@link Scenario}; that its steps, outcomes and checks are there is found by playing it. */
export const scenarioSchema: z.ZodType<Scenario> = z.strictObject({
  name: textSchema,
  start: scenarioStartSchema,
  lines: z.array(scenarioLineSchema).max(mostLines),
});
