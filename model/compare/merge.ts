import { same } from '../same.ts';
import { keyed } from './pair.ts';

/** A value on its way from one version to two. Absent where it is not there. */
export interface Three {
  base: unknown;
  mine: unknown;
  theirs: unknown;
}

/** How values of one place come together; a shape is data, so that a reader sees at once what is decided as a whole. */
export type Shape =
  /** Decided as a whole. */
  | { shape: 'whole' }
  /** Decided field by field; fields not named are decided as a whole. `together`: unless these agree in all three versions, the thing is decided as a whole. */
  | { shape: 'fields'; fields: { [field: string]: Shape }; together?: readonly string[] }
  /** Decided name by name: the fields of a form. */
  | { shape: 'names'; each: Shape }
  /** Decided thing by thing, known by their `id`. */
  | { shape: 'list'; each: Shape };

/** A place where both sides changed the same thing differently. Keys are field names and, in lists, identifiers (`look`, and `look#1` where it is there twice). */
export interface Clash extends Three {
  path: readonly string[];
}

/** What came of a merge: `value` has what could be decided, and mine wherever it could not. */
export interface Merged {
  value: unknown;
  clashes: Clash[];
}

const isRecord = (value: unknown): value is { [key: string]: unknown } => typeof value === 'object' && value !== null && !Array.isArray(value);
const idOf = (item: unknown): string => (isRecord(item) && typeof item['id'] === 'string' ? item['id'] : JSON.stringify(item));

function mergeKeys(three: { [side in keyof Three]: { [key: string]: unknown } }, shapeOf: (key: string) => Shape, path: readonly string[]): Merged {
  const keys = new Set([...Object.keys(three.mine), ...Object.keys(three.theirs)]);
  const value: { [key: string]: unknown } = {};
  const clashes: Clash[] = [];
  const own = (side: { [key: string]: unknown }, key: string) => (Object.hasOwn(side, key) ? side[key] : undefined);
  for (const key of keys) {
    const merged = merge({ base: own(three.base, key), mine: own(three.mine, key), theirs: own(three.theirs, key) }, shapeOf(key), [...path, key]);
    if (merged.value !== undefined) value[key] = merged.value;
    clashes.push(...merged.clashes);
  }
  return { value, clashes };
}

/** The order of mine, with what only theirs has behind the one that it follows there; theirs where mine kept the old order. */
function orderOf(base: readonly string[], mine: readonly string[], theirs: readonly string[], kept: ReadonlySet<string>): string[] {
  const inMine = new Set(mine);
  const inTheirs = new Set(theirs);
  const among = (list: readonly string[], others: ReadonlySet<string>) => list.filter((id) => others.has(id)).join('\n');
  const mineKept = among(mine, new Set(base)) === among(base, inMine);
  const [first, second] = mineKept && among(theirs, new Set(base)) !== among(base, inTheirs) ? [theirs, mine] : [mine, theirs];
  const order = [...first];
  const placed = new Set(first);
  second.forEach((id, index) => {
    if (placed.has(id)) return;
    const before = second.slice(0, index).findLast((candidate) => placed.has(candidate));
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id);
    placed.add(id);
  });
  return order.filter((id) => kept.has(id));
}

function mergeLists(three: { [side in keyof Three]: readonly unknown[] }, each: Shape, path: readonly string[]): Merged {
  const [base, mine, theirs] = [keyed(three.base, idOf), keyed(three.mine, idOf), keyed(three.theirs, idOf)];
  const things = new Map<string, unknown>();
  const clashes: Clash[] = [];
  for (const id of new Set([...mine.keys(), ...theirs.keys()])) {
    const merged = merge({ base: base.get(id), mine: mine.get(id), theirs: theirs.get(id) }, each, [...path, id]);
    if (merged.value !== undefined) things.set(id, merged.value);
    clashes.push(...merged.clashes);
  }
  // What one side removed and the other changed is a clash, and mine may be the removal.
  const order = orderOf([...base.keys()], [...mine.keys()], [...theirs.keys()], new Set(things.keys()));
  return { value: order.map((id) => things.get(id)), clashes };
}

/** Merges one place: what only one side changed is taken, what both changed alike is taken, and what both changed differently is a clash. */
export function merge(three: Three, shape: Shape, path: readonly string[] = []): Merged {
  const { base, mine, theirs } = three;
  if (same(mine, theirs) || same(base, theirs)) return { value: mine, clashes: [] };
  if (same(base, mine)) return { value: theirs, clashes: [] };
  const clash = { value: mine, clashes: [{ path, base, mine, theirs }] };
  switch (shape.shape) {
    case 'whole':
      return clash;
    case 'list':
      return Array.isArray(base) && Array.isArray(mine) && Array.isArray(theirs) ? mergeLists({ base, mine, theirs }, shape.each, path) : clash;
    case 'names':
      return isRecord(base) && isRecord(mine) && isRecord(theirs) ? mergeKeys({ base, mine, theirs }, () => shape.each, path) : clash;
    case 'fields': {
      if (!isRecord(base) || !isRecord(mine) || !isRecord(theirs)) return clash;
      const apart = shape.together?.some((field) => !same(base[field], mine[field]) || !same(base[field], theirs[field]));
      return apart ? clash : mergeKeys({ base, mine, theirs }, (field) => (Object.hasOwn(shape.fields, field) ? shape.fields[field] : undefined) ?? { shape: 'whole' }, path);
    }
  }
}

/** The value with another one at a path, as {@link Clash} names it; undefined takes the thing away. */
export function putAt(value: unknown, path: readonly string[], to: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return to;
  if (Array.isArray(value)) {
    const things = keyed(value, idOf);
    const thing = putAt(things.get(key), rest, to);
    if (thing === undefined) things.delete(key);
    else things.set(key, thing);
    return [...things.values()];
  }
  const record = isRecord(value) ? value : {};
  const inner = putAt(Object.hasOwn(record, key) ? record[key] : undefined, rest, to);
  const { [key]: _old, ...others } = record;
  if (inner === undefined) return others;
  return Object.hasOwn(record, key) ? Object.fromEntries(Object.entries(record).map(([name, old]) => [name, name === key ? inner : old])) : { ...record, [key]: inner };
}
