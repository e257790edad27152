import type { Text } from '../text.ts';
import type { Span } from './expression.ts';

/** A fault in a FEEL text, with the characters it concerns. */
export interface ConditionFault extends Span {
  message: Text;
}

/** Leaves the reader's recursion at the first fault; caught where reading began and never seen outside this folder. */
export class Stop {
  readonly fault: ConditionFault;
  constructor(fault: ConditionFault) {
    this.fault = fault;
  }
}

/** The syntax at this place is FEEL, and not of the part that conditions may use. */
export function notAllowed(span: Span, text: string): Stop {
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return new Stop(
    fault(
      span,
      `条件中不能写“${shown}”；请只用名称、整数、文字、比较、四则运算、and、or、not、in、if 和允许的函数。`,
      `"${shown}" is not allowed in a condition; use names, integers, strings, comparisons, + - * /, and, or, not, in, if and the allowed functions.`,
    ),
  );
}

/** The text is no FEEL from this place on. */
export function unreadable({ from, to }: Span): Stop {
  return new Stop(
    fault({ from, to }, `第 ${from + 1} 个字符处读不懂，请检查括号、引号和运算符。`, `Cannot be read at character ${from + 1}; check brackets, quotes and operators.`),
  );
}

/** Words a fault in both languages. */
export function fault({ from, to }: Span, zh: string, en: string): ConditionFault {
  return { message: { zh, en }, from, to };
}
