import { z } from 'zod';
import type { Incident, OpenTask, Period, Suspension, Timer, Token } from '../case.ts';
import { stageIds } from '../steps/defineStep.ts';
import { textSchema } from '../text.ts';
import type { TrailEntry } from '../trail.ts';
import { documentViewSchema } from './documents.ts';
import { incidentMaySchema, stoppageSchema } from './incidents.ts';
import { applicantSchema, daySchema, fenSchema, instantSchema, listOf, pageQuery, reasonSchema } from './list.ts';
import { noticeViewSchema, receivedMessageSchema } from './notices.ts';
import { postingSchema } from './budget.ts';
import { refusalSchema } from './problemDetails.ts';
import { taskViewSchema } from './tasks.ts';

/** How a case stands, in one word. */
export const caseStatuses = ['starting', 'scheduled', 'running', 'suspended', 'incident', 'closed'] as const;

/** One case as the lists show it. */
export const caseRowSchema = z.object({
  case: z.string(),
  measure: z.string(),
  process: z.string(),
  version: z.int(),
  name: textSchema,
  applicant: applicantSchema,
  instalment: z.int().min(1),
  /** The case whose next instalment this one is. */
  parent: z.string().optional(),
  /** Stage of the first token; absent once closed. */
  stage: z.enum(stageIds).optional(),
  /** Steps at which tokens rest. */
  steps: z.array(z.string()),
  status: z.enum(caseStatuses),
  outcome: z.string().optional(),
  amountFen: fenSchema.optional(),
  paidFen: fenSchema.optional(),
  startedAt: instantSchema,
  updatedAt: instantSchema,
  closedAt: instantSchema.optional(),
  /** Earliest due instant of an open task. */
  due: instantSchema.optional(),
  incidents: z.int().min(0),
  seq: z.int().min(0),
  /** When a follow-on case begins that has not begun. */
  scheduledFor: instantSchema.optional(),
});

/** What {@link caseRowSchema} describes. */
export type CaseRow = z.infer<typeof caseRowSchema>;

/** A page of cases; the first one tells how many there are in all, and where they are too many to count, that there are more. */
export const caseListSchema = listOf(caseRowSchema).extend({ moreThanTotal: z.literal(true).optional() });

/** Which cases to list and how. */
export const caseQuerySchema = z.strictObject({
  measure: z.string().max(10).optional(),
  status: z.enum(caseStatuses).optional(),
  stage: z.enum(stageIds).optional(),
  outcome: z.string().max(60).optional(),
  q: z.string().trim().max(100).optional(),
  sort: z
    .enum(['-updatedAt', 'updatedAt', '-startedAt', 'startedAt', '-case', 'case', '-amount', 'amount'])
    .default('-updatedAt'),
  ...pageQuery,
});

/** What {@link caseQuerySchema} describes. */
export type CaseQuery = z.infer<typeof caseQuerySchema>;

/** Beginning a case: an applicant files for itself, an intake clerk may file on its behalf and override a credit code with a reason. */
export const declareSchema = z.strictObject({
  measure: z.string().max(10),
  applicant: applicantSchema,
  declaration: z.record(z.string(), z.json()),
  documents: z.array(z.string().max(80)).max(50),
  creditCodeOverride: z.strictObject({ reason: reasonSchema }).optional(),
  /** Sandbox only: the day on which this case begins, and how many real milliseconds one of its days lasts. */
  sandboxClock: z.strictObject({ start: daySchema.refine((day) => day >= '2000-01-01' && day <= '2100-12-31', '2000-01-01 … 2100-12-31'), dayMs: z.int().min(10).max(86_400_000) }).optional(),
});

/** What {@link declareSchema} describes. */
export type Declare = z.infer<typeof declareSchema>;

/** An act on a whole case: withdraw, suspend, resume, terminate. */
export const caseActSchema = z.strictObject({ reason: reasonSchema });

/** Helping a stuck case on; `skip` confirms what somebody else proposed. */
export const resolveIncidentSchema = z.strictObject({
  how: z.enum(['retry', 'correct', 'skip']),
  reason: reasonSchema,
  data: z.record(z.string(), z.json()).optional(),
});

const tokenSchema: z.ZodType<Token> = z.object({
  id: z.string(),
  step: z.string(),
  scope: z.string(),
  visit: z.int(),
  via: z.string().optional(),
  wait: z.record(z.string(), z.json()),
});

