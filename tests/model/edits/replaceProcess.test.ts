import type { ReplaceProcess } from '../../../model/edits/replaceProcess.ts';
import type { Process } from '../../../model/process.ts';
import { make } from '../rules/processes.ts';
import { drawn, nested } from './drawn.ts';
import { verifyEdit } from './verifyEdit.ts';

const why = { zh: '代码视图中修改', en: 'Edited as code' };

verifyEdit<ReplaceProcess>('replaceProcess', {
  done: {
    'by another': { process: drawn, edit: { edit: 'replaceProcess', to: nested, why }, name: 'Edited as code', shows: (after) => after === nested, expected: true },
    'by one with faults, which stay for the rules to tell': {
      process: drawn,
      edit: { edit: 'replaceProcess', to: { ...drawn, steps: drawn.steps.filter((step) => step.id !== 'review') }, why },
      name: 'Edited as code',
      shows: ({ flows, steps }) => [flows.length, steps.some((step) => step.id === 'reminder')],
      expected: [drawn.flows.length, true],
    },
  },
  refused: {
    'by one of another measure': { process: drawn, edit: { edit: 'replaceProcess', to: { ...nested, id: 'M02' }, why }, says: 'This is the process “M02”' },
    'by one that is malformed': { process: drawn, edit: { edit: 'replaceProcess', to: { ...drawn, steps: [{ ...make.task('a'), kind: 'teleport' }] } as unknown as Process, why }, says: 'no such kind of step' },
  },
  nothing: { 'by the same': { process: drawn, edit: { edit: 'replaceProcess', to: structuredClone(drawn), why } } },
});
