import { describe, expect, it } from 'vitest';
import { measures } from '../../../measures/index.ts';
import { freshId, freshName } from '../../../model/edits/freshId.ts';
import { allowed } from '../../../model/edits/index.ts';
import { newStep } from '../../../model/edits/newStep.ts';
import { findProblems } from '../../../model/rules/index.ts';
import { stepKinds, stepSchema } from '../../../model/steps/index.ts';
import { drawn } from './drawn.ts';

const kinds = Object.values(stepKinds).map(({ kind }) => kind);

describe('a new step', () => {
  it.each(kinds)('of kind %s is well-formed, can be added to every measure, and is not at odds with its own kind', (kind) => {
    for (const process of measures) {
      const host = process.steps.find((step) => step.kind === 'userTask')?.id;
      const step = newStep(process, kind, { stage: 'publicity', x: 10, y: 20, ...(host === undefined ? {} : { host }) });
      expect(stepSchema.parse(step)).toStrictEqual(step);
      expect(step.position).toEqual({ x: 10, y: 20 });
      expect(allowed(process, { edit: 'addStep', step })).toBeUndefined();
      const own = findProblems({ ...process, steps: [...process.steps, step] }).filter(({ rule, where }) => where.step === step.id && (rule === kind || ['rolesExist', 'formsExist', 'messagesKnown', 'checksProvided'].includes(rule)));
      expect(own).toEqual([]);
    }
  });

  it('is for whoever works in its stage', () => {
    expect(newStep(drawn, 'userTask', { stage: 'preliminaryReview', x: 0, y: 0 })).toMatchObject({ id: 'userTask', role: 'reviewer', name: { zh: '人工任务', en: 'User task' } });
    expect(newStep({ ...drawn, roles: [] }, 'userTask', { stage: 'publicity', x: 0, y: 0, name: { zh: '听证', en: 'Hearing' } }).name.en).toBe('Hearing');
  });
});

describe('a fresh identifier', () => {
  it.each([
    ['hearing', 'hearing'],
    ['review', 'review2'],
    ['startToReview', 'startToReview2'],
    ['visits', 'visits2'],
    ['Site check!', 'sitecheck'],
    ['审查', 'step'],
    ['2ndReview', 'ndReview'],
  ])('from %s: %s', (base, expected) => {
    expect(freshId(drawn, base)).toBe(expected);
  });

  it('counts on from a number, keeps clear of what is about to be taken, and is never too long', () => {
    expect(freshId(drawn, 'review', new Set(['review2']))).toBe('review3');
    expect(freshName((name) => name === 'review7', 'review7')).toBe('review2');
    const long = 'a'.repeat(80);
    expect(freshName(() => false, long)).toHaveLength(60);
    expect(freshName((name) => name === 'a'.repeat(60), long)).toBe(`${'a'.repeat(59)}2`);
  });
});
