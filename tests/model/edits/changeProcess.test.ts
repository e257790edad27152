import type { ChangeProcess } from '../../../model/edits/changeProcess.ts';
import { drawn } from './drawn.ts';
import { verifyEdit } from './verifyEdit.ts';

const [reviewer, decisionMaker] = drawn.roles as [(typeof drawn.roles)[number], (typeof drawn.roles)[number]]; // the drawn process has two
const change = (to: ChangeProcess['to']): ChangeProcess => ({ edit: 'changeProcess', to });

verifyEdit<ChangeProcess>('changeProcess', {
  done: {
    'its name': { process: drawn, edit: change({ name: { zh: '新流程', en: 'New process' } }), name: 'Rename the process to “New process”' },
    'how days count': { process: drawn, edit: change({ firstDayCounts: false }), name: 'Change first day counts', shows: (after) => after.firstDayCounts, expected: false },
    'no awarding step': { process: drawn, edit: change({ awardedBy: undefined }), name: 'Change awarding step', shows: (after) => Object.hasOwn(after, 'awardedBy'), expected: false },
    'a role more': { process: drawn, edit: change({ roles: [...drawn.roles, { id: 'clerk', name: { zh: '办事员', en: 'Clerk' } }] }), name: 'Change roles' },
    'a role under another identifier, which steps follow': {
      process: drawn,
      edit: change({ roles: [{ ...reviewer, id: 'examiner' }, decisionMaker] }),
      name: 'Change roles',
      shows: ({ steps }) => steps.flatMap((step) => ('role' in step ? [step.role] : [])),
      expected: ['examiner', 'examiner', 'decisionMaker'],
    },
  },
  refused: {
    'a role away that a step needs': { process: drawn, edit: change({ roles: [reviewer] }), says: '“Step decision” is for the role “Decision maker”' },
    'a declaration form that is none': { process: drawn, edit: change({ declarationForm: 'gone' }), says: 'no form “gone”' },
    'an awarding step that is none': { process: drawn, edit: change({ awardedBy: 'gone' }), says: 'no step “gone”' },
    'a set of one duty': { process: drawn, edit: change({ separation: [['review']] }), says: 'Separation of duties' },
  },
  nothing: { 'what is so already': { process: drawn, edit: change({ firstDayCounts: true, declarationForm: 'declaration' }) } },
});
