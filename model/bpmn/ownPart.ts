import { same } from '../same.ts';
import { elementIn, elementsIn, moddle, textIn, type Element } from './element.ts';

/** Fields of one thing by name, of which nothing is known yet. */
export type Fields = { [field: string]: unknown };

/** Levels of JSON beyond which our own part of a file is not read. */
const deepest = 64;

/** Puts what is ours alone beside the standard part of an element. */
export function writeOwn(element: Element, parts: readonly Element[]): void {
  if (parts.length > 0) element['extensionElements'] = moddle.create('bpmn:ExtensionElements', { values: parts });
}

/** JSON as XML can carry it: the two characters that JSON writes out and XML does not have are escaped. */
function xmlJson(value: unknown): string {
  return JSON.stringify(value).replace(/\uFFFE/g, '\\uFFFE').replace(/\uFFFF/g, '\\uFFFF');
}

/** One part of ours: a value as JSON, with the name of what it is a part of. */
export function ownPart(type: string, of: string | undefined, value: unknown): Element {
  return moddle.create(type, { ...(of === undefined ? {} : { of }), json: xmlJson(value) });
}

/** The parts of ours beside an element, in their order. */
export function ownPartsIn(element: Element, type: string): Element[] {
  return elementsIn(elementIn(element, 'extensionElements'), 'values').filter((part) => part.$type === type);
}

/** The value that a part of ours holds; absent where it is no JSON or nested without measure: files come from anybody. */
export function ownValue(part: Element | undefined): unknown {
  const json = textIn(part, 'json');
  if (json === undefined) return undefined;
  let depth = 0;
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|[[{]|[\]}]/g)) {
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    if (depth > deepest) return undefined;
  }
  try {
    return JSON.parse(json);
  } catch {
    return undefined; // no JSON: said by the reader, who knows what is missing
  }
}

/** A part of ours that holds fields; empty where it holds anything else. */
export function ownFields(part: Element | undefined): Fields {
  const value = ownValue(part);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

/** The fields that the standard part does not tell as they are: what has to be kept beside it. */
export function untold(actual: Fields, told: Fields): Fields {
  return Object.fromEntries(Object.entries(actual).filter(([field, value]) => value !== undefined && !same(value, told[field])));
}

/**
 * The fields of a thing that was written by us and perhaps changed by another tool since: what we kept beside it, unless the standard part says
 * something else (`read`) than it would have been written as (`written`). `taken`: the fields where the standard part won.
 */
export function settle(kept: Fields, read: Fields, written: Fields): { fields: Fields; taken: string[] } {
  const fields: Fields = { ...read, ...kept };
  const taken = Object.keys(kept).filter((field) => !same(read[field], written[field]));
  for (const field of taken) fields[field] = read[field];
  return { fields, taken };
}
