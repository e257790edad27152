import { describe, expect, it } from 'vitest';
import { begin, perform, redo, undo } from '../../../model/edits/history.ts';
import { allowed, apply, editKinds, editSchema, nameOf, type Edit } from '../../../model/edits/index.ts';
import { processSchema, type Process } from '../../../model/process.ts';
import { frozen } from './frozen.ts';

/** What an edit does to a process: the steps and flows it has then (flows as `id: from > to`), or whatever else a look at it shows. */
export interface Done<E extends Edit> {
  process: Process;
  edit: E;
  /** What undo calls it, in English. */
  name: string;
  steps?: string[];
  flows?: string[];
  shows?: (after: Process) => unknown;
  expected?: unknown;
}

/** Edits that are made and edits that are refused, each with a sentence. */
export interface EditTable<E extends Edit> {
  done: { [sentence: string]: Done<E> };
  /** `says`: part of the English reason. */
  refused: { [sentence: string]: { process: Process; edit: E; says: string } };
  /** Edits that are allowed and change nothing. */
  nothing?: { [sentence: string]: { process: Process; edit: E } };
}

/** Flows as a table tells them. */
export const flowsOf = (process: Process): string[] =>
  process.flows.map(({ id, from, to, condition, isDefault }) => `${id}: ${from} > ${to}${condition === undefined ? '' : ` if ${condition}`}${isDefault ? ' else' : ''}`);

/** Holds an edit against its table: done, undone (the same object), done again; never half, never against its own schema. */
export function verifyEdit<E extends Edit>(name: E['edit'], { done, refused, nothing = {} }: EditTable<E>): void {
  describe(name, () => {
    it.each(Object.entries(done))('is made: %s', (_sentence, { process, edit, name: called, steps, flows, shows, expected }) => {
      frozen([process, edit]);
      expect(editSchema.parse(edit)).toEqual(edit);
      expect(editKinds[name].fields.safeParse(edit).success).toBe(true);
      expect(allowed(process, edit)).toBeUndefined();
      expect(nameOf(process, edit).en).toBe(called);
      expect(nameOf(process, edit).zh).toMatch(/[\u4e00-\u9fff]/);
      const before = begin(process);
      const after = perform(before, edit);
      expect(after.process).not.toBe(process);
      expect(after.past.map((change) => change.name.en)).toEqual([called]);
      expect(processSchema.safeParse(after.process).error).toBeUndefined();
      expect(JSON.parse(JSON.stringify(after.process))).toStrictEqual(after.process);
      if (steps) expect(after.process.steps.map(({ id }) => id)).toEqual(steps);
      if (flows) expect(flowsOf(after.process)).toEqual(flows);
      if (shows) expect(shows(after.process)).toEqual(expected);
      const undone = undo(after);
      expect(undone.process).toBe(process);
      expect(redo(undone).process).toBe(after.process);
    });
    it.each(Object.entries(refused))('is refused: %s', (_sentence, { process, edit, says }) => {
      frozen([process, edit]);
      const reason = allowed(process, edit);
      expect(reason?.en).toContain(says);
      expect(reason?.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(apply(process, edit)).toBe(process);
      const history = begin(process);
      expect(perform(history, edit)).toBe(history);
      expect(nameOf(process, edit).en.length).toBeGreaterThan(0);
    });
    for (const [sentence, { process, edit }] of Object.entries(nothing)) {
      it(`changes nothing: ${sentence}`, () => {
        expect(allowed(process, edit)).toBeUndefined();
        const history = begin(frozen(process));
        expect(perform(history, edit)).toBe(history);
      });
    }
  });
}
