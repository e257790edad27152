import { kindOf } from '../steps/index.ts';
import { defineRule } from './defineRule.ts';
import { nextSteps } from './reading/nextSteps.ts';
import { scopesOf } from './reading/scopesOf.ts';
import { walk } from './reading/walk.ts';

/** Every step can be reached from the start. Where a scope has no start, or a step no host or no scope, that is another rule's fault and not told again. */
export const reachable = defineRule({
  rule: 'reachable',
  title: { zh: '每个步骤都能走到', en: 'Every step is reachable' },
  severity: 'error',
  why: {
    zh: '走不到的步骤从不办理；多半是漏连了流向。',
    en: 'A step that cannot be reached is never done; most likely a flow is missing.',
  },
  faults(process, index) {
    const views = scopesOf(process, index);
    const known = new Set(views.map((view) => view.id));
    const seeds = views.filter((view) => view.id === '' || view.begins.length === 0).flatMap((view) => (view.begins.length > 0 ? view.begins : view.steps));
    for (const step of process.steps) {
      const host = kindOf(step).attachedTo?.(step);
      if (!known.has(step.parent ?? '') || (host !== undefined && !index.steps.has(host))) seeds.push(step);
    }
    const reached = walk(seeds.map((step) => step.id), (step) => nextSteps(index, step));
    return process.steps
      .filter((step) => !reached.has(step.id))
      .map((step) => ({
        message: {
          zh: `从开始走不到“${step.name.zh}”；请连上通向它的流向，或删除它。`,
          en: `“${step.name.en}” cannot be reached from the start; connect a flow to it, or remove it.`,
        },
        where: { step: step.id },
      }));
  },
});
