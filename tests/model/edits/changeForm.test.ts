import type { ChangeForm } from '../../../model/edits/changeForm.ts';
import { drawn } from './drawn.ts';
import { papers } from './forms.ts';
import { verifyEdit } from './verifyEdit.ts';

const withPapers = { ...drawn, forms: [...drawn.forms, papers] };

verifyEdit<ChangeForm>('changeForm', {
  done: {
    'another schema': { process: drawn, edit: { edit: 'changeForm', form: 'declaration', to: { ...papers, id: 'declaration' } }, name: 'Change the form “Declaration”', shows: ({ forms }) => Object.keys(forms[0]?.schema.properties ?? {}), expected: ['complete'] },
    'another identifier, which the declaration and steps follow': {
      process: drawn,
      edit: { edit: 'changeForm', form: 'declaration', to: { ...papers, id: 'application' } },
      name: 'Change the form “Declaration”',
      shows: ({ declarationForm, steps }) => [declarationForm, ...steps.flatMap((step) => ('form' in step ? [step.form] : [])), ...steps.flatMap((step) => ('writes' in step ? [step.writes] : []))],
      expected: ['application', 'application', 'declaration'],
    },
  },
  refused: {
    'a form that is none': { process: drawn, edit: { edit: 'changeForm', form: 'gone', to: papers }, says: 'no form “gone”' },
    'an identifier in use': { process: withPapers, edit: { edit: 'changeForm', form: 'papers', to: { ...papers, id: 'declaration' } }, says: 'is in use' },
  },
});
