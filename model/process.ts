import { z } from 'zod';
import { jsonSchemaSchema, type JsonSchema } from './form/jsonSchema.ts';
import { measureSchema, type Measure } from './measure.ts';
import { feelSchema, nameSchema, stageIds, type StageId } from './steps/defineStep.ts';
import { stepSchema, type Step } from './steps/index.ts';
import { textSchema, type Text } from './text.ts';

/** One of the five milestones, with its name in this process. */
export interface Stage {
  id: StageId;
  name: Text;
}

/** Who works: a role of this process; people get roles from the door. */
export interface Role {
  id: string;
  name: Text;
}

/** One arrow from a step to a step. */
export interface Flow {
  id: string;
  from: string;
  to: string;
  name?: Text;
  /** FEEL; only on flows that leave a step which chooses. */
  condition?: string;
  /** Taken when no condition of its siblings holds. */
  isDefault?: boolean;
}

/** A form of a process: one JSON Schema 2020-12, by which the page shows it and the door validates it. */
export interface Form {
  id: string;
  name: Text;
  schema: JsonSchema;
}

/** The definition drawn by a process owner; a published version never changes. */
export interface Process {
  id: string;
  name: Text;
  stages: Stage[];
  roles: Role[];
  steps: Step[];
  flows: Flow[];
  forms: Form[];
  /** Form that the applicant fills to begin. */
  declarationForm: string;
  /** Sets of duties of which one person may exercise only one on a case. */
  separation: string[][];
  /** Whether the first day of a period of working days counts. */
  firstDayCounts: boolean;
  /** The step after whose completion the applicant can no longer withdraw. */
  awardedBy?: string;
  measure: Measure;
}

/** Well-formedness of a {@link Stage}. */
export const stageSchema: z.ZodType<Stage> = z.strictObject({ id: z.enum(stageIds), name: textSchema });

/** Well-formedness of a {@link Role}. */
export const roleSchema: z.ZodType<Role> = z.strictObject({ id: nameSchema, name: textSchema });

/** Well-formedness of a {@link Flow}. */
export const flowSchema: z.ZodType<Flow> = z.strictObject({
  id: nameSchema,
  from: nameSchema,
  to: nameSchema,
  name: textSchema.optional(),
  condition: feelSchema.optional(),
  isDefault: z.boolean().optional(),
});

/** Well-formedness of a {@link Form}; whether its schema makes a usable form is a rule's business. */
export const formSchema: z.ZodType<Form> = z.strictObject({ id: nameSchema, name: textSchema, schema: jsonSchemaSchema });

/** Well-formedness of a {@link Process}: a draft may be incomplete but never malformed. */
export const processSchema: z.ZodType<Process> = z.strictObject({
  id: z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,39}$/),
  name: textSchema,
  stages: z.array(stageSchema).max(5),
  roles: z.array(roleSchema).max(50),
  steps: z.array(stepSchema).max(2_000),
  flows: z.array(flowSchema).max(4_000),
  forms: z.array(formSchema).max(200),
  declarationForm: nameSchema,
  separation: z.array(z.array(nameSchema).min(2)).max(20),
  firstDayCounts: z.boolean(),
  awardedBy: nameSchema.optional(),
  measure: measureSchema,
});

/** A process as it was published: number, content hash and note stand beside it and never change. */
export interface PublishedVersion {
  process: Process;
  version: number;
  /** SHA-256 of the canonical JSON (RFC 8785) of `process`, hexadecimal. */
  hash: string;
  publishedAt: string;
  /** Who approved it, and by that published it. */
  publishedBy: string;
  note: string;
  /** How it came to be published; absent where it was there from the beginning. */
  approval?: Approval;
}

/** A finding of the proof of soundness that was passed over on purpose, and why. */
export interface Waiver {
  /** Key of the finding. */
  finding: string;
  reason: string;
}

/** What is kept with a version for good: who proposed, who approved, what was waived, and which earlier version it is again. */
export interface Approval {
  proposal: number;
  proposedBy: { id: string; name: string };
  approvedBy: { id: string; name: string };
  waivers: Waiver[];
  restores?: number;
}

/** Well-formedness of a {@link Waiver}. */
export const waiverSchema: z.ZodType<Waiver> = z.strictObject({ finding: z.string().min(1).max(500), reason: z.string().trim().min(1).max(2_000) });

/** The largest published version, in bytes of its canonical JSON: the history of every case carries it whole. */
export const mostProcessBytes = 256 * 1024;
