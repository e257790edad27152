import { defineFollowUp, goneSteps } from './defineFollowUp.ts';

/** Flows to and from a removed step go with it. */
export const flowsGo = defineFollowUp({
  followUp: 'flowsGo',
  title: { zh: '步骤删除，其流向随之删除', en: 'Flows go with their steps' },
  follow(process, happened) {
    const gone = goneSteps(process, happened);
    const flows = process.flows.filter((flow) => !gone.has(flow.from) && !gone.has(flow.to));
    return flows.length === process.flows.length ? process : { ...process, flows };
  },
});
