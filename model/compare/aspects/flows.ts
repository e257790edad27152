import type { Flow, Process } from '../../process.ts';
import { indexOf } from '../../processIndex.ts';
import { nameOf, nameOfFlow } from '../../rules/reading/nameOf.ts';
import { same } from '../../same.ts';
import type { Text } from '../../text.ts';
import { defineAspect, type Comparison, type Difference } from '../difference.ts';
import { compareFields, fieldChanged } from '../fields.ts';
import { both, nowInstead, quoted } from '../inWords.ts';
import { listChanges } from '../listChanges.ts';
import { pair } from '../pair.ts';
import { followingRenames } from '../renames.ts';

const labels = new Map<string, Text>([
  ['id', { zh: '标识', en: 'The identifier' }],
  ['name', { zh: '名称', en: 'The name' }],
]);

function ends(process: Process, flow: Flow): Text {
  const index = indexOf(process);
  const [from, to] = [quoted(nameOf(index, flow.from)), quoted(nameOf(index, flow.to))];
  return { zh: `${from.zh}到${to.zh}`, en: `from ${from.en} to ${to.en}` };
}

function compareFlow(comparison: Comparison, before: Flow, after: Flow): Difference[] {
  const { renamed } = comparison;
  const subject = { zh: `连线“${nameOfFlow(indexOf(comparison.after), after).zh}”`, en: `flow “${nameOfFlow(indexOf(comparison.after), after).en}”` };
  const what = { flow: after.id };
  const differences = compareFields(comparison, what, subject, before, after, labels, ['from', 'to', 'condition', 'isDefault']);
  const follow = (id: string) => renamed.get(id) ?? id;
  if (follow(before.from) !== after.from || follow(before.to) !== after.to) {
    const [old, now] = [ends(comparison.before, before), ends(comparison.after, after)];
    const field = follow(before.to) === after.to ? 'from' : 'to';
    differences.push({ change: 'changed', what: { ...what, field }, message: { zh: `${subject.zh}由${old.zh}改为${now.zh}`, en: `The ${subject.en} now goes ${now.en} instead of ${old.en}` }, before: [before.from, before.to], after: [after.from, after.to] });
  }
  const oldCondition = before.condition === undefined ? undefined : followingRenames(before.condition, renamed);
  if (before.condition !== after.condition && oldCondition !== after.condition) {
    const words = (condition: string | undefined) => (condition === undefined ? undefined : both(condition));
    differences.push(fieldChanged(comparison, what, subject, { zh: '条件', en: 'The condition' }, 'condition', before.condition, after.condition, nowInstead(subject, { zh: '条件', en: 'The condition' }, words(before.condition), words(after.condition))));
  }
  if (before.isDefault !== after.isDefault) {
    const message = after.isDefault ? { zh: `${subject.zh}现在是默认连线`, en: `The ${subject.en} is now the default` } : { zh: `${subject.zh}不再是默认连线`, en: `The ${subject.en} is not the default` };
    differences.push(fieldChanged(comparison, what, subject, { zh: '默认', en: 'Default' }, 'isDefault', before.isDefault, after.isDefault, message));
  }
  return differences;
}

/** Flows that were added, removed or rerouted, with their conditions, defaults and order (a gateway takes the first that holds). */
export const flows = defineAspect({
  aspect: 'flows',
  covers: ['flows'],
  compare(comparison) {
    const { before, after } = comparison;
    const pairs = pair(before.flows, after.flows, (flow) => flow.id, (a, b) => same({ ...a, id: '' }, { ...b, id: '' }));
    const nameIn = (flow: Flow): Text => ends(after.flows.includes(flow) ? after : before, flow);
    const listed = listChanges(pairs, {
      one: { zh: '连线', en: 'Flow' },
      many: { zh: '连线', en: 'flows' },
      name: nameIn,
      what: (flow) => ({ flow: flow.id }),
      whole: { field: 'flows' },
      order: 'changed',
    });
    return [...listed, ...pairs.both.flatMap((each) => (each.before === each.after ? [] : compareFlow(comparison, each.before, each.after)))];
  },
});
