/** What a cursor is made of: the sort value and the id of the last row shown. */
export const encodeCursor = (value: string | number, id: string): string => Buffer.from(JSON.stringify([value, id])).toString('base64url');

/** Reads a cursor of a list that is sorted by a `kind` of value; `undefined` for what no list of ours gave out. */
export function decodeCursor(cursor: string, kind: 'string' | 'number' = 'string'): [string | number, string] | undefined {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (!Array.isArray(parsed) || parsed.length !== 2) return undefined;
    const [value, id] = parsed as unknown[];
    // PostgreSQL's text cannot hold NUL.
    if (typeof id !== 'string' || `${String(value)}${id}`.includes('\u0000')) return undefined;
    if (kind === 'number') return Number.isSafeInteger(value) ? [Number(value), id] : undefined;
    return typeof value === 'string' ? [value, id] : undefined;
  } catch {
    return undefined;
  }
}
