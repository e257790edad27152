import type { RemoveForm } from '../../../model/edits/removeForm.ts';
import { drawn } from './drawn.ts';
import { papers } from './forms.ts';
import { verifyEdit } from './verifyEdit.ts';

const withPapers = { ...drawn, forms: [...drawn.forms, papers] };

verifyEdit<RemoveForm>('removeForm', {
  done: { 'a form that nothing uses': { process: withPapers, edit: { edit: 'removeForm', form: 'papers' }, name: 'Remove the form “Papers”', shows: ({ forms }) => forms.map(({ id }) => id), expected: ['declaration'] } },
  refused: {
    'a form that is none': { process: drawn, edit: { edit: 'removeForm', form: 'gone' }, says: 'no form “gone”' },
    'the declaration form': { process: drawn, edit: { edit: 'removeForm', form: 'declaration' }, says: 'is the declaration form' },
    'a form in use': { process: { ...withPapers, declarationForm: 'papers' }, edit: { edit: 'removeForm', form: 'declaration' }, says: 'used by “Step correction”' },
  },
});
