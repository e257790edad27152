import type { CaseState } from '../../model/case.ts';
import type { Process } from '../../model/process.ts';
import type { Json, JsonObject } from '../../model/text.ts';
import { maskPersonal } from './maskPersonal.ts';

const isObject = (value: Json | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A correction as it is meant by somebody who was shown nulls in the place of personal fields: where such a null comes back, or the field is
 * left out of what is otherwise sent, what is stored stays.
 */
export function keepMasked(process: Process, stored: CaseState['data'], sent: CaseState['data']): CaseState['data'] {
  const { masked } = maskPersonal(process, stored);
  const kept = structuredClone(sent);
  for (const pointer of masked) {
    const path = pointer.split('/').slice(1);
    const field = path.pop() ?? '';
    let [from, to]: (Json | undefined)[] = [stored, kept];
    for (const name of path) [from, to] = [inside(from, name), inside(to, name)];
    const value = inside(from, field);
    if (value === undefined) continue;
    if (isObject(to) && (to[field] ?? null) === null) to[field] = value;
    else if (Array.isArray(to) && Number(field) < to.length && to[Number(field)] === null) to[Number(field)] = value;
  }
  return kept;
}

function inside(value: Json | undefined, name: string): Json | undefined {
  if (Array.isArray(value)) return value[Number(name)];
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}
