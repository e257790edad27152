import { walk } from '../../rules/reading/walk.ts';
import { defineFollowUp, goneSteps } from './defineFollowUp.ts';

/** What a removed subprocess contains goes with it, however deep. */
export const containedStepsGo = defineFollowUp({
  followUp: 'containedStepsGo',
  title: { zh: '子流程删除，其中的步骤随之删除', en: 'What a removed subprocess contains goes too' },
  follow(process, happened) {
    const gone = goneSteps(process, happened);
    if (!process.steps.some((step) => step.parent !== undefined && gone.has(step.parent))) return process;
    const all = walk(gone, (id) => process.steps.filter((step) => step.parent === id).map((step) => step.id));
    return { ...process, steps: process.steps.filter((step) => !all.has(step.id)) };
  },
});
