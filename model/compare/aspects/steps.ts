import { same } from '../../same.ts';
import { fieldLabels } from '../../steps/fieldLabels.ts';
import { kindOf, type Step } from '../../steps/index.ts';
import type { Json, Text } from '../../text.ts';
import { defineAspect, type Comparison, type Difference } from '../difference.ts';
import { fieldChanged, fieldsThatDiffer, valuesOf, type FieldValues } from '../fields.ts';
import { quoted } from '../inWords.ts';
import { listChanges } from '../listChanges.ts';
import { pair } from '../pair.ts';
import { followingRenames, sameButForId } from '../renames.ts';
import { fieldSentences } from '../stepSentences.ts';
import { compareTables } from '../tables.ts';

/** A step's fields with the renamed steps called by their new names wherever the step refers to them. */
function following(values: FieldValues, { renamed }: Comparison): FieldValues {
  if (renamed.size === 0) return values;
  const follow = (value: Json): Json => {
    if (typeof value === 'string') return followingRenames(value, renamed);
    if (Array.isArray(value)) return value.map(follow);
    return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, follow(inner)])) : value;
  };
  return Object.fromEntries(Object.entries(values).map(([field, value]) => [field, value === undefined || field === 'id' || field === 'name' ? value : follow(value)]));
}

function compareStep(comparison: Comparison, before: Step, after: Step): Difference[] {
  const what = { step: after.id };
  const subject = quoted(after.name);
  const now = valuesOf(after);
  const plain = valuesOf(before);
  const followed = following(plain, comparison);
  const labels = new Map([...fieldLabels(before), ...fieldLabels(after)]);
  const moved: Difference[] = same(before.position, after.position)
    ? []
    : [{ change: 'moved', what: { ...what, field: 'position' }, message: { zh: `${subject.zh}在画布上移动`, en: `${subject.en} was moved on the canvas` }, before: before.position, after: after.position }];
  const kind: Difference[] = before.kind === after.kind
    ? []
    : [{ change: 'changed', what: { ...what, field: 'kind' }, message: { zh: `${subject.zh}由${kindOf(before).title.zh}改为${kindOf(after).title.zh}`, en: `${subject.en} is now a ${kindOf(after).title.en.toLowerCase()} instead of a ${kindOf(before).title.en.toLowerCase()}` }, before: before.kind, after: after.kind }];
  const tables = before.kind === after.kind ? compareTables(comparison, before, after) : undefined;
  const fields = fieldsThatDiffer(plain, now)
    // What differs only because a step that it names was renamed is told by the renaming.
    .filter((field) => !same(followed[field], now[field]) && !['position', 'kind'].includes(field) && !(field === 'table' && tables))
    .map((field) => {
      const sentence = Object.hasOwn(fieldSentences, field) ? fieldSentences[field]?.(subject, plain[field], now[field], comparison) : undefined;
      const label: Text = labels.get(field) ?? { zh: `“${field}”`, en: `“${field}”` };
      return fieldChanged(comparison, what, subject, label, field, plain[field], now[field], sentence);
    });
  return [...kind, ...fields, ...(tables ?? []), ...moved];
}

/** Steps that were added, removed, renamed, moved, or changed in a field. */
export const steps = defineAspect({
  aspect: 'steps',
  covers: ['steps'],
  compare(comparison) {
    const pairs = pair(comparison.before.steps, comparison.after.steps, (step) => step.id, sameButForId);
    const listed = listChanges(pairs, {
      one: { zh: '步骤', en: 'Step' },
      many: { zh: '步骤', en: 'steps' },
      name: (step) => step.name,
      what: (step) => ({ step: step.id }),
      whole: { field: 'steps' },
      order: 'moved',
    });
    return [...listed, ...pairs.both.flatMap(({ before, after }) => (before === after ? [] : compareStep(comparison, before, after)))];
  },
});
