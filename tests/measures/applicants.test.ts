import { describe, expect, it } from 'vitest';
import { applicants } from '../../measures/applicants.ts';
import { measures, processOf } from '../../measures/index.ts';
import { negativeCases } from '../../measures/negativeCases.ts';
import { sampleAnswers } from '../../measures/sampleAnswers.ts';
import type { SampleApplicant } from '../../measures/sampleApplicant.ts';
import { validateForm } from '../../model/form/validateForm.ts';
import { creditCodeFault } from '../../model/identifiers/creditCode.ts';
import { supportAmount } from '../../model/supportAmount.ts';
import type { JsonObject } from '../../model/text.ts';

const awards: { [measure: string]: number[] } = {
  M01: [2_160_000, 1_440_000], M02: [2_000_000], M03: [180_000], M04: [432_000], M05: [300_000], M06: [1_200_000], M07: [351_000],
  M08: [324_000], M09: [500_000, 500_000], M10: [100_000], M11: [200_000], M12: [500_000], M13: [195_000], M14: [186_000],
};

function faults(measure: string, form: string, answers: JsonObject) {
  const schema = processOf(measure)?.forms.find((candidate) => candidate.id === form)?.schema;
  if (!schema) throw new Error(`${measure} has no form ${form}.`);
  return validateForm(schema, answers);
}

function awarded(applicant: SampleApplicant) {
  const process = processOf(applicant.measure);
  if (!process) throw new Error(`There is no measure ${applicant.measure}.`);
  return supportAmount(process.measure.support, (name) => applicant.review[name], 0);
}

describe.each(applicants.map((applicant) => [applicant.measure, applicant] as const))('the applicant of %s', (measure, applicant) => {
  it('answers the declaration and the review completely', () => {
    expect(faults(measure, 'declaration', applicant.declaration)).toEqual([]);
    expect(faults(measure, 'review', applicant.review)).toEqual([]);
  });

  it('gets exactly the award of the programme', () => {
    const { amountFen, instalments, fault } = awarded(applicant);
    expect(fault).toBeUndefined();
    expect(instalments).toEqual(awards[measure]?.map((yuan) => yuan * 100));
    expect({ amountFen, instalments }).toEqual({ amountFen: applicant.awardFen, instalments: applicant.instalmentsFen });
  });

  it('is answered by everybody with complete forms', () => {
    const answers = sampleAnswers(applicant);
    for (const step of processOf(measure)?.steps ?? []) {
      if (!('outcomes' in step)) continue;
      const answer = answers[step.id];
      if (!answer) continue;
      const outcome = step.outcomes.find((candidate) => candidate.id === answer.outcome);
      expect(outcome, step.id).toBeDefined();
      if (outcome?.needsForm && step.form) expect(faults(measure, step.form, answer.data), step.id).toEqual([]);
    }
  });

  it('is invented at sight and valid by its check digits', () => {
    expect(applicant.creditCode).toContain('FAKE');
    expect(applicant.name).toContain('虚构');
    expect(creditCodeFault(applicant.creditCode)).toBeUndefined();
  });
});

describe('the applicants together', () => {
  it('are one for each measure that is switched on', () => {
    expect(applicants.map((applicant) => applicant.measure)).toEqual(measures.filter((process) => process.measure.enabled).map((process) => process.id));
  });

  it('share no code and no account', () => {
    for (const key of ['creditCode', 'bankAccount'] as const) expect(new Set(applicants.map((applicant) => applicant[key])).size).toBe(applicants.length);
  });
});

describe.each(negativeCases.map((negative) => [negative.id, negative] as const))('the case %s', (id, { measure, applicant, answers, earlier, creditCodeOverride }) => {
  it('answers its forms completely, whatever comes out', () => {
    const passed = creditCodeOverride ? ['/creditCode'] : [];
    expect(faults(measure, 'declaration', applicant.declaration).map((fault) => fault.pointer)).toEqual(passed);
    expect(faults(measure, 'review', applicant.review)).toEqual([]);
    if (earlier) expect(faults(earlier.measure, 'declaration', earlier.declaration)).toEqual([]);
    for (const [step, list] of Object.entries(answers)) {
      const task = processOf(measure)?.steps.find((candidate) => candidate.id === step);
      if (!task || !('outcomes' in task)) throw new Error(`${step} is no task.`);
      for (const answer of list) {
        const outcome = task.outcomes.find((candidate) => candidate.id === answer.outcome);
        expect(outcome, step).toBeDefined();
        if (outcome?.needsForm && task.form) expect(faults(measure, task.form, answer.data)).toEqual([]);
        if (outcome?.needsReason) expect(answer.reason).toBeTruthy();
      }
    }
  });

  it('has a code with a false check digit only where that is the point', () => {
    expect(creditCodeFault(applicant.creditCode) === undefined).toBe(id !== 'wrongCheckDigit');
    expect(applicant.creditCode).toContain('FAKE');
  });
});
