import { defineFollowUp, goneSteps } from './defineFollowUp.ts';

/** A process whose awarding step is removed has none, until its owner names another. */
export const awardGoes = defineFollowUp({
  followUp: 'awardGoes',
  title: { zh: '下达资助的步骤删除，不再指定', en: 'The award goes with its step' },
  follow(process, happened) {
    const { awardedBy, ...rest } = process;
    return awardedBy !== undefined && goneSteps(process, happened).has(awardedBy) ? rest : process;
  },
});
