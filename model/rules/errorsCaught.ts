import { kindOf } from '../steps/index.ts';
import { defineRule, type Fault } from './defineRule.ts';
import { catcherOf } from './reading/catcherOf.ts';
import { nameOf } from './reading/nameOf.ts';

/** An error that an end event raises is caught by a boundary error around it, and a boundary error catches something that can be raised. */
export const errorsCaught = defineRule({
  rule: 'errorsCaught',
  title: { zh: '错误有人接', en: 'Errors are caught' },
  severity: 'error',
  why: {
    zh: '没有边界错误接住的错误结束，会让案件停下成为故障。',
    en: 'An error end that no boundary error catches stops the case as an incident.',
  },
  faults(process, index) {
    const faults: Fault[] = [];
    const catching = new Set<string>();
    for (const step of process.steps) {
      const kind = kindOf(step);
      for (const code of kind.raises?.(step) ?? []) {
        const border = catcherOf(index, step, code);
        if (border) catching.add(border.id);
        else if (kind.ends) {
          faults.push({
            message: {
              zh: `“${step.name.zh}”引发的错误“${code}”没有边界错误接住；请在外层子流程上附一个边界错误，或改为普通结束。`,
              en: `The error “${code}” raised by “${step.name.en}” is caught by nothing; attach a boundary error to the subprocess around it, or make it a plain end.`,
            },
            where: { step: step.id, field: 'error' },
          });
        }
      }
    }
    for (const step of process.steps) {
      const kind = kindOf(step);
      const host = kind.attachedTo?.(step);
      if (!kind.catches || host === undefined || !index.steps.has(host) || catching.has(step.id)) continue;
      faults.push({
        severity: 'warning',
        message: {
          zh: `“${step.name.zh}”不会发生：“${nameOf(index, host).zh}”不会引发它所接的错误，或已由别处接住；请核对错误代码或删除它。`,
          en: `“${step.name.en}” never happens: “${nameOf(index, host).en}” does not raise what it catches, or it is caught elsewhere; check the error code or remove it.`,
        },
        where: { step: step.id, field: 'error' },
      });
    }
    return faults;
  },
});
