import type { AddForm } from '../../../model/edits/addForm.ts';
import { drawn } from './drawn.ts';
import { papers } from './forms.ts';
import { verifyEdit } from './verifyEdit.ts';

verifyEdit<AddForm>('addForm', {
  done: { 'a form': { process: drawn, edit: { edit: 'addForm', form: papers }, name: 'Add the form “Papers”', shows: ({ forms }) => forms.map(({ id }) => id), expected: ['declaration', 'papers'] } },
  refused: {
    'under an identifier in use': { process: drawn, edit: { edit: 'addForm', form: { ...papers, id: 'declaration' } }, says: 'is in use' },
    'without a name': { process: drawn, edit: { edit: 'addForm', form: { ...papers, name: { zh: '', en: '' } } }, says: 'Form “papers” is not as it must be' },
  },
});
