import type { ValueType } from '../condition/valueType.ts';
import { isDay, plusDays } from '../instant.ts';
import type { JsonSchema } from '../form/jsonSchema.ts';
import type { Json } from '../text.ts';

/** A part of a column's values on which every cell of the column answers alike: one value that stands for it, and the cell that is true of it alone. */
export interface Stretch {
  value: Json;
  /** Ends of an ordered part, absent where it has none; both belong to it unless `open`. */
  low?: number | string;
  high?: number | string;
  /** The ends do not belong to it: between two whole numbers, where fractions can occur. */
  open?: boolean;
  /** Every text but those named elsewhere in the column. */
  other?: boolean;
}

/** Everything a column's input can be, as parts on which all its cells answer alike; `undefined` where its type has no such parts. */
export function stretchesOf(type: ValueType, bounds: Pick<JsonSchema, 'minimum' | 'maximum'>, constants: Json[]): Stretch[] | undefined {
  if (type.values) return type.values.map((value) => ({ value }));
  switch (type.type) {
    case 'boolean': return [true, false].map((value) => ({ value }));
    case 'integer': return integers(bounds, numbersIn(constants));
    case 'number': return fractions(numbersIn(constants));
    case 'date': return days(distinct(constants.filter(isDay)).sort());
    case 'string': return texts(distinct(constants.filter((value) => typeof value === 'string')));
    default: return undefined;
  }
}

function distinct<T>(values: T[]): T[] {
  return [...new Set(values)];
}

function numbersIn(constants: Json[]): number[] {
  return distinct(constants.filter((value) => typeof value === 'number')).sort((a, b) => a - b);
}

function integers({ minimum, maximum }: Pick<JsonSchema, 'minimum' | 'maximum'>, constants: number[]): Stretch[] {
  const least = minimum === undefined ? undefined : Math.ceil(minimum);
  const most = maximum === undefined ? undefined : Math.floor(maximum);
  const points = distinct(constants.flatMap((value) => [Math.floor(value), Math.ceil(value)])).filter((value) => value >= (least ?? value) && value <= (most ?? value));
  const parts: Stretch[] = [];
  let low = least;
  for (const point of points) {
    if (low === undefined) parts.push({ value: point - 1, high: point - 1 });
    else if (low < point) parts.push({ value: low, low, high: point - 1 });
    parts.push({ value: point, low: point, high: point });
    low = point + 1;
  }
  if (low === undefined) return [{ value: 0 }];
  if (most === undefined) parts.push({ value: low, low });
  else if (low <= most) parts.push({ value: low, low, high: most });
  return parts;
}

function fractions(points: number[]): Stretch[] {
  const parts: Stretch[] = [];
  let low: number | undefined;
  for (const point of points) {
    parts.push(low === undefined ? { value: point - 1, high: point, open: true } : { value: (low + point) / 2, low, high: point, open: true });
    parts.push({ value: point, low: point, high: point });
    low = point;
  }
  return [...parts, low === undefined ? { value: 0 } : { value: low + 1, low, open: true }];
}

function days(points: string[]): Stretch[] {
  const parts: Stretch[] = [];
  let low: string | undefined;
  for (const point of points) {
    const before = plusDays(point, -1);
    if (low === undefined) parts.push({ value: before, high: before });
    else if (low < point) parts.push({ value: low, low, high: before });
    parts.push({ value: point, low: point, high: point });
    low = plusDays(point, 1);
  }
  return [...parts, low === undefined ? { value: '2026-01-01' } : { value: low, low }];
}

function texts(points: string[]): Stretch[] {
  let other = '其他';
  while (points.includes(other)) other += '…';
  return [...points.map((value) => ({ value })), { value: other, other: true }];
}
