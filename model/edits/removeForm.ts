import { z } from 'zod';
import { nameSchema } from '../steps/defineStep.ts';
import { kindOf } from '../steps/index.ts';
import { defineEdit } from './defineEdit.ts';
import { unknownForm } from './whyNot.ts';

/** A form taken away. */
export interface RemoveForm {
  edit: 'removeForm';
  form: string;
}

/** Removes a form that nothing uses. */
export const removeForm = defineEdit<RemoveForm>({
  edit: 'removeForm',
  title: { zh: '删除表单', en: 'Remove a form' },
  fields: z.strictObject({ edit: z.literal('removeForm'), form: nameSchema }),
  name(process, { form: id }) {
    const name = process.forms.find((form) => form.id === id)?.name ?? { zh: id, en: id };
    return { zh: `删除表单“${name.zh}”`, en: `Remove the form “${name.en}”` };
  },
  allowed(process, { form: id }) {
    const form = process.forms.find((candidate) => candidate.id === id);
    if (!form) return unknownForm(process, id);
    const { zh, en } = form.name;
    if (process.declarationForm === id) return { zh: `“${zh}”是申报表单；请先另选申报表单。`, en: `“${en}” is the declaration form; choose another one first.` };
    const users = process.steps.filter((step) => kindOf(step).task?.(step).form === id).map(({ name }) => name);
    if (users.length === 0) return undefined;
    return {
      zh: `表单“${zh}”由${users.map((name) => `“${name.zh}”`).join('、')}使用；请先在那里另选表单。`,
      en: `The form “${en}” is used by ${users.map((name) => `“${name.en}”`).join(', ')}; choose another form there first.`,
    };
  },
  apply: (process, { form: id }) => ({ ...process, forms: process.forms.filter((form) => form.id !== id) }),
});
