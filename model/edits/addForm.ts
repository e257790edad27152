import { z } from 'zod';
import { formSchema, type Form } from '../process.ts';
import { defineEdit } from './defineEdit.ts';
import { malformed } from './malformed.ts';
import { takenForm, tooMany } from './whyNot.ts';
import { withoutAbsent } from './withoutAbsent.ts';

/** A new form. */
export interface AddForm {
  edit: 'addForm';
  form: Form;
}

/** Adds a form, for steps to use. */
export const addForm = defineEdit<AddForm>({
  edit: 'addForm',
  title: { zh: '添加表单', en: 'Add a form' },
  fields: z.strictObject({ edit: z.literal('addForm'), form: formSchema }),
  name: (_process, { form }) => ({ zh: `添加表单“${form.name.zh}”`, en: `Add the form “${form.name.en}”` }),
  allowed: (process, { form }) => malformed(formSchema, form, { zh: `表单“${form.id}”`, en: `Form “${form.id}”` }) ?? takenForm(process, form.id) ?? tooMany(process, { forms: 1 }),
  apply: (process, { form }) => ({ ...process, forms: [...process.forms, withoutAbsent(form)] }),
});
