import type { Json } from '../../../model/text.ts';

/** JSON for people: what fits on a line stands on one, everything else one part to a line. */
export function formatJson(value: Json, indent = '', width = 100): string {
  const flat = inOneLine(value);
  if (typeof value !== 'object' || value === null || indent.length + flat.length <= width) return flat;
  const deeper = `${indent}  `;
  if (Array.isArray(value)) return `[\n${value.map((entry) => deeper + formatJson(entry, deeper, width)).join(',\n')}\n${indent}]`;
  return `{\n${Object.entries(value).map(([name, inner]) => `${deeper}${JSON.stringify(name)}: ${formatJson(inner, deeper, width)}`).join(',\n')}\n${indent}}`;
}

function inOneLine(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(inOneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, inner]) => `${JSON.stringify(name)}: ${inOneLine(inner)}`);
  return members.length ? `{ ${members.join(', ')} }` : '{}';
}
