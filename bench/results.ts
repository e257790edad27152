import type { Section } from './section.ts';

/** The part of the results that is written by hand and kept: what fell short, what was done, both figures. */
const kept = '## What was mended';

const markerOf = (name: string): string => `<!-- section: ${name} -->`;

/** A section in Markdown, with where it was taken. */
export function written(name: string, { title, table, notes }: Section, taken: string): string {
  const line = (cells: string[]): string => `| ${cells.join(' | ')} |`;
  return [
    markerOf(name), `## ${title}`, '', `\`npm run bench ${name}\`: ${taken}`, '',
    line(table.head), line(table.head.map(() => '---')), ...table.rows.map(line), '', ...notes.map((note) => `- ${note}`), '',
  ].join('\n');
}

/** The results with one section put in its place; other sections and what is written by hand stay. */
export function withSection(results: string, order: string[], name: string, text: string): string {
  const byHand = results.indexOf(kept);
  const measured = byHand < 0 ? results : results.slice(0, byHand);
  const sections = new Map<string, string>();
  for (const known of order) {
    const from = measured.indexOf(markerOf(known));
    if (from < 0) continue;
    const until = measured.indexOf('<!-- section: ', from + 1);
    sections.set(known, measured.slice(from, until < 0 ? undefined : until).trimEnd().concat('\n'));
  }
  sections.set(name, text.trimEnd().concat('\n'));
  const head = '# Results\n\nWritten by `npm run bench`; each section says when and where it was taken. How to read and repeat them: README.md.\n';
  const mended = byHand < 0 ? `${kept}\n` : results.slice(byHand);
  return [head, ...order.flatMap((known) => sections.get(known) ?? []), mended].join('\n');
}
