import type { RemoveElements } from '../../../model/edits/removeElements.ts';
import { drawn, nested } from './drawn.ts';
import { verifyEdit } from './verifyEdit.ts';

const remove = (steps: string[], flows: string[] = [], bridge?: boolean): RemoveElements => ({ edit: 'removeElements', steps, flows, ...(bridge === undefined ? {} : { bridge }) });
const rest = (...gone: string[]) => drawn.steps.map(({ id }) => id).filter((id) => !gone.includes(id));

verifyEdit<RemoveElements>('removeElements', {
  done: {
    'a flow': { process: drawn, edit: remove([], ['decisionToEnd']), name: 'Disconnect “Step decision” from “Step end”', steps: rest() },
    'a step with its flows': { process: drawn, edit: remove(['refused']), name: 'Remove “Step refused”', steps: rest('refused'), shows: ({ flows }) => flows.some((flow) => flow.to === 'refused'), expected: false },
    'a step between two others, which are then connected': {
      process: drawn,
      edit: remove(['decision'], [], true),
      name: 'Remove “Step decision”',
      shows: ({ flows }) => flows.filter((flow) => flow.to === 'end'),
      expected: [{ id: 'choiceToDecision', from: 'choice', to: 'end', condition: 'review.outcome = "approve"' }],
    },
    'a step with several ways is not bridged': { process: drawn, edit: remove(['choice'], [], true), name: 'Remove “Step choice”', shows: ({ flows }) => flows.filter((flow) => flow.from === 'review'), expected: [] },
    'two in a row are bridged over': {
      process: nested,
      edit: remove(['decision', 'payment'], [], true),
      name: 'Remove 2 steps',
      shows: ({ flows }) => flows.filter((flow) => flow.to === 'end').map((flow) => flow.from),
      expected: ['choice'],
    },
    'several steps and flows': { process: drawn, edit: remove(['correction', 'refused'], ['startToReview']), name: 'Remove 2 steps', steps: rest('correction', 'refused') },
    'several flows': { process: drawn, edit: remove([], ['startToReview', 'decisionToEnd']), name: 'Remove 2 flows', steps: rest() },
  },
  refused: {
    nothing: { process: drawn, edit: remove([]), says: 'Nothing is selected' },
    'a step that is none': { process: drawn, edit: remove(['gone']), says: 'no step “gone”' },
    'a flow that is none': { process: drawn, edit: remove([], ['gone']), says: 'no flow “gone”' },
  },
});
