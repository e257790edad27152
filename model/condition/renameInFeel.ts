import { parseExpression, parseUnaryTests } from 'feelin';
import { conditionLimits } from './readExpression.ts';

type Names = (name: string) => string;
type Part = ReturnType<typeof parseExpression>['topNode'];

/**
 * A FEEL expression with data under other names, character for character as it was elsewhere: texts between quotes, comments,
 * names behind a dot and names of functions are left alone; behind `visits.` stands a step's name again. What cannot be read
 * keeps what is readable of it.
 */
export function renameInExpression(feel: string, names: Names): string {
  return renamed(feel, names, parseExpression);
}

/** The same of a decision table's cell. */
export function renameInTests(cell: string, names: Names): string {
  return cell.trim() === '-' ? cell : renamed(cell, names, parseUnaryTests);
}

function renamed(feel: string, names: Names, parse: typeof parseExpression): string {
  if (feel.length > conditionLimits.characters) return feel;
  let text = '';
  let copied = 0;
  parse(feel, {}, undefined).iterate({
    enter: ({ node, from, to }) => {
      if (!standsForData(feel, node)) return;
      text += feel.slice(copied, from) + names(feel.slice(from, to));
      copied = to;
    },
  });
  return text + feel.slice(copied);
}

function standsForData(feel: string, { name, parent, from }: Part): boolean {
  if (name === 'VariableName') return parent?.name !== 'FunctionInvocation' || parent.from !== from;
  const target = name === 'PathName' && parent?.name === 'PathExpression' ? parent.firstChild : null;
  return target?.name === 'VariableName' && feel.slice(target.from, target.to) === 'visits';
}
