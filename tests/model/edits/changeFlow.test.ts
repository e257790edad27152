import type { ChangeFlow } from '../../../model/edits/changeFlow.ts';
import type { Flow } from '../../../model/process.ts';
import { drawn, nested } from './drawn.ts';
import { flowsOf, verifyEdit } from './verifyEdit.ts';

const change = (id: string, more: Partial<Flow>): ChangeFlow => ({ edit: 'changeFlow', flow: id, to: { ...(nested.flows.find((flow) => flow.id === id) as Flow), ...more } }); // the tables name flows there are

verifyEdit<ChangeFlow>('changeFlow', {
  done: {
    'another condition': { process: drawn, edit: change('choiceToDecision', { condition: 'visits.review > 1' }), name: 'Condition of “Step choice → Step decision”: visits.review > 1' },
    'no condition': { process: drawn, edit: change('choiceToDecision', { condition: undefined }), name: 'Remove the condition of “Step choice → Step decision”', shows: ({ flows }) => Object.keys(flows[2] ?? {}), expected: ['id', 'from', 'to'] },
    'a name': { process: drawn, edit: change('choiceToRefused', { name: { zh: '否', en: 'No' } }), name: 'Change the flow “Step choice → Step refused”' },
    'another end': { process: drawn, edit: change('correctionToReview', { to: 'decision' }), name: 'Reconnect “Step correction” to “Step decision”', shows: (after) => flowsOf(after)[5], expected: 'correctionToReview: correction > decision' },
    'becomes the default': {
      process: drawn,
      edit: change('choiceToDecision', { isDefault: true }),
      name: 'Make “Step choice → Step decision” the default',
      shows: (after) => flowsOf(after).filter((flow) => flow.includes(': choice')),
      expected: ['choiceToDecision: choice > decision else', 'choiceToCorrection: choice > correction if review.outcome = "return" and visits.review <= 2', 'choiceToRefused: choice > refused'],
    },
  },
  refused: {
    'a flow that is none': { process: drawn, edit: { ...change('startToReview', {}), flow: 'gone' }, says: 'no flow “gone”' },
    'an identifier in use': { process: drawn, edit: change('startToReview', { id: 'review' }), says: 'is in use' },
    'an empty condition': { process: drawn, edit: change('choiceToDecision', { condition: '' }), says: '(Condition)' },
    'to where it must not lead': { process: drawn, edit: change('correctionToReview', { to: 'start' }), says: 'start event' },
    'to a step to which its step is connected': { process: drawn, edit: change('choiceToCorrection', { to: 'decision' }), says: 'already' },
  },
});
