import { kindOf } from '../steps/index.ts';
import { defineRule, type Fault } from './defineRule.ts';

/** A boundary event sits on a step of its own level, on which a token can rest. */
export const boundaryHosts = defineRule({
  rule: 'boundaryHosts',
  title: { zh: '边界事件附着正确', en: 'Boundary events have hosts' },
  severity: 'error',
  why: {
    zh: '边界事件只在所附步骤等待期间起作用；附在不停留的步骤上，它永远不会发生。',
    en: 'A boundary event works while its host waits; on a step where nothing rests it never happens.',
  },
  faults(process, index) {
    const faults: Fault[] = [];
    for (const step of process.steps) {
      const hostId = kindOf(step).attachedTo?.(step);
      if (hostId === undefined) continue;
      const host = index.steps.get(hostId);
      const say = (zh: string, en: string) =>
        faults.push({ message: { zh: `边界事件“${step.name.zh}”${zh}`, en: `Boundary event “${step.name.en}” ${en}` }, where: { step: step.id, field: 'host' } });
      if (!host) {
        say(`所附的步骤“${hostId}”不存在；请附到一个步骤上。`, `is attached to “${hostId}”, which does not exist; attach it to a step.`);
        continue;
      }
      if (!kindOf(host).waits(host) && !kindOf(host).contains) {
        say(
          `附在“${host.name.zh}”上，而案件不在那里停留；请附到任务、等待或子流程上。`,
          `is attached to “${host.name.en}”, where no case ever waits; attach it to a task, a wait or a subprocess.`,
        );
      }
      if (host.parent !== step.parent) {
        say(`与所附的“${host.name.zh}”不在同一层；请移到同一层。`, `is not on the same level as its host “${host.name.en}”; move it there.`);
      }
    }
    return faults;
  },
});
