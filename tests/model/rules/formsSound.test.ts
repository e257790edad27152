import { formsSound } from '../../../model/rules/formsSound.ts';
import type { JsonSchema } from '../../../model/form/jsonSchema.ts';
import { form, soundProcess } from './processes.ts';
import { verifyRule } from './verifyRule.ts';

const withForm = (schema: JsonSchema) => soundProcess({ forms: [...soundProcess().forms, { id: 'review', name: { zh: '审核', en: 'Review' }, schema }] });

verifyRule(formsSound, {
  valid: { 'labelled, typed, closed': withForm(form({ amount: { type: 'integer', minimum: 0, maximum: 10 } })) },
  invalid: {
    'a field without labels': {
      process: withForm({ type: 'object', properties: { amount: { type: 'integer' } }, additionalProperties: false }),
      problems: [{ where: { field: 'forms.1.schema.amount' }, says: 'Form “Review”' }],
    },
    'bounds that cross': {
      process: withForm(form({ amount: { type: 'integer', minimum: 10, maximum: 1 } })),
      problems: [{ where: { field: 'forms.1.schema.amount' }, says: 'lower bound 10' }],
    },
    'a pattern whose time can explode': {
      process: withForm(form({ code: { type: 'string', pattern: '(a+)+$' } })),
      problems: [{ where: { field: 'forms.1.schema.code' }, says: 'pattern' }],
    },
    'open to any field': {
      process: withForm({ type: 'object', properties: {} }),
      problems: [{ where: { field: 'forms.1.schema' }, says: 'additionalProperties' }],
    },
  },
});
