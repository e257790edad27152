import { z } from 'zod';
import type { Instant, Token } from '../case.ts';
import type { Event } from '../event.ts';
import type { JsonSchema } from '../form/jsonSchema.ts';
import type { Problem } from '../problem.ts';
import type { Process } from '../process.ts';
import { textSchema, type JsonObject, type Text } from '../text.ts';
import type { Arrival, Turn } from '../turn.ts';
import type { Outcome } from './outcome.ts';
import type { Renaming } from './renaming.ts';

/** The five milestones that every measure shares, in order. */
export const stageIds = ['declaration', 'preliminaryReview', 'onSiteCheck', 'publicity', 'disbursement'] as const;

/** One of {@link stageIds}. */
export type StageId = (typeof stageIds)[number];

/** What every step has, whatever its kind. */
export interface StepBase {
  /** camelCase, unique in the process; also the FEEL name under which the step's data stand. */
  id: string;
  kind: string;
  name: Text;
  stage: StageId;
  /** The subprocess that contains this step; absent at the top. */
  parent?: string;
  /** Top left corner on the canvas, relative to the subprocess that contains it. */
  position: { x: number; y: number };
  /** When the step is needed at all; where this is false it is recorded as not required, with its rule, and passed. */
  required?: { when: string; rule: string; reason: Text };
  /** Goes on while the case is suspended: the steps that answer the objection which suspended it. */
  whileSuspended?: boolean;
}

/** A camelCase name that FEEL can read. */
export const nameSchema = z.string().regex(/^[a-z][A-Za-z0-9]{0,59}$/, 'camelCase name');

/** A FEEL expression as text; whether it parses is a rule's business. */
export const feelSchema = z.string().min(1).max(2_000).meta({ widget: 'feel' });

/** The zod shape of {@link StepBase} without `kind`, for each kind to extend. */
export const stepShape = {
  id: nameSchema.meta({ widget: 'identifier', label: { zh: '标识', en: 'Identifier' } }),
  name: textSchema.meta({ label: { zh: '名称', en: 'Name' } }),
  stage: z.enum(stageIds).meta({ widget: 'stage', label: { zh: '阶段', en: 'Stage' } }),
  parent: nameSchema.optional().meta({ widget: 'container', label: { zh: '所在子流程', en: 'Inside subprocess' } }),
  position: z.strictObject({ x: z.number(), y: z.number() }).meta({ widget: 'onCanvas', label: { zh: '位置', en: 'Position' } }),
  required: z
    .strictObject({
      when: feelSchema.meta({ label: { zh: '条件', en: 'Condition' } }),
      rule: z.string().min(1).max(80).meta({ label: { zh: '依据的规则', en: 'Rule' } }),
      reason: textSchema.meta({ label: { zh: '不需要时的说明', en: 'Reason where it is not' } }),
    })
    .optional()
    .meta({ label: { zh: '何时需要', en: 'Required when' } }),
  whileSuspended: z.boolean().optional().meta({ label: { zh: '中止期间仍进行', en: 'Goes on while suspended' } }),
};

/** How a kind looks on the canvas, as data, so that no React reaches the workflow sandbox. */
export interface Look<S> {
  shape: 'event' | 'task' | 'gateway' | 'subProcess';
  /** Ring of an event: `thin` start, `double` intermediate or boundary, `thick` end. */
  ring?: 'thin' | 'double' | 'thick';
  icon: string;
  /** One line under the name: who, how long, which check. */
  summary(step: S): Text | undefined;
}

/** What shared code wants to know about a task, whichever kind opens it. */
export interface TaskDefinition {
  role: string;
  duty?: string;
  form?: string;
  outcomes: Outcome[];
  /** How many different people do it; absent: one. */
  persons?: number;
}

/** What a new step is given to lean on, beside what every step has. */
export interface Given {
  /** A role of the process. */
  role: string;
  /** The step on whose border it will sit, where it is one that does. */
  host: string;
}

