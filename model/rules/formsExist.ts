import { kindOf } from '../steps/index.ts';
import { defineRule, type Fault } from './defineRule.ts';

/** The declaration and every task name a form that the process has; an outcome that needs the form has one to need. */
export const formsExist = defineRule({
  rule: 'formsExist',
  title: { zh: '表单存在', en: 'Forms exist' },
  severity: 'error',
  why: {
    zh: '没有表单，申报人或经办人无处填写，后面的条件也就没有数据。',
    en: 'Without its form nobody can answer, and later conditions have no data.',
  },
  faults(process) {
    const faults: Fault[] = [];
    const forms = new Set(process.forms.map((form) => form.id));
    if (!forms.has(process.declarationForm)) {
      faults.push({
        message: {
          zh: `申报表单“${process.declarationForm}”不存在；请另选或先添加表单。`,
          en: `The declaration form “${process.declarationForm}” does not exist; choose another or add it.`,
        },
        where: { field: 'declarationForm' },
      });
    }
    for (const step of process.steps) {
      const task = kindOf(step).task?.(step);
      if (!task) continue;
      if (task.form !== undefined && !forms.has(task.form)) {
        faults.push({
          message: {
            zh: `“${step.name.zh}”的表单“${task.form}”不存在；请另选或先添加表单。`,
            en: `The form “${task.form}” of “${step.name.en}” does not exist; choose another or add it.`,
          },
          where: { step: step.id, field: 'form' },
        });
      }
      const needing = task.outcomes.findIndex((outcome) => outcome.needsForm);
      if (task.form === undefined && needing >= 0) {
        faults.push({
          severity: 'warning',
          message: {
            zh: `“${step.name.zh}”的办理结果要求填写表单，但它没有表单；请选择表单或取消要求。`,
            en: `An outcome of “${step.name.en}” needs the form, but the step has none; choose a form or drop the need.`,
          },
          where: { step: step.id, field: `outcomes.${needing}.needsForm` },
        });
      }
    }
    return faults;
  },
});
