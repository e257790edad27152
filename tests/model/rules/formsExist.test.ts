import { formsExist } from '../../../model/rules/formsExist.ts';
import { make, outcome, processOf, soundProcess } from './processes.ts';
import { verifyRule } from './verifyRule.ts';

verifyRule(formsExist, {
  valid: {
    'tasks without forms': soundProcess(),
    'a task with a form': processOf([make.task('review', { form: 'declaration', outcomes: [outcome('approve', true)] })], []),
  },
  invalid: {
    'no declaration form': { process: soundProcess({ declarationForm: 'gone' }), problems: [{ where: { field: 'declarationForm' }, says: '“gone”' }] },
    'a task whose form does not exist': { process: processOf([make.task('review', { form: 'gone' })], []), problems: [{ where: { step: 'review', field: 'form' } }] },
    'a vote whose form does not exist': { process: processOf([make.several('vote', { form: 'gone' })], []), problems: [{ where: { step: 'vote', field: 'form' } }] },
    'an outcome that needs a form that is not there': {
      process: processOf([make.task('review', { outcomes: [outcome('reject'), outcome('approve', true)] })], []),
      problems: [{ where: { step: 'review', field: 'outcomes.1.needsForm' }, severity: 'warning' }],
    },
  },
});
