import { kindOf, type Step } from '../../steps/index.ts';
import { renamedStep, renamingOf } from '../renamed.ts';
import { defineFix, type Offer } from './defineFix.ts';
import { mostAlike } from './nearest.ts';

const empty = { type: 'object', properties: {}, required: [], additionalProperties: false } as const;

/** The form most like the one named is chosen, or an empty one is made under its name; an outcome that needs a form where there is none needs it no longer. */
export const formsExist = defineFix({
  rule: 'formsExist',
  offers(process, { where }, { steps }) {
    const step = steps.get(where.step ?? '');
    const id = step ? kindOf(step).task?.(step).form : process.declarationForm;
    if (step && id === undefined) return needless(step);
    if (id === undefined || process.forms.some((form) => form.id === id)) return [];
    const alike = mostAlike(process.forms, id);
    const choose = (to: string): Offer['edit'] =>
      step ? { edit: 'changeStep', step: step.id, to: renamedStep(step, renamingOf({ forms: new Map([[id, to]]) })) } : { edit: 'changeProcess', to: { declarationForm: to } };
    return [
      ...(alike ? [{ name: { zh: `改用表单“${alike.name.zh}”`, en: `Use the form “${alike.name.en}”` }, edit: choose(alike.id) }] : []),
      { edit: { edit: 'addForm', form: { id, name: { zh: id, en: id }, schema: { ...empty, required: [] } } } },
    ];
  },
});

function needless(step: Step): Offer[] {
  if (!('outcomes' in step)) return [];
  const to: Step = { ...step, outcomes: step.outcomes.map((outcome) => ({ ...outcome, needsForm: false })) };
  return [{ name: { zh: `“${step.name.zh}”的办理结果不要求表单`, en: `No outcome of “${step.name.en}” needs a form` }, edit: { edit: 'changeStep', step: step.id, to } }];
}
