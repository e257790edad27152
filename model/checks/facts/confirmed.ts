import type { CaseState } from '../../case.ts';
import type { Json } from '../../text.ts';
import { jsonAs } from './jsonAs.ts';

/**
 * What the case knows under a name: a plain name is what the reviewer confirmed, else what the applicant declared;
 * a dotted name (`onSiteCheck.area`) is read as it stands from the step's contribution. Undefined when nobody said anything.
 */
export function confirmed(state: CaseState, name: string): Json | undefined {
  const path = name.split('.');
  if (path.length > 1) return at(state.data, path);
  return at(jsonAs.object(state.data.review), path) ?? at(jsonAs.object(state.data.declaration), path);
}

function at(from: Json, path: string[]): Json | undefined {
  let value: Json | undefined = from;
  for (const part of path) {
    const object = jsonAs.object(value);
    value = Object.hasOwn(object, part) ? object[part] : undefined;
  }
  return value ?? undefined;
}
