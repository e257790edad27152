import type { Text } from '../text.ts';
import type { JsonSchema } from './jsonSchema.ts';

/** The keys of a JSON pointer (RFC 6901), unescaped: `/invoices/0/amount` → `invoices`, `0`, `amount`. */
export function pointerKeys(pointer: string): string[] {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((key) => key.replace(/~1/g, '/').replace(/~0/g, '~'));
}

/** A JSON pointer with one more key. */
export function pointerTo(pointer: string, key: string): string {
  return `${pointer}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`;
}

/** The schema of the field at a JSON pointer into the answers; `undefined` where the form has no such field. */
export function fieldSchema(schema: JsonSchema, pointer: string): JsonSchema | undefined {
  let found: JsonSchema | undefined = schema;
  for (const key of pointerKeys(pointer)) {
    const outer: JsonSchema = found ?? {};
    if (outer.properties && Object.hasOwn(outer.properties, key)) found = outer.properties[key];
    else found = /^\d+$/.test(key) ? outer.items : undefined;
  }
  return found;
}

/** What the field at a JSON pointer is called on the page; inside a list with the number of its row, from 1. */
export function fieldLabel(schema: JsonSchema, pointer: string): Text {
  const keys = pointerKeys(pointer);
  const last = keys.at(-1);
  if (last === undefined) return { zh: '表单', en: 'The form' };
  const own = labelOf(fieldSchema(schema, pointer));
  const rowAt = keys.findLastIndex((key) => /^\d+$/.test(key));
  const fallback: Text = { zh: last, en: last };
  if (rowAt < 0) return own ?? fallback;
  const list = keys.slice(0, rowAt).reduce(pointerTo, '');
  const row = Number(keys[rowAt]) + 1;
  const ofList = fieldLabel(schema, list);
  const inRow = rowAt === keys.length - 1 ? undefined : (own ?? fallback);
  return {
    zh: `${ofList.zh}第 ${row} 行${inRow ? `的${inRow.zh}` : ''}`,
    en: `${ofList.en}, row ${row}${inRow ? `, ${inRow.en}` : ''}`,
  };
}

function labelOf(schema: JsonSchema | undefined): Text | undefined {
  const zh = schema?.['x-zh'] ?? schema?.title;
  const en = schema?.['x-en'] ?? schema?.title;
  return zh && en ? { zh, en } : undefined;
}
