import { kindOf } from '../steps/index.ts';
import { defineRule } from './defineRule.ts';

/** The step that issues the award exists, and a token rests there, since it is the leaving that counts. */
export const awardedByExists = defineRule({
  rule: 'awardedByExists',
  title: { zh: '下达资助的步骤存在', en: 'The awarding step exists' },
  severity: 'error',
  why: {
    zh: '否则资助下达之后申报人仍可撤回。',
    en: 'Otherwise the applicant could still withdraw after the award was issued.',
  },
  faults(process, index) {
    if (process.awardedBy === undefined) return [];
    const step = index.steps.get(process.awardedBy);
    if (step && (kindOf(step).waits(step) || kindOf(step).contains)) return [];
    return [
      {
        message: step
          ? {
              zh: `下达资助的步骤“${step.name.zh}”不停留，无从完成；请改为任务、等待或子流程。`,
              en: `The awarding step “${step.name.en}” is one where nothing waits to be completed; choose a task, a wait or a subprocess.`,
            }
          : {
              zh: `下达资助的步骤“${process.awardedBy}”不存在；请另选。`,
              en: `The awarding step “${process.awardedBy}” does not exist; choose another.`,
            },
        where: { field: 'awardedBy' },
      },
    ];
  },
});