const periodSchema: z.ZodType<Period> = z.union([
  z.object({ workingDays: z.int(), firstDayCounts: z.boolean() }),
  z.object({ milliseconds: z.number() }),
  z.object({ date: instantSchema }),
]);

const timerSchema: z.ZodType<Timer> = z.object({
  id: z.string(),
  step: z.string(),
  token: z.string(),
  startedAt: instantSchema,
  period: periodSchema,
  at: instantSchema.optional(),
  remaining: periodSchema.optional(),
});

const suspensionSchema: z.ZodType<Suspension> = z.object({ reason: z.string(), reference: z.string(), at: instantSchema, by: z.string(), scope: z.string().optional() });

const incidentSchema: z.ZodType<Incident> = z.object({
  id: z.string(),
  token: z.string(),
  step: z.string(),
  code: z.enum(['checkFailed', 'conditionNull', 'calendarMissing', 'runaway', 'noRowMatches', 'uncaughtError']),
  message: textSchema,
  at: instantSchema,
  proposal: z.object({ by: z.string(), name: z.string(), at: instantSchema, reason: z.string() }).optional(),
});

/** A task as the case itself knows it. */
export const openTaskSchema: z.ZodType<OpenTask> = z.object({
  task: z.string(),
  token: z.string(),
  step: z.string(),
  role: z.string(),
  openedAt: instantSchema,
  due: instantSchema.optional(),
  period: periodSchema.optional(),
  since: instantSchema.optional(),
});

/** The clock by which a case lives: case time = `start` + (real − `realStart`) × `factor`. */
export const caseClockSchema = z.object({
  start: instantSchema,
  /** Milliseconds since 1970-01-01T00:00Z, real time. */
  realStart: z.number(),
  factor: z.number(),
});

/** What {@link caseClockSchema} describes. */
export type CaseClock = z.infer<typeof caseClockSchema>;

const may = z.union([z.literal(true), refusalSchema]).meta({ description: '`true`, or why not' });

/** One case in full, as far as the reader may see it; personal fields are `null`-masked for who is not entitled. */
export const caseViewSchema = caseRowSchema.extend({
  tokens: z.array(tokenSchema),
  visits: z.record(z.string(), z.int()),
  tasks: z.array(taskViewSchema),
  timers: z.array(timerSchema),
  suspensions: z.array(suspensionSchema),
  /** Why the case is stuck, and what the reader may do about it. */
  incidentList: z.array(incidentSchema.and(z.object({ may: incidentMaySchema }))),
  /** Why the engine of the case stands still, where it does; for staff. */
  stoppage: stoppageSchema.optional(),
  data: z.record(z.string(), z.json()),
  /** JSON pointers of what was masked in `data`. */
  masked: z.array(z.string()),
  documents: z.array(documentViewSchema),
  notices: z.array(noticeViewSchema),
  messages: z.array(receivedMessageSchema),
  ledger: z.array(postingSchema),
  /** Claims that an administrator took from somebody; for staff. */
  claimReleases: z.array(z.object({ task: z.string(), holder: z.string(), by: z.string(), reason: z.string(), at: z.string() })),
  followOns: z.array(caseRowSchema),
  may: z.object({ withdraw: may, suspend: may, resume: may, terminate: may }),
  clock: caseClockSchema,
});

/** What {@link caseViewSchema} describes. */
export type CaseView = z.infer<typeof caseViewSchema>;

/** A case's story, or its continuation after an entry. */
export const trailSchema = listOf(
  // The kernel's union of events and facts stands in model/event.ts and model/trail.ts; here it is only passed on.
  z.looseObject({
    seq: z.int(),
    event: z.looseObject({ event: z.string(), at: instantSchema }),
    facts: z.array(z.looseObject({ fact: z.string() })),
  }) as unknown as z.ZodType<TrailEntry>,
);

/** Which part of the story to give. */
export const trailQuerySchema = z.strictObject({ after: z.coerce.number().int().min(0).max(2_147_483_646).default(0) });

/** What the archive holds of a closed case: one item for each run. */
export const archivedRunSchema = z.object({
  run: z.string(),
  events: z.int(),
  sha256: z.string(),
  size: z.int(),
  archivedAt: z.string(),
});

/** What {@link archivedRunSchema} describes. */
export type ArchivedRun = z.infer<typeof archivedRunSchema>;

/** All archived runs of a case, first run first. */
export const archivedRunListSchema = listOf(archivedRunSchema);
