import { z } from 'zod';
import type { Approval } from '../process.ts';
import { processSchema, waiverSchema } from '../process.ts';
import { textSchema } from '../text.ts';
import { personSchema } from './drafts.ts';
import { listOf, pageQuery, reasonSchema } from './list.ts';
import { placeSchema, problemSchema } from './problems.ts';

/** What is kept with a published version for good. */
export const approvalSchema = z.object({
  proposal: z.int(),
  proposedBy: personSchema,
  approvedBy: personSchema,
  waivers: z.array(waiverSchema),
  restores: z.int().optional(),
}) as unknown as z.ZodType<Approval>; // zod tells an absent field as possibly undefined

/** Proposing to publish: the draft at this revision, or an earlier version again; findings of the proof may be waived with a reason. */
export const proposeSchema = z
  .strictObject({
    revision: z.int().min(0).optional(),
    version: z.int().min(1).max(2_147_483_647).optional(),
    note: z.string().trim().min(1).max(2_000),
    waivers: z.array(waiverSchema).max(50).default([]),
  })
  .refine(({ revision, version }) => (revision === undefined) !== (version === undefined), 'either `revision` of the draft or an earlier `version`');

/** The states of a proposal. */
export const proposalStates = ['open', 'approved', 'rejected', 'withdrawn'] as const;

/** A proposal to publish, without the process itself. */
export const proposalRowSchema = z.object({
  proposal: z.int(),
  id: z.string(),
  name: textSchema,
  hash: z.string(),
  /** The latest version when it was proposed; 0 where there was none. */
  base: z.int(),
  revision: z.int().optional(),
  restores: z.int().optional(),
  note: z.string(),
  waivers: z.array(waiverSchema),
  proposedBy: personSchema,
  proposedAt: z.string(),
  lastEditor: personSchema.optional(),
  state: z.enum(proposalStates),
  decidedBy: personSchema.optional(),
  decidedAt: z.string().optional(),
  reason: z.string().optional(),
  /** Version as which it was published. */
  version: z.int().optional(),
});

/** What {@link proposalRowSchema} describes. */
export type ProposalRow = z.infer<typeof proposalRowSchema>;

/** Proposals, newest first. */
export const proposalListSchema = listOf(proposalRowSchema);

/** Which proposals. */
export const proposalQuerySchema = z.strictObject({ process: z.string().max(40).optional(), state: z.enum(proposalStates).optional(), ...pageQuery });

/** One proposal with the process it would publish, and the version against which it was proposed, for the page to compare. */
export const proposalSchema = proposalRowSchema.extend({ process: processSchema, against: processSchema.optional() });

/** What {@link proposalSchema} describes. */
export type ProposalView = z.infer<typeof proposalSchema>;

/** Saying no to a proposal, with the reason. */
export const rejectSchema = z.strictObject({ reason: reasonSchema });

/** A finding of the proof, by the key under which it is waived; one that is not `waivable` stands whoever wants to pass over it. */
const findingSchema = z.object({ key: z.string(), message: textSchema, where: placeSchema, waivable: z.boolean() });

/** What stands against publishing: errors of the rules, findings of the proof that nobody waived, scenarios that go otherwise than told. */
export const obstaclesSchema = z.object({
  problems: z.array(problemSchema),
  findings: z.array(findingSchema),
  scenarios: z.array(z.object({ scenario: z.string(), name: textSchema, faults: z.array(z.object({ at: z.int(), message: textSchema })) })),
});

/** What {@link obstaclesSchema} describes. */
export type Obstacles = z.infer<typeof obstaclesSchema>;
