import { kindOf } from '../../steps/index.ts';
import { defineFollowUp, goneSteps } from './defineFollowUp.ts';

/** Boundary events go with the step on which they sat. */
export const bordersGo = defineFollowUp({
  followUp: 'bordersGo',
  title: { zh: '步骤删除，其边界事件随之删除', en: 'Boundary events go with their host' },
  follow(process, happened) {
    const gone = goneSteps(process, happened);
    const steps = process.steps.filter((step) => !gone.has(kindOf(step).attachedTo?.(step) ?? ''));
    return steps.length === process.steps.length ? process : { ...process, steps };
  },
});
