import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measures } from '../../../measures/index.ts';
import { begin, perform, redo, undo, type History } from '../../../model/edits/history.ts';
import { allowed, editSchema, nameOf } from '../../../model/edits/index.ts';
import { processSchema } from '../../../model/process.ts';
import { indexOf } from '../../../model/processIndex.ts';
import { findProblemsAfter } from '../../../model/rules/incremental.ts';
import { findProblems } from '../../../model/rules/index.ts';
import { kindOf } from '../../../model/steps/index.ts';
import { frozen } from './frozen.ts';
import { numbers, randomEdit } from './randomEdit.ts';

const story = fc.record({ measure: fc.nat(measures.length - 1), seed: fc.nat(), length: fc.integer({ min: 1, max: 25 }) });
const runs = { numRuns: 60, seed: 20_261_124 };

describe('random edits of the programme’s measures', () => {
  it('never throw, keep the process well-formed, change nothing in place, and are undone to the same object', () => {
    let made = 0;
    fc.assert(
      fc.property(story, ({ measure, seed, length }) => {
        const next = numbers(seed);
        const [first] = [measures[measure]];
        if (!first) return;
        let history: History = begin(frozen(first));
        for (let count = 0; count < length; count += 1) {
          const { process } = history;
          const edit = frozen(randomEdit(process, next));
          expect(editSchema.safeParse(edit).error).toBeUndefined();
          expect(nameOf(process, edit).en.length * nameOf(process, edit).zh.length).toBeGreaterThan(0);
          const after = perform(history, edit);
          if (allowed(process, edit)) expect(after).toBe(history);
          if (after !== history) made += 1;
          history = after;
          frozen(history.process);
        }
        expect(processSchema.safeParse(history.process).error).toBeUndefined();
        expect(JSON.parse(JSON.stringify(history.process))).toStrictEqual(history.process);
        const last = history.process;
        const changes = history.past.length;
        for (let count = 0; count < changes; count += 1) history = undo(history);
        expect(history.process).toBe(first);
        for (let count = 0; count < changes; count += 1) history = redo(history);
        expect(history.process).toBe(last);
      }),
      runs,
    );
    expect(made).toBeGreaterThan(300);
  });

  it('leave nothing that hangs in the air: flows lead between steps of one level, borders have hosts, nothing contains itself', () => {
    fc.assert(
      fc.property(story, ({ measure, seed, length }) => {
        const next = numbers(seed + 1);
        let history: History = begin(measures[measure]!); // within bounds
        for (let count = 0; count < length; count += 1) history = perform(history, randomEdit(history.process, next));
        const { steps } = indexOf(history.process);
        for (const flow of history.process.flows) {
          expect(steps.get(flow.from), flow.from).toBeDefined();
          expect(steps.get(flow.from)?.parent).toBe(steps.get(flow.to)?.parent);
        }
        for (const step of history.process.steps) {
          const host = kindOf(step).attachedTo?.(step);
          if (host !== undefined) expect(steps.get(host)?.parent, step.id).toBe(step.parent);
        }
        const rules = new Set(findProblems(history.process).map(({ rule }) => rule));
        for (const rule of ['uniqueIds', 'scopes', 'flowEnds', 'boundaryHosts', 'rolesExist', 'formsExist']) expect(rules).not.toContain(rule);
      }),
      runs,
    );
  });

  it('have the same problems whether all is looked at again or only what changed', () => {
    let kept = 0;
    fc.assert(
      fc.property(story, ({ measure, seed, length }) => {
        const next = numbers(seed + 2);
        let history: History = begin(measures[measure]!); // within bounds
        let problems = findProblems(history.process);
        for (let count = 0; count < length; count += 1) {
          const after = perform(history, randomEdit(history.process, next));
          const found = findProblemsAfter(problems, history.process, after.process);
          if (found === problems && after !== history) kept += 1;
          // A copy down to the last member: nothing remembered of the former can help it.
          expect(found).toEqual(findProblems(structuredClone(after.process)));
          [history, problems] = [after, found];
        }
      }),
      runs,
    );
    expect(kept).toBeGreaterThan(20);
  });
});
