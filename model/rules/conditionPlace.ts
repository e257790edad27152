import { kindOf } from '../steps/index.ts';
import { defineRule, type Fault } from './defineRule.ts';
import { nameOf, nameOfFlow } from './reading/nameOf.ts';

/** Conditions and the default stand only on flows among which a step chooses, never both on one flow, and the default once. */
export const conditionPlace = defineRule({
  rule: 'conditionPlace',
  title: { zh: '条件写在该写的流向上', en: 'Conditions stand where they count' },
  severity: 'error',
  why: {
    zh: '写在别处的条件不会被判断，读图的人却以为会。',
    en: 'A condition elsewhere is never asked, though whoever reads the diagram thinks it is.',
  },
  faults(process, index) {
    const faults: Fault[] = [];
    const defaults = new Set<string>();
    for (const flow of process.flows) {
      if (flow.condition === undefined && !flow.isDefault) continue;
      const from = index.steps.get(flow.from);
      if (!from) continue;
      const say = (field: string, zh: string, en: string) => {
        const name = nameOfFlow(index, flow);
        faults.push({ message: { zh: `流向“${name.zh}”${zh}`, en: `Flow “${name.en}” ${en}` }, where: { flow: flow.id, field } });
      };
      const chooses = kindOf(from).split !== 'all' && (index.outgoing.get(flow.from)?.length ?? 0) > 1;
      if (!chooses) {
        const field = flow.condition === undefined ? 'isDefault' : 'condition';
        say(
          field,
          `的${field === 'condition' ? '条件' : '默认标记'}不起作用：“${nameOf(index, flow.from).zh}”不在几条流向中选择；请去掉它，或改用排他网关。`,
          `has a ${field === 'condition' ? 'condition' : 'default mark'} that is never asked, since “${nameOf(index, flow.from).en}” does not choose between flows; remove it, or use an exclusive gateway.`,
        );
        continue;
      }
      if (flow.isDefault && flow.condition !== undefined) {
        say('condition', '是默认流向，不能再有条件；请去掉条件。', 'is the default and cannot have a condition; remove the condition.');
      }
      if (!flow.isDefault) continue;
      if (defaults.has(flow.from)) {
        say('isDefault', '是第二条默认流向，只能有一条；请取消其中一条。', 'is a second default flow where there can be one; unmark one of them.');
      }
      defaults.add(flow.from);
    }
    return faults;
  },
});
