import type { Process } from '../../process.ts';
import { kindOf } from '../../steps/index.ts';
import { eachSame } from '../renamed.ts';
import { defineFollowUp } from './defineFollowUp.ts';

/** The condition or default mark goes from a flow whose step chose before and chooses no longer: the last way left, or a step that takes all its ways. */
export const conditionsGo = defineFollowUp({
  followUp: 'conditionsGo',
  title: { zh: '不再选择的步骤，其流向不带条件', en: 'Where nothing is chosen, conditions go' },
  follow(process, { before }) {
    if (process.flows === before.flows && process.steps === before.steps) return process;
    const [choseThen, choosesNow] = [choosing(before), choosing(process)];
    const were = new Map(before.flows.map((flow) => [flow.id, flow.from]));
    const flows = eachSame(process.flows, (flow) => {
      if ((flow.condition === undefined && !flow.isDefault) || !choseThen.has(were.get(flow.id) ?? '') || choosesNow.has(flow.from)) return flow;
      const { condition: _condition, isDefault: _isDefault, ...rest } = flow;
      return rest;
    });
    return flows === process.flows ? process : { ...process, flows };
  },
});

function choosing({ steps, flows }: Process): Set<string> {
  const ways = new Map<string, number>();
  for (const { from } of flows) ways.set(from, (ways.get(from) ?? 0) + 1);
  return new Set(steps.filter((step) => kindOf(step).split !== 'all' && (ways.get(step.id) ?? 0) > 1).map((step) => step.id));
}
