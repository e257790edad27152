import { kindOf } from '../steps/index.ts';
import { defineRule } from './defineRule.ts';

/** “Required when” stands only on steps that can be passed: not on one that chooses between flows, and not on a border. */
export const requiredPlace = defineRule({
  rule: 'requiredPlace',
  title: { zh: '“何时需要”写在可跳过的步骤上', en: '“Required when” stands on steps that can be passed' },
  severity: 'error',
  why: {
    zh: '网关被跳过时会同时走所有流向；边界事件则根本不看这一条件。',
    en: 'A gateway that is passed as not required sends the case along all its flows at once; a boundary event never looks at the condition.',
  },
  faults: (process, index) =>
    process.steps
      .filter((step) => step.required && (kindOf(step).attachedTo || (kindOf(step).split !== 'all' && (index.outgoing.get(step.id)?.length ?? 0) > 1)))
      .map((step) => ({
        message: {
          zh: `“${step.name.zh}”不能有“何时需要”；请去掉，改在流向上写条件。`,
          en: `“${step.name.en}” cannot have “required when”; remove it and put the condition on a flow.`,
        },
        where: { step: step.id, field: 'required' },
      })),
});
