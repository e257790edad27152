import type { Measure } from '../model/measure.ts';
import type { Origin } from '../model/origin.ts';
import type { Text } from '../model/text.ts';
import type { Fields } from './field.ts';

/** A column of the eligibility table: a FEEL expression over the case data. */
export interface EligibilityInput {
  label: Text;
  expression: string;
}

/** One reason for which an applicant is not eligible: a row of the eligibility table. */
export interface Exclusion {
  /** Rule id, as it will stand in the trail: `m02VerticalArea`. */
  rule: string;
  /** FEEL unary test by input; all must hold. An input is a confirmed figure, or one of {@link MeasurePlan.inputs}. */
  when: { [input: string]: string };
  reason: Text;
  origin: Origin;
  /** Keys of the sources in README.md. */
  sources: string[];
}

/** What one measure says of its own; `commonPath` makes the complete process of it. */
export interface MeasurePlan extends Omit<Measure, 'enabled'> {
  name: Text;
  /** The measure's own questions to the applicant, beside those that every declaration asks. */
  declaration: Fields;
  /** Fields of {@link MeasurePlan.declaration} that need not be answered. */
  optional?: string[];
  /** Whether costs are claimed, so that invoice numbers are asked for and compared between cases. */
  claimsCosts: boolean;
  /** Names of declared figures that the reviewer confirms, each under the same name. */
  confirms: string[];
  /** Figures that only the reviewer states. */
  reviewerStates?: Fields;
  /** What the officers on site count, beside the common findings. */
  siteFields?: Fields;
  /** FEEL: when the special audit is needed; only for `aboveThreshold`. */
  auditWhen?: string;
  /** Whether awards of higher offices are looked up. */
  higherAwards?: boolean;
  /** Documents beside the core set. */
  documents: Measure['documents'];
  /** Columns of the eligibility table that are not simply a confirmed figure. */
  inputs?: { [input: string]: EligibilityInput };
  exclusions: Exclusion[];
  /** Absent means switched on. */
  enabled?: boolean;
}
