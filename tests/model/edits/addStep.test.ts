import type { AddStep } from '../../../model/edits/addStep.ts';
import { stepSchema, type Step } from '../../../model/steps/index.ts';
import { make } from '../rules/processes.ts';
import { drawn, nested } from './drawn.ts';
import { verifyEdit } from './verifyEdit.ts';

const task = make.task('hearing');

verifyEdit<AddStep>('addStep', {
  done: {
    'by itself': { process: drawn, edit: { edit: 'addStep', step: task }, name: 'Add “Step hearing”', steps: [...drawn.steps.map(({ id }) => id), 'hearing'] },
    'into a flow, which keeps identifier and condition on the way to it': {
      process: drawn,
      edit: { edit: 'addStep', step: task, onFlow: 'choiceToDecision' },
      name: 'Insert “Step hearing” between “Step choice” and “Step decision”',
      shows: ({ flows }) => flows.filter((flow) => flow.from === 'hearing' || flow.to === 'hearing'),
      expected: [{ id: 'choiceToDecision', from: 'choice', to: 'hearing', condition: 'review.outcome = "approve"' }, { id: 'hearingToDecision', from: 'hearing', to: 'decision' }],
    },
    'behind a step': {
      process: drawn,
      edit: { edit: 'addStep', step: task, after: 'decision' },
      name: 'Add “Step hearing” after “Step decision”',
      shows: ({ flows }) => flows.at(-1),
      expected: { id: 'decisionToHearing', from: 'decision', to: 'hearing' },
    },
    'onto a border': { process: drawn, edit: { edit: 'addStep', step: make.onError('failed', 'review') }, name: 'Add “Step failed”', shows: ({ steps }) => steps.length, expected: drawn.steps.length + 1 },
    'without the members that say nothing': {
      process: drawn,
      edit: { edit: 'addStep', step: stepSchema.parse({ ...task, duty: undefined, form: undefined }) },
      name: 'Add “Step hearing”',
      shows: ({ steps }) => Object.keys(steps.at(-1) ?? {}).includes('duty'),
      expected: false,
    },
  },
  refused: {
    'under an identifier in use': { process: drawn, edit: { edit: 'addStep', step: make.task('review') }, says: '“review” is in use' },
    'under an identifier of a flow': { process: drawn, edit: { edit: 'addStep', step: make.task('startToReview') }, says: 'is in use' },
    'under a name of the case’s own data': { process: drawn, edit: { edit: 'addStep', step: make.task('visits') }, says: 'case’s own data' },
    'of a kind that is none': { process: drawn, edit: { edit: 'addStep', step: { ...task, kind: 'teleport' } as unknown as Step }, says: '“teleport”, which does not exist' },
    'without what its kind needs': { process: drawn, edit: { edit: 'addStep', step: { ...task, outcomes: [] } as Step }, says: 'Outcomes' },
    'an end into a flow': { process: drawn, edit: { edit: 'addStep', step: make.end('late'), onFlow: 'startToReview' }, says: 'is an end event' },
    'a start into a flow': { process: drawn, edit: { edit: 'addStep', step: make.start('again'), onFlow: 'startToReview' }, says: 'is a start event' },
    'into a flow of another level': { process: nested, edit: { edit: 'addStep', step: task, onFlow: 'payToPayEnd' }, says: 'different levels' },
    'into a flow that is none': { process: drawn, edit: { edit: 'addStep', step: task, onFlow: 'gone' }, says: 'no flow “gone”' },
    'behind an end': { process: drawn, edit: { edit: 'addStep', step: task, after: 'end' }, says: 'is an end event' },
    'into a flow and behind a step': { process: drawn, edit: { edit: 'addStep', step: task, onFlow: 'startToReview', after: 'review' }, says: 'not both' },
    'onto a border where nothing waits': { process: drawn, edit: { edit: 'addStep', step: make.onTime('late', 'choice') }, says: 'No case waits at “Step choice”' },
    'onto no border': { process: drawn, edit: { edit: 'addStep', step: make.onTime('late', 'gone') }, says: 'must sit on a step' },
    'into a subprocess that is none': { process: drawn, edit: { edit: 'addStep', step: make.task('hearing', { parent: 'gone' }) }, says: 'no subprocess “gone”' },
    'into a step that contains nothing': { process: drawn, edit: { edit: 'addStep', step: make.task('hearing', { parent: 'review' }) }, says: 'contains no steps' },
    'into itself': { process: drawn, edit: { edit: 'addStep', step: make.sub('inner', { parent: 'inner' }) }, says: 'inside itself' },
    'a step too many': { process: { ...drawn, steps: Array.from({ length: 2_000 }, (_, place) => make.task(`t${place}`)) }, edit: { edit: 'addStep', step: task }, says: 'at most 2000 steps' },
  },
});
