import { kindOf } from '../steps/index.ts';
import { defineRule, type Fault } from './defineRule.ts';
import { nameOfFlow } from './reading/nameOf.ts';

/** A flow leads from a step to a step of the same scope; never into a start or onto a border, never out of an end. */
export const flowEnds = defineRule({
  rule: 'flowEnds',
  title: { zh: '流向两端正确', en: 'Flows connect steps' },
  severity: 'error',
  why: {
    zh: '流向通到不存在的步骤或跨越子流程边界时，案件走到那里就会丢失。',
    en: 'Where a flow leads nowhere or across the border of a subprocess, a case that takes it is lost.',
  },
  faults(process, index) {
    const faults: Fault[] = [];
    for (const flow of process.flows) {
      const say = (field: string, zh: string, en: string) => {
        const name = nameOfFlow(index, flow);
        faults.push({ message: { zh: `流向“${name.zh}”${zh}`, en: `Flow “${name.en}” ${en}` }, where: { flow: flow.id, field } });
      };
      const from = index.steps.get(flow.from);
      const to = index.steps.get(flow.to);
      if (!from) say('from', `的起点“${flow.from}”不存在；请重新连接或删除。`, `leaves “${flow.from}”, which does not exist; reconnect or remove it.`);
      else if (kindOf(from).ends) say('from', '从结束事件出发；请删除它。', 'leaves an end event; remove it.');
      if (!to) say('to', `的终点“${flow.to}”不存在；请重新连接或删除。`, `leads to “${flow.to}”, which does not exist; reconnect or remove it.`);
      else if (kindOf(to).begins) say('to', '通到开始事件；请改接到其后的步骤。', 'leads into a start event; connect it to the step behind.');
      else if (kindOf(to).attachedTo) say('to', '通到边界事件；请改接到一个步骤。', 'leads onto a boundary event; connect it to a step.');
      if (from && to && from.parent !== to.parent) {
        say('to', '跨越子流程边界；请在同一层内连接。', 'crosses the border of a subprocess; connect steps of the same level.');
      }
    }
    return faults;
  },
});