/** What can become of a token at a step when nothing is known of the case's data: what a proof over all cases asks of a kind. */
export interface Moves {
  /** What the wait is for: a person's act, an answer of the world, time, a message; for a boundary step, what its host's token may meet. Absent where no token rests of itself. */
  on?: 'task' | 'answer' | 'time' | 'message' | 'error';
  /** A boundary step takes its host's token off the board. */
  interrupts?: boolean;
  /** The reason for which the case is suspended when this happens. */
  suspends?: string;
  /** The reason of which the oldest suspension ends when this happens. */
  resumes?: string;
  /** What ends with a token that comes here: itself, its whole scope, or what the error that it raises interrupts. */
  ends?: 'token' | 'scope' | 'error';
  /** How the case comes out that ends here at the top. */
  outcome?: string;
}

/** One kind of step: its data, its look, and what a token does in it. Shared code asks these members and never the kind's name. */
export interface StepKind<S extends StepBase> {
  kind: S['kind'];
  title: Text;
  fields: z.ZodType<S>;
  look: Look<S>;
  /** BPMN 2.0 element to which this kind corresponds. */
  bpmn: string;
  /** A scope begins here. */
  begins: boolean;
  /** A scope's token ends here. */
  ends: boolean;
  /** Sits on the border of another step. */
  attachedTo?(step: S): string;
  /** Whether a token that ends here takes all others of its scope with it. */
  endsScope?(step: S): boolean;
  /** Contains other steps. */
  contains: boolean;
  /** How several incoming flows meet: each token passes, all are awaited, or those that can still come. */
  join: 'each' | 'all' | 'inclusive';
  /** How several outgoing flows are chosen. */
  split: 'all' | 'exclusive' | 'inclusive';
  /** Whether a token rests here until a person, the world or time moves it on. */
  waits(step: S): boolean;
  /** What can become of a token here, whatever the data. */
  moves(step: S): Moves;
  /** Roles whose people work here. */
  roles(step: S): string[];
  /** FEEL expressions of this step with the type they must have, by field path. */
  expressions(step: S): { field: string; feel: string; type: 'boolean' | 'integer' | 'date' | 'any' }[];
  /** What the step's own fields say once things have other names; what every step has is renamed by shared code. */
  renamed(step: S, to: Renaming): Partial<S>;
  /** The least well-formed step of this kind: what is put on the canvas. */
  blank(base: Omit<StepBase, 'kind'>, given: Given): S;
  /** JSON Schema of what the step contributes to the case data under its id; of the process it asks the forms alone. */
  contributes(step: S, process: Pick<Process, 'forms'>): JsonSchema | undefined;
  /** A token arrives: pass it on, or let it rest. */
  enter(turn: Turn, step: S, arrival: Arrival): void;
  /** The task this step opens, for shared code to show and to judge. */
  task?(step: S): TaskDefinition;
  /** The check this step asks of the world. */
  asks?(step: S): string;
  /** What one person may see of a wait that is not over; everything where the kind does not say. */
  shows?(wait: JsonObject, person: string): JsonObject;
  /** The message this step listens to, at rest or on its host's border. */
  hears?(step: S): string;
  /** Whether this boundary step catches an error of its host. */
  catches?(step: S, code: string): boolean;
  /** Error codes this step may raise, for boundary steps to catch. */
  raises?(step: S): string[];
  /** The host of this boundary step began to wait. */
  arm?(turn: Turn, step: S, host: Token): void;
  /** The clock of this step runs, for the first time or again, until `at`; for a boundary step `token` is its host's. */
  clockRuns?(turn: Turn, step: S, token: Token, at: Instant): void;
  /** No token is left in the scope that this step contains. */
  scopeEnded?(turn: Turn, step: S, token: Token): void;
  /** What a resting token was waiting for has happened; for a boundary step `token` is its host's. */
  resume(turn: Turn, step: S, token: Token, event: Event): void;
  /** Faults that only this kind can see. */
  check(process: Process, step: S): Problem[];
}

/** Declares a step kind; the identity function that gives one shape to every file of this folder. */
export function defineStep<S extends StepBase>(kind: StepKind<S>): StepKind<S> {
  return kind;
}
