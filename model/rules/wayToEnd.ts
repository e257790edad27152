import { kindOf } from '../steps/index.ts';
import { defineRule, type Fault } from './defineRule.ts';
import { scopesOf } from './reading/scopesOf.ts';
import { walk } from './reading/walk.ts';

/** From every step, boundary events included, a way leads to an end of its scope, and no way stops without one. */
export const wayToEnd = defineRule({
  rule: 'wayToEnd',
  title: { zh: '处处能走到结束', en: 'There is a way to an end' },
  severity: 'error',
  why: {
    zh: '走不到结束的案件永远办不完，占用的预算也不会释放。',
    en: 'A case that cannot reach an end is never finished, and its reserved budget is never released.',
  },
  faults(process, index) {
    const faults: Fault[] = [];
    for (const { ends, steps, name, where } of scopesOf(process, index)) {
      if (ends.length === 0) {
        faults.push({ message: { zh: `${name.zh}没有结束事件；请放入一个。`, en: `${name.en} has no end event; add one.` }, where });
      }
      const leading = walk(ends.map((end) => end.id), (step) => {
        const before = (index.incoming.get(step) ?? []).map((flow) => flow.from);
        const here = index.steps.get(step);
        const host = here && kindOf(here).attachedTo?.(here);
        return host === undefined ? before : [...before, host];
      });
      for (const step of steps) {
        if (kindOf(step).ends) continue;
        if (!index.outgoing.has(step.id)) {
          faults.push({
            message: {
              zh: `“${step.name.zh}”之后没有流向；请连到下一步骤或结束事件。`,
              en: `Nothing follows “${step.name.en}”; connect it to the next step or to an end event.`,
            },
            where: { step: step.id },
          });
        } else if (ends.length > 0 && !leading.has(step.id)) {
          faults.push({
            message: {
              zh: `从“${step.name.zh}”走不到结束事件；请补一条通向结束的流向。`,
              en: `No way leads from “${step.name.en}” to an end event; add a flow that does.`,
            },
            where: { step: step.id },
          });
        }
      }
    }
    return faults;
  },
});
