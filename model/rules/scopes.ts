import { kindOf } from '../steps/index.ts';
import { defineRule, type Fault } from './defineRule.ts';
import { nameOf } from './reading/nameOf.ts';

/** What contains a step exists, can contain, and is not inside that step itself. */
export const scopes = defineRule({
  rule: 'scopes',
  title: { zh: '子流程层级正确', en: 'Subprocesses nest' },
  severity: 'error',
  why: {
    zh: '放在不存在的子流程里、或互相包含的步骤永远不会开始。',
    en: 'A step inside something that does not exist, or inside itself, never begins.',
  },
  faults(process, index) {
    const faults: Fault[] = [];
    const settled = new Set<string>();
    for (const step of process.steps) {
      if (step.parent === undefined) continue;
      const parent = index.steps.get(step.parent);
      const where = { step: step.id, field: 'parent' };
      if (!parent) {
        faults.push({
          message: {
            zh: `“${step.name.zh}”所在的子流程“${step.parent}”不存在；请把它移到别处。`,
            en: `“${step.name.en}” is inside “${step.parent}”, which does not exist; move it elsewhere.`,
          },
          where,
        });
      } else if (!kindOf(parent).contains) {
        faults.push({
          message: {
            zh: `“${step.name.zh}”放在“${parent.name.zh}”里，但后者不是子流程；请把它移到别处。`,
            en: `“${step.name.en}” is inside “${parent.name.en}”, which is no subprocess; move it elsewhere.`,
          },
          where,
        });
      }
      // Every step is climbed through once, so that deep nesting costs no more than flat.
      const climbed = new Set<string>();
      let at: string | undefined = step.id;
      while (at !== undefined && !settled.has(at) && !climbed.has(at)) {
        climbed.add(at);
        at = index.steps.get(at)?.parent;
      }
      if (at !== undefined && climbed.has(at)) {
        const path = [...climbed];
        const loop = path.slice(path.indexOf(at)).map((id) => nameOf(index, id));
        faults.push({
          message: {
            zh: `子流程互相包含（${loop.map((name) => name.zh).join('、')}）；请把其中一个移出来。`,
            en: `Subprocesses contain one another (${loop.map((name) => name.en).join(', ')}); move one of them out.`,
          },
          where: { step: at, field: 'parent' },
        });
      }
      for (const id of climbed) settled.add(id);
    }
    return faults;
  },
});
