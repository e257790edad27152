import { fault, Stop, unreadable } from './conditionFault.ts';
import type { Span } from './expression.ts';

/** The integer a numeric literal writes; fractions and what floating point cannot hold exactly are faults. */
export function readInteger(text: string, span: Span): number {
  const value = Number(text);
  // Adding 0 turns -0 into 0, which JSON could not tell apart.
  if (/^-?\d+$/.test(text) && Number.isSafeInteger(value)) return value + 0;
  throw new Stop(
    fault(
      span,
      `“${text}”不是可用的整数；条件中只用整数(金额以分计，比例以万分之一计)。`,
      `"${text}" is not a usable integer; conditions calculate with integers only (money in fen, rates in basis points).`,
    ),
  );
}

/** The text between the quotes of a string literal. */
export function readString(text: string, span: Span): string {
  try {
    // FEEL's escapes are those of JSON.
    const value: unknown = JSON.parse(text.replace(/\n/g, '\\n').replace(/\t/g, '\\t').replace(/\r/g, '\\r'));
    if (typeof value === 'string') return value;
  } catch {
    // Falls through: the fault below says it.
  }
  throw unreadable(span);
}
