import { textIn, type Element } from '../element.ts';

/** How files say that an expression is FEEL (DMN 1.4). */
export const feelLanguage = 'https://www.omg.org/spec/DMN/20211108/FEEL/';

/** A formal expression: its text without the `=` by which some tools mark FEEL, and whether it is said to be FEEL; `unsaid` where the file names no language. */
export function readExpression(expression: Element | undefined): { text: string; language: 'feel' | 'other' | 'unsaid' } | undefined {
  const body = textIn(expression, 'body');
  if (body === undefined || body.trim() === '') return undefined;
  const language = textIn(expression, 'language');
  if (language !== undefined) return { text: body, language: /feel/i.test(language) ? 'feel' : 'other' };
  const text = body.trim();
  if (text.startsWith('=')) return { text: text.slice(1).trim(), language: 'feel' };
  return { text, language: /^[$#]\{/.test(text) ? 'other' : 'unsaid' };
}
