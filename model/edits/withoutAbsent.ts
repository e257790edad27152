/** The value as it survives JSON: without members that say `undefined`. The same object where there are none. */
export function withoutAbsent<T>(value: T): T {
  if (Array.isArray(value)) {
    const entries = value.map((entry: unknown) => withoutAbsent(entry));
    return entries.every((entry, place) => entry === value[place]) ? value : (entries as T); // the same entries, cleaned
  }
  if (value === null || typeof value !== 'object') return value;
  let same = true;
  const kept: [string, unknown][] = [];
  for (const [name, member] of Object.entries(value)) {
    const clean: unknown = withoutAbsent(member);
    if (clean !== member || member === undefined) same = false;
    if (clean !== undefined) kept.push([name, clean]);
  }
  return same ? value : (Object.fromEntries(kept) as T); // the same members, cleaned
}
