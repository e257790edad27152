import type { Process } from '../../model/process.ts';
import { stageIds, type StageId } from '../../model/steps/defineStep.ts';
import { kindOf } from '../../model/steps/index.ts';
import type { Layer } from './layer.ts';

/** How a case stands to one of the five stages. */
export type StageState = 'reached' | 'now' | 'notRequired' | 'notReached';

/** The five stages of a case, told by what lies on its diagram: a stage whose every piece of work was passed by was not required. */
export function stageStates(process: Process, { marks, discs }: Layer): Map<StageId, StageState> {
  const stageOf = new Map(process.steps.map((step) => [step.id, step.stage]));
  const now = new Set(discs.map((disc) => stageOf.get(disc.step)));
  return new Map(
    stageIds.map((stage) => {
      const met = process.steps.filter((step) => step.stage === stage && marks.has(step.id));
      const work = met.filter((step) => ['task', 'subProcess'].includes(kindOf(step).look.shape));
      const passedBy = work.length > 0 && work.every((step) => marks.get(step.id)?.state === 'notRequired');
      return [stage, now.has(stage) ? 'now' : passedBy ? 'notRequired' : met.length > 0 ? 'reached' : 'notReached'];
    }),
  );
}
