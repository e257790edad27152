import { applicants } from '../../measures/applicants.ts';
import { negativeCases, type NegativeCase } from '../../measures/negativeCases.ts';
import type { SampleApplicant } from '../../measures/sampleApplicant.ts';
import { sampleAnswers, type SampleAnswer } from '../../measures/sampleAnswers.ts';
import type { Text } from '../../model/text.ts';

/** One application of the demonstration: who applies, how people answer, and how it is expected to come out. */
export interface Application {
  id: string;
  title: Text;
  applicant: SampleApplicant;
  answers: { [step: string]: SampleAnswer[] };
  /** The application that must be open before this one is filed. */
  after?: string;
  /** Objected by the applicant on the last day of the notice. */
  objection?: string;
  expected: { outcome: string; amountFen: number };
}

function application(id: string, title: Text, applicant: SampleApplicant, answers: Application['answers'], expected: Application['expected']): Application {
  const usual = Object.fromEntries(Object.entries(sampleAnswers(applicant)).map(([step, answer]) => [step, [answer]]));
  return { id, title, applicant, answers: { ...usual, ...answers }, expected };
}

function fromNegative({ id, title, applicant, earlier, answers, objection, expected }: NegativeCase): Application[] {
  const { outcome, amountFen } = expected;
  const main = application(id, title, applicant, answers, { outcome, amountFen });
  if (objection !== undefined) main.objection = objection;
  if (!earlier) return [main];
  const first = application(`${id}-first`, { zh: '先行申报', en: 'The earlier claim' }, earlier, {}, { outcome: 'disbursed', amountFen: earlier.awardFen });
  return [first, { ...main, after: first.id }];
}

/** All applications: the fourteen samples of the programme, then its cases that fail, lapse or take the long way. */
export const applications: Application[] = [
  ...applicants.map((applicant) =>
    application(applicant.measure, { zh: '示例申报', en: 'Sample' }, applicant, {}, { outcome: 'disbursed', amountFen: applicant.awardFen }),
  ),
  ...negativeCases.flatMap(fromNegative),
];
