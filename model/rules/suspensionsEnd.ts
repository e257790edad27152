import { kindOf } from '../steps/index.ts';
import { defineRule, type Fault } from './defineRule.ts';
import { goesOn } from './reading/goesOn.ts';
import { previousSteps } from './reading/previousSteps.ts';
import { walk } from './reading/walk.ts';

/** What a message suspends is resumed by a task to which the case can come while it is suspended. */
export const suspensionsEnd = defineRule({
  rule: 'suspensionsEnd',
  title: { zh: '中止可以恢复', en: 'Suspensions end' },
  severity: 'error',
  why: {
    zh: '消息中止了期限，却没有任务能恢复，案件就一直停着。',
    en: 'Where a message stops the clocks and no task lets them run again, the case stands still for ever.',
  },
  faults(process, index) {
    const faults: Fault[] = [];
    const resuming = new Map<string, string[]>();
    const suspending = new Set<string>();
    for (const step of process.steps) {
      if ('resumes' in step && step.resumes !== undefined) resuming.set(step.resumes, [...(resuming.get(step.resumes) ?? []), step.id]);
      if ('suspends' in step && step.suspends) suspending.add(step.message);
    }
    // While suspended, a token comes past a step that waits only if that step goes on.
    const passable = (id: string): boolean => {
      const step = index.steps.get(id);
      return step !== undefined && (!kindOf(step).waits(step) || goesOn(index, id));
    };
    const leading = new Map<string, Set<string>>();
    for (const [reason, tasks] of resuming) leading.set(reason, walk(tasks.filter(passable), (id) => (passable(id) ? previousSteps(index, id) : [])));
    for (const step of process.steps) {
      if ('suspends' in step && step.suspends) {
        const reason = step.message;
        if (leading.get(reason)?.has(step.id)) continue;
        const none = !resuming.has(reason);
        faults.push({
          message: none
            ? {
                zh: `“${step.name.zh}”中止期限，但没有任务恢复“${reason}”；请在处理它的任务上填写“办结后恢复”。`,
                en: `“${step.name.en}” stops the clocks, but no task resumes “${reason}”; say so at the task that deals with it.`,
              }
            : {
                zh: `从“${step.name.zh}”走到恢复“${reason}”的任务，途中有中止期间不进行的步骤；请让这些步骤“中止期间仍进行”，或接通流向。`,
                en: `The way from “${step.name.en}” to the task that resumes “${reason}” passes steps that stand still while suspended, or does not exist; let those steps go on while suspended, or connect them.`,
              },
          where: { step: step.id, field: 'suspends' },
        });
      }
      if ('resumes' in step && step.resumes !== undefined && step.resumes !== 'administrator' && !suspending.has(step.resumes)) {
        faults.push({
          severity: 'warning',
          message: {
            zh: `“${step.name.zh}”恢复“${step.resumes}”，但没有消息以此中止期限；请核对名称。`,
            en: `“${step.name.en}” resumes “${step.resumes}”, for which no message stops the clocks; check the name.`,
          },
          where: { step: step.id, field: 'resumes' },
        });
      }
    }
    return faults;
  },
});
