import type { MoveSteps } from '../../../model/edits/moveSteps.ts';
import type { Process } from '../../../model/process.ts';
import { drawn, nested } from './drawn.ts';
import { verifyEdit } from './verifyEdit.ts';

const place = (id: string) => (process: Process) => {
  const step = process.steps.find((candidate) => candidate.id === id);
  return step && [step.position.x, step.position.y, step.stage, step.parent];
};

verifyEdit<MoveSteps>('moveSteps', {
  done: {
    'a step goes elsewhere': { process: drawn, edit: { edit: 'moveSteps', moves: [{ step: 'decision', x: 450, y: 20 }] }, name: 'Move “Step decision”', shows: place('decision'), expected: [450, 20, 'preliminaryReview', undefined] },
    'several at once, one into another stage': {
      process: drawn,
      edit: { edit: 'moveSteps', moves: [{ step: 'decision', x: 450, y: 20, stage: 'publicity' }, { step: 'end', x: 700, y: 20 }] },
      name: 'Move 2 steps',
      shows: (after) => [place('decision')(after), place('end')(after)],
      expected: [[450, 20, 'publicity', undefined], [700, 20, 'disbursement', undefined]],
    },
    'a step without flows into a subprocess': {
      process: { ...nested, flows: nested.flows.filter((flow) => flow.from !== 'choice' || flow.to !== 'refused').filter((flow) => flow.to !== 'refused') },
      edit: { edit: 'moveSteps', moves: [{ step: 'refused', x: 200, y: 150, parent: 'payment' }] },
      name: 'Move “Step refused”',
      shows: place('refused'),
      expected: [200, 150, 'preliminaryReview', 'payment'],
    },
    'all of a subprocess out of it, with the flows between them': {
      process: nested,
      edit: { edit: 'moveSteps', moves: ['payStart', 'pay', 'payEnd'].map((step, column) => ({ step, x: 800 + column * 100, y: 60, parent: null })) },
      name: 'Move 3 steps',
      shows: place('pay'),
      expected: [900, 60, 'disbursement', undefined],
    },
  },
  refused: {
    'a step that is none': { process: drawn, edit: { edit: 'moveSteps', moves: [{ step: 'gone', x: 0, y: 0 }] }, says: 'no step “gone”' },
    'a place that is none': { process: drawn, edit: { edit: 'moveSteps', moves: [{ step: 'review', x: Number.NaN, y: 0 }] }, says: 'no such place' },
    'a connected step across the border of a subprocess': { process: nested, edit: { edit: 'moveSteps', moves: [{ step: 'pay', x: 0, y: 0, parent: null }] }, says: 'different levels' },
    'a subprocess into itself': { process: nested, edit: { edit: 'moveSteps', moves: [{ step: 'payment', x: 0, y: 0, parent: 'payment' }] }, says: 'inside itself' },
    'into a step that contains nothing': { process: nested, edit: { edit: 'moveSteps', moves: [{ step: 'refused', x: 0, y: 0, parent: 'review' }] }, says: 'no subprocess' },
  },
  nothing: { 'a step to where it is': { process: drawn, edit: { edit: 'moveSteps', moves: [{ step: 'decision', x: 400, y: 0 }] } } },
});
