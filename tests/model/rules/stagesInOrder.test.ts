import { stagesInOrder } from '../../../model/rules/stagesInOrder.ts';
import { stageIds } from '../../../model/steps/defineStep.ts';
import type { Flow } from '../../../model/process.ts';
import type { Step } from '../../../model/steps/index.ts';
import { make, processOf, soundProcess, way } from './processes.ts';
import { verifyRule } from './verifyRule.ts';

const [declaration, review, onSite, publicity, disbursement] = stageIds;

/** One task for each stage, and more steps and flows around them. */
function fiveStages(steps: Step[], ...flows: Flow[][]) {
  return processOf(
    [
      make.start('start', { stage: declaration }),
      make.task('declare', { stage: declaration }),
      make.task('review', { stage: review }),
      make.task('visit', { stage: onSite }),
      make.task('publish', { stage: publicity }),
      make.task('pay', { stage: disbursement }),
      make.end('end', { stage: disbursement }),
      ...steps,
    ],
    flows,
  );
}
const straight = way('start > declare > review > visit > publish > pay > end');

verifyRule(stagesInOrder, {
  valid: {
    'one after the other': soundProcess(),
    'a return to the review': fiveStages([make.exclusive('choice', { stage: publicity })], way('start > declare > review > visit > choice > publish > pay > end'), way('choice > review')),
    'a correction that stands behind later stages and leads back': fiveStages(
      [make.task('correct', { stage: declaration })],
      straight,
      way('visit > correct > review > declare'),
    ),
    'a stage that may be left out': fiveStages([], straight, way('review > publish')),
    'an earlier visit, recorded in its stage by a subprocess': fiveStages(
      [make.sub('record', { stage: onSite }), make.start('begin', { stage: onSite, parent: 'record' }), make.end('done', { stage: onSite, parent: 'record' })],
      way('start > declare > review > record > visit > publish > pay > end'),
      way('begin > done'),
    ),
  },
  invalid: {
    'a stage missing from the list': {
      process: soundProcess({ stages: soundProcess().stages.filter((stage) => stage.id !== publicity) }),
      problems: [{ where: { field: 'stages' }, says: 'list the five stages' }],
    },
    'stages listed in another order': { process: soundProcess({ stages: soundProcess().stages.toReversed() }), problems: [{ where: { field: 'stages' } }] },
    'a stage without a step': {
      process: processOf(
        soundProcess().steps.filter((step) => step.stage !== onSite),
        [way(`start > ${declaration}Task > ${review}Task > ${publicity}Task > ${disbursement}Task > end`)],
      ),
      problems: [{ where: { field: 'stages' }, says: 'has no step' }],
    },
    'publicity before the visit': {
      process: fiveStages([], way('start > declare > review > publish > visit > pay > end')),
      problems: [{ where: { step: 'visit', field: 'stage' }, says: 'only after a later stage' }],
    },
    'a step at the end with the stage of the beginning': {
      process: fiveStages([make.task('tellFinance', { stage: declaration })], way('start > declare > review > visit > publish > pay > tellFinance > end')),
      problems: [{ where: { step: 'tellFinance', field: 'stage' }, severity: 'warning', says: 'does not lead back' }],
    },
  },
});
