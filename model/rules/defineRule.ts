import type { Place, Problem } from '../problem.ts';
import type { Process } from '../process.ts';
import type { ProcessIndex } from '../processIndex.ts';
import type { Text } from '../text.ts';

/** What a rule found: a sentence (what is wrong, where, what to do) and its place. */
export interface Fault {
  message: Text;
  where: Place;
  /** Where this fault weighs differently from the rule's others. */
  severity?: Problem['severity'];
}

/** What a file of this folder says of its rule. */
export interface RuleDeclaration {
  rule: string;
  title: Text;
  severity: Problem['severity'];
  /** What goes wrong in a running case when the rule is broken. */
  why: Text;
  /** Pure, total and linear in the size of the process, which may be any well-formed draft. */
  faults(process: Process, index: ProcessIndex): Fault[];
}

/** One rule of a good process: a draft that breaks a rule of severity `error` is not published. */
export interface Rule extends Omit<RuleDeclaration, 'faults'> {
  /** The problems of a process under this rule alone; never throws. */
  check(process: Process, index: ProcessIndex): Problem[];
}

/** Makes a rule of its declaration: every fault becomes a {@link Problem} that carries the rule's name. */
export function defineRule({ faults, ...rule }: RuleDeclaration): Rule {
  return {
    ...rule,
    check: (process, index) =>
      faults(process, index).map((fault) => ({
        rule: rule.rule,
        severity: fault.severity ?? rule.severity,
        message: fault.message,
        where: fault.where,
      })),
  };
}
