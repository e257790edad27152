import { z } from 'zod';
import { originSchema, type Origin } from './origin.ts';
import { supportRuleSchema, type SupportRule } from './support.ts';
import { textSchema, type Text } from './text.ts';

/** A document the applicant must or may upload. */
export interface RequiredDocument {
  id: string;
  name: Text;
  required: boolean;
  origin: Origin;
}

/** A figure of the programme with where it comes from, as the pages show it. */
export interface Figure {
  id: string;
  name: Text;
  /** As a reader sees it: `50 %`, `2,000,000 元`. */
  value: Text;
  origin: Origin;
  sources: string[];
}

/** What an applicant may claim once under a measure: all of a year together, or each project; an invoice is never claimed twice in either case. */
export interface ClaimRule {
  once: 'year' | 'project';
  origin: Origin;
  sources: string[];
}

/** What one of the 14 measures is, beyond its path; part of the published version and of its hash. */
export interface Measure {
  /** `M01` … `M14`, `X15`. */
  number: string;
  aspect: 1 | 2 | 3 | 4;
  aspectName: Text;
  summary: Text;
  /** Opinion offices asked: statistics, human resources, culture. */
  opinions: ('statistics' | 'humanResources' | 'culture')[];
  onSite: 'required' | 'sampled' | 'replaced' | 'witnessed';
  expertReview: 'none' | 'optional' | 'scored' | 'ranked';
  specialAudit: 'none' | 'optional' | 'required' | 'aboveThreshold';
  documents: RequiredDocument[];
  claim: ClaimRule;
  support: SupportRule;
  figures: Figure[];
  /** Switched off measures are shown and cannot be declared. */
  enabled: boolean;
}

/** Well-formedness of a {@link Figure}. */
export const figureSchema: z.ZodType<Figure> = z.strictObject({ id: z.string(), name: textSchema, value: textSchema, origin: originSchema, sources: z.array(z.string()) });

/** Well-formedness of a {@link Measure}. */
export const measureSchema: z.ZodType<Measure> = z.strictObject({
  number: z.string().regex(/^[MX]\d{2}$/),
  aspect: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  aspectName: textSchema,
  summary: textSchema,
  opinions: z.array(z.enum(['statistics', 'humanResources', 'culture'])),
  onSite: z.enum(['required', 'sampled', 'replaced', 'witnessed']),
  expertReview: z.enum(['none', 'optional', 'scored', 'ranked']),
  specialAudit: z.enum(['none', 'optional', 'required', 'aboveThreshold']),
  documents: z.array(z.strictObject({ id: z.string(), name: textSchema, required: z.boolean(), origin: originSchema })),
  claim: z.strictObject({ once: z.enum(['year', 'project']), origin: originSchema, sources: z.array(z.string()) }),
  support: supportRuleSchema,
  figures: z.array(figureSchema),
  enabled: z.boolean(),
});
