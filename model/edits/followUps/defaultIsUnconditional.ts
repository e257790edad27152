import { eachSame } from '../renamed.ts';
import { defineFollowUp } from './defineFollowUp.ts';

/** A flow that becomes the default loses its condition, which nobody would ask any more; one that is given a condition is the default no longer. */
export const defaultIsUnconditional = defineFollowUp({
  followUp: 'defaultIsUnconditional',
  title: { zh: '默认流向没有条件', en: 'The default has no condition' },
  follow(process, { before }) {
    if (process.flows === before.flows) return process;
    const were = new Map(before.flows.map((flow) => [flow.id, flow]));
    const flows = eachSame(process.flows, (flow) => {
      const was = were.get(flow.id);
      if (!flow.isDefault || flow.condition === undefined || (was?.isDefault && was.condition !== undefined)) return flow;
      const { condition, isDefault: _default, ...rest } = flow;
      return was?.isDefault ? { ...rest, condition } : { ...rest, isDefault: true };
    });
    return flows === process.flows ? process : { ...process, flows };
  },
});
