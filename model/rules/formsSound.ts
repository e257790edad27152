import { formSchemaFaults } from '../form/formSchemaFaults.ts';
import { defineRule } from './defineRule.ts';

/** Forms can be shown and judged: labels in both languages, bounds that do not cross, patterns that cannot be slow. */
export const formsSound = defineRule({
  rule: 'formsSound',
  title: { zh: '表单可用', en: 'Forms are usable' },
  severity: 'error',
  why: {
    zh: '有缺陷的表单会让申报人填不下去，或让不该通过的内容通过。',
    en: 'A faulty form stops whoever fills it, or lets through what it should not.',
  },
  faults: (process) =>
    process.forms.flatMap((form, position) =>
      formSchemaFaults(form.schema).map(({ pointer, message }) => ({
        message: { zh: `表单“${form.name.zh}”：${message.zh}`, en: `Form “${form.name.en}”: ${message.en}` },
        where: { field: `forms.${position}.schema${pointer.replaceAll('/', '.')}` },
      })),
    ),
});
