import { apply } from '../../../model/edits/index.ts';
import type { Ungroup } from '../../../model/edits/ungroup.ts';
import { make, way } from '../rules/processes.ts';
import { drawn, nested } from './drawn.ts';
import { verifyEdit } from './verifyEdit.ts';

const free = { ...nested, steps: nested.steps.filter((step) => step.id !== 'payFailed'), flows: nested.flows.filter((flow) => flow.from !== 'payFailed') };
const ungroup: Ungroup = { edit: 'ungroup', step: 'payment' };
const inside = (...steps: Parameters<typeof make.task>[]) => steps.map(([id]) => id);
const chain = { ...drawn, steps: [make.start(), make.task('a', { position: { x: 200, y: 100 } }), make.task('b', { position: { x: 400, y: 100 } }), make.end()], flows: way('start > a > b > end') };

verifyEdit<Ungroup>('ungroup', {
  done: {
    'its steps stand where they stood, and its start and end are flows': {
      process: free,
      edit: ungroup,
      name: 'Ungroup “Step payment”',
      steps: [...drawn.steps.map(({ id }) => id), ...inside(['pay'])],
      shows: ({ steps, flows }) => [steps.at(-1)?.position, steps.at(-1)?.parent, flows.filter((flow) => flow.from === 'pay' || flow.to === 'pay').map(({ from, to }) => `${from} > ${to}`)],
      expected: [{ x: 780, y: 60 }, undefined, ['decision > pay', 'pay > end']],
    },
    'what was grouped is as before, but for names of flows': {
      process: apply(chain, { edit: 'group', steps: ['a', 'b'], name: { zh: '组', en: 'Both' } }),
      edit: { edit: 'ungroup', step: 'subProcess' },
      name: 'Ungroup “Both”',
      flows: ['startToA: start > a', 'aToB: a > b', 'bToEnd: b > end'],
      shows: ({ steps }) => steps,
      expected: chain.steps,
    },
    'an empty one is passed over': {
      process: { ...free, steps: free.steps.filter((step) => step.parent === undefined), flows: free.flows.filter((flow) => !flow.id.startsWith('pay') || flow.from === 'payment') },
      edit: ungroup,
      name: 'Ungroup “Step payment”',
      steps: drawn.steps.map(({ id }) => id),
      shows: ({ flows }) => flows.filter((flow) => flow.to === 'end').map(({ from }) => from),
      expected: ['decision'],
    },
    'one that leads nowhere keeps its ends': { process: { ...free, flows: free.flows.filter((flow) => flow.from !== 'payment') }, edit: ungroup, name: 'Ungroup “Step payment”', shows: ({ steps }) => steps.slice(-2).map(({ id, parent }) => [id, parent]), expected: [['pay', undefined], ['payEnd', undefined]] },
  },
  refused: {
    'what is no subprocess': { process: nested, edit: { edit: 'ungroup', step: 'review' }, says: 'is no subprocess' },
    'what is not there': { process: nested, edit: { edit: 'ungroup', step: 'gone' }, says: 'no step “gone”' },
    'one with something on its border': { process: nested, edit: ungroup, says: 'sits on “Step payment”' },
    'one that is needed sometimes': { process: { ...free, steps: free.steps.map((step) => (step.id === 'payment' ? { ...step, required: { when: 'true', rule: 'r', reason: step.name } } : step)) }, edit: ungroup, says: 'under a condition only' },
    'one without start': { process: { ...free, steps: free.steps.filter((step) => step.id !== 'payStart') }, edit: ungroup, says: 'must contain one start event' },
    'one whose end ends it whole': { process: { ...free, steps: free.steps.map((step) => (step.id === 'payEnd' ? make.end('payEnd', { parent: 'payment', end: 'terminate' }) : step)) }, edit: ungroup, says: 'ends the whole subprocess' },
    'one with several ways out': { process: { ...free, flows: [...free.flows, ...way('payment > refused')] }, edit: ungroup, says: 'Several flows leave' },
  },
});
