import { isDay } from '../instant.ts';
import type { Json } from '../text.ts';
import type { Stretch } from './sampledValues.ts';

/** The cell (FEEL unary test) that is true of these parts of a column and of nothing else in it; `-` where they are all there is. */
export function cellFor(parts: Stretch[], all: Stretch[]): string {
  if (parts.length === all.length) return '-';
  const left = all.filter((part) => !parts.includes(part));
  if (parts.some((part) => part.other)) return `not(${left.map((part) => literal(part.value)).join(', ')})`;
  // A bound that the field has anyway need not be written.
  const [least, most] = [all[0]?.low, all.at(-1)?.high];
  return joined(parts).map((part) => testFor(part, least, most)).join(', ');
}

/** A value as FEEL writes it. */
export function literal(value: Json): string {
  return isDay(value) ? `date("${value}")` : JSON.stringify(value);
}

/** Neighbouring parts as one. */
function joined(parts: Stretch[]): Stretch[] {
  const found: Stretch[] = [];
  for (const part of parts) {
    const last = found.at(-1);
    if (last && follows(last, part)) found[found.length - 1] = { value: last.value, ...(last.low === undefined ? {} : { low: last.low }), ...(part.high === undefined ? {} : { high: part.high }) };
    else found.push(part);
  }
  return found;
}

function follows(last: Stretch, next: Stretch): boolean {
  if (last.open || next.open || last.high === undefined || next.low === undefined) return false;
  if (typeof last.high === 'number' && typeof next.low === 'number') return next.low === last.high + 1;
  return Date.parse(String(next.low)) - Date.parse(String(last.high)) === 86_400_000;
}

function testFor({ value, low: from, high: to, open }: Stretch, least: Stretch['low'], most: Stretch['high']): string {
  if (from === undefined && to === undefined) return literal(value);
  const [low, high] = from === to ? [from, to] : [from === least ? undefined : from, to === most ? undefined : to];
  if (low === undefined) return `${open ? '<' : '<='} ${literal(high ?? null)}`;
  if (high === undefined) return `${open ? '>' : '>='} ${literal(low)}`;
  if (low === high) return literal(low);
  return open ? `(${literal(low)}..${literal(high)})` : `[${literal(low)}..${literal(high)}]`;
}
