/** The list with one entry at another place; the same list where there is no such place. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const entry = list[from];
  if (entry === undefined || to < 0 || to >= list.length) return [...list];
  const rest = list.filter((_entry, index) => index !== from);
  return [...rest.slice(0, to), entry, ...rest.slice(to)];
}
