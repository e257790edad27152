import { z } from 'zod';
import { jsonSchemaSchema } from '../form/jsonSchema.ts';
import { figureSchema, measureSchema } from '../measure.ts';
import { stageIds } from '../steps/defineStep.ts';
import { processSchema, type Form, type PublishedVersion } from '../process.ts';
import { textSchema } from '../text.ts';
import { listOf } from './list.ts';
import { approvalSchema } from './proposals.ts';

const position = z.object({ x: z.number(), y: z.number() });

/** A process as a small picture: boxes and arrows without their rules, but for which boxes its cases need. */
export const processSketchSchema = z.object({
  steps: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      name: textSchema,
      stage: z.enum(stageIds),
      parent: z.string().optional(),
      host: z.string().optional(),
      position,
      required: z.enum(['always', 'byCondition', 'never']),
      size: z.object({ width: z.number(), height: z.number() }).optional(),
    }),
  ),
  flows: z.array(z.object({ id: z.string(), from: z.string(), to: z.string() })),
});

/** One measure of the programme as the list shows it, with the process version that new cases follow. */
export const measureSummarySchema = z.object({
  number: z.string(),
  process: z.string(),
  version: z.int(),
  name: textSchema,
  aspect: z.int().min(1).max(4),
  aspectName: textSchema,
  summary: textSchema,
  figures: z.array(figureSchema),
  enabled: z.boolean(),
  stages: z.array(z.object({ id: z.enum(stageIds), name: textSchema })),
  sketch: processSketchSchema,
});

/** What {@link measureSummarySchema} describes. */
export type MeasureSummary = z.infer<typeof measureSummarySchema>;

/** A form, by which the page shows it and the door validates it. */
export const formSchema: z.ZodType<Form> = z.object({ id: z.string(), name: textSchema, schema: jsonSchemaSchema });

/** One measure in full: documents, figures, support rule, and the form that begins a case. */
export const measureViewSchema = measureSummarySchema.extend({ measure: measureSchema, declarationForm: formSchema });

/** What {@link measureViewSchema} describes. */
export type MeasureView = z.infer<typeof measureViewSchema>;

/** All measures. */
export const measureListSchema = listOf(measureSummarySchema);

/** One published version without its process. */
export const versionSummarySchema = z.object({
  id: z.string(),
  name: textSchema,
  version: z.int(),
  hash: z.string(),
  publishedAt: z.string(),
  publishedBy: z.string(),
  note: z.string(),
  approval: approvalSchema.optional(),
});

/** What {@link versionSummarySchema} describes. */
export type VersionSummary = z.infer<typeof versionSummarySchema>;

/** All published versions. */
export const versionListSchema = listOf(versionSummarySchema);

/** A published version with its process. */
export const publishedVersionSchema = z.object({
  process: processSchema,
  version: z.int(),
  hash: z.string(),
  publishedAt: z.string(),
  publishedBy: z.string(),
  note: z.string(),
  approval: approvalSchema.optional(),
}) as unknown as z.ZodType<PublishedVersion>; // zod tells an absent field as possibly undefined
