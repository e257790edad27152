import { z } from 'zod';
import { formSchema, type Form } from '../process.ts';
import { nameSchema } from '../steps/defineStep.ts';
import { defineEdit } from './defineEdit.ts';
import { malformed } from './malformed.ts';
import { takenForm, unknownForm } from './whyNot.ts';
import { withoutAbsent } from './withoutAbsent.ts';

/** A form with other fields, maybe under another identifier, which the steps that use it then name. */
export interface ChangeForm {
  edit: 'changeForm';
  form: string;
  to: Form;
}

/** Changes a form. */
export const changeForm = defineEdit<ChangeForm>({
  edit: 'changeForm',
  title: { zh: '修改表单', en: 'Change a form' },
  fields: z.strictObject({ edit: z.literal('changeForm'), form: nameSchema, to: formSchema }),
  name(process, { form: id, to }) {
    const name = process.forms.find((form) => form.id === id)?.name ?? to.name;
    return { zh: `修改表单“${name.zh}”`, en: `Change the form “${name.en}”` };
  },
  allowed: (process, { form: id, to }) =>
    unknownForm(process, id) ?? malformed(formSchema, to, { zh: `表单“${id}”`, en: `Form “${id}”` }) ?? (to.id === id ? undefined : takenForm(process, to.id)),
  apply: (process, { form: id, to }) => ({ ...process, forms: process.forms.map((form) => (form.id === id ? withoutAbsent(to) : form)) }),
  renames: (_process, { form: id, to }) => (to.id === id ? {} : { forms: new Map([[id, to.id]]) }),
});
