import { z } from 'zod';
import { stageIds } from '../steps/defineStep.ts';
import { textSchema } from '../text.ts';
import { instantSchema, listOf, pageQuery, reasonSchema } from './list.ts';
import { refusalSchema } from './problemDetails.ts';

/** Why a case cannot go on by itself: what its own state names, and what is found at the engine that runs it. */
export const incidentKinds = ['checkFailed', 'conditionNull', 'calendarMissing', 'runaway', 'noRowMatches', 'uncaughtError', 'workflowTaskFailed', 'endedOutside'] as const;

/** One of {@link incidentKinds}. */
export type IncidentKind = (typeof incidentKinds)[number];

const may = z.union([z.literal(true), refusalSchema]).meta({ description: '`true`, or why not' });

/** What the reader may do about one incident of a case's state. */
export const incidentMaySchema = z.object({ retry: may, correct: may, proposeSkip: may, skip: may });

/** A case whose engine stopped: what is wrong, what to do, and what the reader may do about it. */
export const stoppageSchema = z.object({
  kind: z.enum(['workflowTaskFailed', 'endedOutside']),
  message: textSchema,
  toDo: textSchema,
  /** Real time since which the engine stands still. */
  since: instantSchema,
  may: z.object({ recover: may }),
});

/** What {@link stoppageSchema} describes. */
export type Stoppage = z.infer<typeof stoppageSchema>;

/** One thing that keeps a case from going on: case, place, reason, and what to do. */
export const incidentRowSchema = z.object({
  case: z.string(),
  measure: z.string(),
  name: textSchema,
  applicant: z.string(),
  kind: z.enum(incidentKinds),
  /** Its id in the case's state, by which it is helped on; absent where the engine stopped. */
  incident: z.string().optional(),
  stage: z.enum(stageIds).optional(),
  step: z.string().optional(),
  stepName: textSchema.optional(),
  message: textSchema,
  toDo: textSchema,
  /** Case time at which it arose. */
  at: instantSchema.optional(),
  /** Real time since which the engine stands still. */
  since: instantSchema.optional(),
  proposal: z.object({ by: z.string(), name: z.string(), at: instantSchema, reason: z.string() }).optional(),
  may: incidentMaySchema.partial().extend({ recover: may.optional() }),
});

/** What {@link incidentRowSchema} describes. */
export type IncidentRow = z.infer<typeof incidentRowSchema>;

/** A page of incidents, stopped engines first. */
export const incidentListSchema = listOf(incidentRowSchema);

/** Which incidents. */
export const incidentQuerySchema = z.strictObject({ kind: z.enum(incidentKinds).optional(), measure: z.string().max(10).optional(), ...pageQuery });

/** What {@link incidentQuerySchema} describes. */
export type IncidentQuery = z.infer<typeof incidentQuerySchema>;

/** Setting a case going again whose workflow was ended from outside, or closing it. */
export const recoverSchema = z.strictObject({ how: z.enum(['restart', 'close']), reason: reasonSchema });
