import type { JsonObject, Text } from '../model/text.ts';
import { processOf } from './index.ts';

/** What the outside offices say of a fictional applicant where it is not the ordinary answer; by connector. */
export interface OfficeFacts {
  aboveLimitStatistics?: JsonObject;
  higherAwards?: JsonObject;
}

/** A fictional applicant with a complete claim under one measure; all data are invented and made to be seen as such. */
export interface SampleApplicant {
  measure: string;
  name: string;
  creditCode: string;
  bankAccount: string;
  clearingNumber: string;
  phone: string;
  contactName: string;
  /** Complete answers to the measure's declaration form. */
  declaration: JsonObject;
  /** Complete answers to its review form: the figures as confirmed. */
  review: JsonObject;
  /** What the officers on site count, beside the common findings. */
  site: JsonObject;
  /** What the experts say beside score and comment. */
  experts: JsonObject;
  offices: OfficeFacts;
  /** What the support rule gives for the confirmed figures, and its parts (fen). */
  awardFen: number;
  instalmentsFen: number[];
}

/** What is said of one applicant; the rest follows from number and measure. */
export interface SampleClaim {
  measure: string;
  /** Two digits in account, telephone and invoice numbers. */
  number: string;
  name: string;
  creditCode: string;
  project: string;
  /** The measure's own questions. */
  claim: JsonObject;
  /** What the reviewer confirms otherwise than declared, or states alone. */
  reviewer?: JsonObject;
  site?: JsonObject;
  experts?: JsonObject;
  offices?: OfficeFacts;
  invoiceNumbers?: string[];
  awardFen: number;
  instalmentsFen?: number[];
}

/** The sentence that stands for a reviewer's opinion in sample data. */
const opinion: Text = { zh: '材料齐全，数据属实，拟同意。', en: 'Complete and true; agreed.' };

/** The claim as complete answers to the forms of its measure; a measure that does not exist is a fault of the sample data. */
export function sampleApplicant(sample: SampleClaim): SampleApplicant {
  const process = processOf(sample.measure);
  if (!process) throw new Error(`The sample data name a measure that does not exist: ${sample.measure}.`);
  const questions = (form: string) => Object.keys(process.forms.find((candidate) => candidate.id === form)?.schema.properties ?? {});
  const contactName = '虚构联系人';
  const bankAccount = `99900000000001${sample.number}`;
  const clearingNumber = '999584000018';
  const phone = `0755-000000${sample.number}`;
  const all: JsonObject = {
    ...sample.claim,
    applicantName: sample.name,
    creditCode: sample.creditCode,
    contactName,
    contactPhone: phone,
    projectName: sample.project,
    year: 2026,
    invoiceNumbers: sample.invoiceNumbers ?? [`FAKE-${sample.measure}-${sample.number}-001`, `FAKE-${sample.measure}-${sample.number}-002`],
    bankAccount,
    bankAccountName: sample.name,
    clearingNumber,
    pledge: true,
  };
  const confirmed: JsonObject = { ...all, orderAudit: false, orderExperts: false, opinion: opinion.zh, ...sample.reviewer };
  return {
    measure: sample.measure,
    name: sample.name,
    creditCode: sample.creditCode,
    bankAccount,
    clearingNumber,
    phone,
    contactName,
    declaration: only(questions('declaration'), all),
    review: only(questions('review'), confirmed),
    site: sample.site ?? {},
    experts: sample.experts ?? {},
    offices: sample.offices ?? {},
    awardFen: sample.awardFen,
    instalmentsFen: sample.instalmentsFen ?? [sample.awardFen],
  };
}

function only(names: string[], from: JsonObject): JsonObject {
  return Object.fromEntries(names.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]])));
}
