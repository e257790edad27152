import { describe, expect, it } from 'vitest';
import type { Place, Problem } from '../../../model/problem.ts';
import { processSchema, type Process } from '../../../model/process.ts';
import { indexOf } from '../../../model/processIndex.ts';
import type { Rule } from '../../../model/rules/defineRule.ts';

/** A problem that a rule must find: where, and, where it matters, what its English sentence says and how it weighs. */
export interface Expected {
  where: Place;
  says?: string;
  severity?: Problem['severity'];
}

/** Processes that keep a rule and processes that break it, each with a sentence; an invalid one with every problem the rule must find, in order. */
export interface RuleTable {
  valid: { [sentence: string]: Process };
  invalid: { [sentence: string]: { process: Process; problems: Expected[] } };
}

/** Holds a rule against its table; each process of a table is a well-formed draft. */
export function verifyRule(rule: Rule, { valid, invalid }: RuleTable): void {
  describe(rule.rule, () => {
    it.each(Object.entries(valid))('lets pass: %s', (_sentence, process) => {
      expect(processSchema.safeParse(process).error).toBeUndefined();
      expect(rule.check(process, indexOf(process))).toEqual([]);
    });
    it.each(Object.entries(invalid))('finds: %s', (_sentence, { process, problems }) => {
      expect(processSchema.safeParse(process).error).toBeUndefined();
      const found = rule.check(process, indexOf(process));
      expect(found.map(({ where }) => where)).toEqual(problems.map(({ where }) => where));
      for (const [position, { says, severity }] of problems.entries()) {
        const problem = found[position];
        expect(problem?.rule).toBe(rule.rule);
        expect(problem?.severity).toBe(severity ?? rule.severity);
        if (says !== undefined) expect(problem?.message.en).toContain(says);
        expect(problem?.message.zh).toMatch(/[\u4e00-\u9fff]/);
      }
    });
  });
}
