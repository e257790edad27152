import type { Group } from '../../../model/edits/group.ts';
import { make, way } from '../rules/processes.ts';
import { drawn, nested } from './drawn.ts';
import { flowsOf, verifyEdit } from './verifyEdit.ts';

const group = (...steps: string[]): Group => ({ edit: 'group', steps, name: { zh: '审查', en: 'Examination' } });
const chain = { ...drawn, steps: [make.start(), make.task('a', { position: { x: 200, y: 100 } }), make.task('b', { position: { x: 400, y: 100 } }), make.end()], flows: way('start > a > b > end') };

verifyEdit<Group>('group', {
  done: {
    'two steps in a row': {
      process: chain,
      edit: group('a', 'b'),
      name: 'Group 2 steps into “Examination”',
      steps: ['start', 'subProcess', 'startEvent', 'a', 'b', 'end', 'endEvent'],
      flows: ['startToA: start > subProcess', 'aToB: a > b', 'bToEnd: b > endEvent', 'startEventToA: startEvent > a', 'subProcessToEnd: subProcess > end'],
      shows: ({ steps }) => steps.slice(1, 5).map(({ parent, position }) => [parent, position.x, position.y]),
      expected: [[undefined, 100, 40], ['subProcess', 32, 74], ['subProcess', 100, 60], ['subProcess', 300, 60]],
    },
    'one step, with what sits on its border': {
      process: { ...drawn, flows: drawn.flows.filter((flow) => flow.from !== 'reminder') },
      edit: group('review'),
      name: 'Group 1 steps into “Examination”',
      shows: ({ steps }) => steps.filter((step) => step.parent === 'subProcess').map(({ id }) => id),
      expected: ['startEvent', 'review', 'reminder', 'endEvent'],
    },
    'steps not yet connected with others': {
      process: { ...chain, flows: way('a > b') },
      edit: group('a', 'b'),
      name: 'Group 2 steps into “Examination”',
      flows: ['aToB: a > b', 'startEventToA: startEvent > a', 'bToEndEvent: b > endEvent'],
    },
    'inside a subprocess': { process: nested, edit: group('pay'), name: 'Group 1 steps into “Examination”', shows: (after) => [after.steps.find((step) => step.id === 'subProcess')?.parent, flowsOf(after).includes('subProcessToPayEnd: subProcess > payEnd')], expected: ['payment', true] },
  },
  refused: {
    'a start': { process: drawn, edit: group('start', 'review'), says: 'belongs to the process around' },
    'an end': { process: drawn, edit: group('decision', 'end'), says: 'belongs to the process around' },
    'steps with two ways out': { process: drawn, edit: group('choice'), says: 'lead to several places' },
    'steps with two ways in': { process: { ...chain, flows: [...way('start > a > end'), ...way('start > b > end')] }, edit: group('a', 'b'), says: 'one start' },
    'a border without its host': { process: drawn, edit: group('reminder'), says: 'host of boundary event' },
    'steps of different levels': { process: nested, edit: group('decision', 'pay'), says: 'different levels' },
    'a step that is none': { process: drawn, edit: group('gone'), says: 'no step “gone”' },
  },
});
