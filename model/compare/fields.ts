import { same } from '../same.ts';
import type { Json, Text } from '../text.ts';
import type { Comparison, Difference, Subject } from './difference.ts';
import { inWords, nowInstead } from './inWords.ts';

/** Fields of a thing by name. */
export type FieldValues = { readonly [field: string]: Json | undefined };

/** A thing's fields as they are compared: every one of them survives JSON. */
export function valuesOf(thing: object): FieldValues {
  return { ...thing } as FieldValues; // all parts of a process survive JSON
}

/** One field that changed, was set or is no longer set, in a sentence. */
export function fieldChanged(comparison: Comparison, what: Subject, subject: Text, label: Text, field: string, before: Json | undefined, after: Json | undefined, message?: Text): Difference {
  const words = (value: Json | undefined, process: Comparison['before']) => (value === undefined ? undefined : inWords(value, field, process));
  return {
    change: 'changed',
    what: { ...what, field: what.field === undefined ? field : `${what.field}.${field}` },
    message: message ?? nowInstead(subject, label, words(before, comparison.before), words(after, comparison.after)),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}

/** The names of the fields in which two things differ, those of the later one first. */
export function fieldsThatDiffer(before: FieldValues, after: FieldValues): string[] {
  return [...new Set([...Object.keys(after), ...Object.keys(before)])].filter((field) => !same(before[field], after[field]));
}

/** A sentence for every field in which two things differ; `labels` says what fields are called, others go by their own name. */
export function compareFields(comparison: Comparison, what: Subject, subject: Text, before: object, after: object, labels: ReadonlyMap<string, Text>, apart: readonly string[] = []): Difference[] {
  const old = valuesOf(before);
  const now = valuesOf(after);
  return fieldsThatDiffer(old, now)
    .filter((field) => !apart.includes(field))
    .map((field) => fieldChanged(comparison, what, subject, labels.get(field) ?? { zh: `“${field}”`, en: `“${field}”` }, field, old[field], now[field]));
}
