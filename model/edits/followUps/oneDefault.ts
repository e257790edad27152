import { defineFollowUp } from './defineFollowUp.ts';

/** Where a flow becomes the default of its step, or comes to a step as its default, the step's former default is one no longer. */
export const oneDefault = defineFollowUp({
  followUp: 'oneDefault',
  title: { zh: '每个步骤只有一条默认流向', en: 'One default for each step' },
  follow(process, { before }) {
    if (process.flows === before.flows) return process;
    const were = new Map(before.flows.map((flow) => [flow.id, flow]));
    const becoming = new Map(
      process.flows.filter((flow) => flow.isDefault && !(were.get(flow.id)?.isDefault && were.get(flow.id)?.from === flow.from)).map((flow) => [flow.from, flow.id]),
    );
    let changed = false;
    const flows = process.flows.map((flow) => {
      const now = becoming.get(flow.from);
      if (!flow.isDefault || now === undefined || now === flow.id) return flow;
      changed = true;
      const { isDefault: _former, ...rest } = flow;
      return rest;
    });
    return changed ? { ...process, flows } : process;
  },
});
