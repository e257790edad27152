import type { ProcessIndex } from '../processIndex.ts';
import { stageIds } from '../steps/defineStep.ts';
import { kindOf, type Step } from '../steps/index.ts';
import { defineRule, type Fault } from './defineRule.ts';
import { nextSteps } from './reading/nextSteps.ts';
import { previousSteps } from './reading/previousSteps.ts';
import { walk } from './reading/walk.ts';

const place = (step: Step): number => stageIds.indexOf(step.stage);

/**
 * All five stages are there, in their order, and each can be reached before any later one. Returns are ordinary: a step may stand
 * behind later stages where its own has been reached before and it leads back to it.
 */
export const stagesInOrder = defineRule({
  rule: 'stagesInOrder',
  title: { zh: '阶段依次进行', en: 'Stages follow in order' },
  severity: 'error',
  why: {
    zh: '五个阶段为各项措施所共有；缺了或倒了次序，进度无法比较，公众也看不懂。',
    en: 'All measures share the five stages; with one missing or out of order, progress cannot be compared nor understood.',
  },
  faults(process, index) {
    const faults: Fault[] = [];
    if (process.stages.map((stage) => stage.id).join() !== stageIds.join()) {
      faults.push({
        message: {
          zh: '流程须依次列出五个阶段：申报、初审、现场核查、公示、拨付；请补齐或调整。',
          en: 'The process must list the five stages in order: declaration, preliminary review, on-site check, publicity, disbursement; complete or reorder them.',
        },
        where: { field: 'stages' },
      });
    }
    const starts = (index.children.get('') ?? []).filter((step) => kindOf(step).begins);
    const latest = latestStages(starts, index);
    const byStage = stageIds.map((): Step[] => []);
    for (const step of process.steps) byStage[place(step)]?.push(step);
    for (const [stage, id] of stageIds.entries()) {
      const steps = byStage[stage] ?? [];
      const name = process.stages.find((candidate) => candidate.id === id)?.name ?? { zh: id, en: id };
      if (steps.length === 0) {
        faults.push({
          message: { zh: `阶段“${name.zh}”没有步骤；请放入一个。`, en: `The stage “${name.en}” has no step; add one.` },
          where: { field: 'stages' },
        });
        continue;
      }
      const late = steps.filter((step) => (latest.get(step.id) ?? stage) > stage);
      if (late.length === 0) continue;
      const first = steps.filter((step) => (latest.get(step.id) ?? Infinity) <= stage);
      if (first.length === 0) {
        const step = late[0];
        if (!step) continue;
        faults.push({
          message: {
            zh: `阶段“${name.zh}”只能在更晚的阶段之后才走到（“${step.name.zh}”）；请调整步骤的阶段或次序。`,
            en: `The stage “${name.en}” is reached only after a later stage (at “${step.name.en}”); correct the step’s stage or the order.`,
          },
          where: { step: step.id, field: 'stage' },
        });
        continue;
      }
      const returning = walk(first.map((step) => step.id), (step) => previousSteps(index, step));
      for (const step of late.filter((candidate) => !returning.has(candidate.id))) {
        faults.push({
          severity: 'warning',
          message: {
            zh: `“${step.name.zh}”属于阶段“${name.zh}”，却在更晚的阶段之后，且不再返回该阶段；请核对它的阶段。`,
            en: `“${step.name.en}” belongs to the stage “${name.en}”, but comes after later stages and does not lead back; check its stage.`,
          },
          where: { step: step.id, field: 'stage' },
        });
      }
    }
    return faults;
  },
});

/** For each step that can be reached, the latest stage through which every way to it must come: the best of its ways, each as late as its latest step. */
function latestStages(starts: Step[], index: ProcessIndex): Map<string, number> {
  const latest = new Map<string, number>();
  const open: string[][] = stageIds.map(() => []);
  const come = (id: string, through: number): void => {
    const step = index.steps.get(id);
    if (step && !latest.has(id)) open[Math.max(through, place(step))]?.push(id);
  };
  for (const start of starts) come(start.id, 0);
  // Stage by stage, so that a step is first met on its best way.
  for (const [stage, ids] of open.entries()) {
    for (let id = ids.pop(); id !== undefined; id = ids.pop()) {
      if (latest.has(id)) continue;
      latest.set(id, stage);
      for (const next of nextSteps(index, id)) come(next, stage);
    }
  }
  return latest;
}
