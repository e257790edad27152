import { z } from 'zod';
import { processSchema } from '../process.ts';
import { scenarioSchema } from '../scenario/scenario.ts';
import { textSchema } from '../text.ts';
import { listOf } from './list.ts';

/** The largest draft the door takes, in bytes: more than may be published, so that what is too large can be kept and made smaller. */
export const draftLimitBytes = 1024 * 1024;

/** The largest scenario the door takes, in bytes. */
export const scenarioLimitBytes = 256 * 1024;

/** Saved rehearsals that a process can have: all of them are played before it is published. */
export const mostScenarios = 50;

/** So long (real milliseconds) somebody counts as present after saying so. */
export const presenceMs = 45_000;

/** Somebody who did something, as they were called when they did it. */
export const personSchema = z.object({ id: z.string(), name: z.string() });

/** What {@link personSchema} describes. */
export type Person = z.infer<typeof personSchema>;

/** Where a draft stands: the version it began from (0: never published), its revision, who changed it last and when (absent where nobody did). */
export const draftStandingSchema = z.object({
  id: z.string(),
  base: z.int(),
  revision: z.int(),
  /** Whether there is a draft at all; where not, the process is the latest version. */
  saved: z.boolean(),
  changedBy: personSchema.optional(),
  changedAt: z.string().optional(),
});

/** What {@link draftStandingSchema} describes. */
export type DraftStanding = z.infer<typeof draftStandingSchema>;

/** The draft of a process; where there is none, its latest version. */
export const draftSchema = draftStandingSchema.extend({ process: processSchema });

/** What {@link draftSchema} describes. */
export type Draft = z.infer<typeof draftSchema>;

/** All drafts there are. */
export const draftListSchema = listOf(draftStandingSchema.extend({ name: textSchema, measure: z.string() }));

/** A draft as it shall be kept; `revision` is the one it was made from, and `base` the version it now rests on, where that changed. */
export const putDraftSchema = z.strictObject({
  revision: z.int().min(0).max(2_147_483_647),
  base: z.int().min(0).max(2_147_483_647).optional(),
  process: z.unknown().meta({ description: 'The whole process; what is malformed in it is told by its place (422)' }),
});

/** Throwing a draft away, as it stood at this revision. */
export const discardDraftSchema = z.strictObject({ revision: z.coerce.number().int().min(0).max(2_147_483_647) });

/** A new process as a copy of another, under an id of its own. */
export const createProcessSchema = z.strictObject({
  id: z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,39}$/),
  copyOf: z.string().min(1).max(40),
  name: textSchema.optional(),
});

/** A saved rehearsal of a process. */
export const keptScenarioSchema = z.object({ scenario: z.string(), content: scenarioSchema, changedBy: personSchema, changedAt: z.string() });

/** What {@link keptScenarioSchema} describes. */
export type KeptScenario = z.infer<typeof keptScenarioSchema>;

/** All saved rehearsals of a process. */
export const scenarioListSchema = listOf(keptScenarioSchema);

/** Saying that the page of a process is open, or is being left. */
export const presenceSchema = z.strictObject({ here: z.boolean() });

/** Who has the page of a process open now. */
export const presenceListSchema = listOf(personSchema.extend({ at: z.string() }));

/** One line `event: draft` of the event stream: what of this process is out of date. */
export const draftChangeSchema = z.object({ process: z.string(), what: z.enum(['draft', 'proposal', 'version', 'scenarios', 'presence']) });

/** What {@link draftChangeSchema} describes. */
export type DraftChange = z.infer<typeof draftChangeSchema>;
