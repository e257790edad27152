import { errorsCaught } from '../../../model/rules/errorsCaught.ts';
import type { Step } from '../../../model/steps/index.ts';
import { make, processOf, soundProcess } from './processes.ts';
import { verifyRule } from './verifyRule.ts';

const raising = (parent: string) => make.end('broken', { parent, end: 'error', error: 'broken' });
const around = (...steps: Step[]) => processOf([make.sub('outer'), make.sub('inner', { parent: 'outer' }), raising('inner'), ...steps], []);

verifyRule(errorsCaught, {
  valid: {
    'no error': soundProcess(),
    'a check that fails without being caught becomes an incident, on purpose': processOf([make.service('reserve')], []),
    'a failure of a check': processOf([make.service('reserve'), make.onError('short', 'reserve', { error: 'budgetInsufficient' })], []),
    'an office that does not answer': processOf([make.service('reserve'), make.onError('down', 'reserve', { error: 'unreachable' })], []),
    'an error end, caught around it': around(make.onError('caught', 'inner', { parent: 'outer', error: 'broken' })),
    'an error end, caught two levels up by any': around(make.onError('caught', 'outer')),
  },
  invalid: {
    'an error end at the top': {
      process: processOf([make.end('broken', { end: 'error', error: 'broken' })], []),
      problems: [{ where: { step: 'broken', field: 'error' }, says: 'caught by nothing' }],
    },
    'an error end whose code nobody catches, and a boundary that waits for another': {
      process: around(make.onError('other', 'outer', { error: 'other' })),
      problems: [{ where: { step: 'broken', field: 'error' } }, { where: { step: 'other', field: 'error' }, severity: 'warning', says: 'never happens' }],
    },
    'a code that the check does not know': {
      process: processOf([make.service('reserve'), make.onError('refused', 'reserve', { error: 'paymentRefused' })], []),
      problems: [{ where: { step: 'refused', field: 'error' }, severity: 'warning' }],
    },
    'an error of a task, which cannot fail': {
      process: processOf([make.task('review'), make.onError('failed', 'review')], []),
      problems: [{ where: { step: 'failed', field: 'error' }, severity: 'warning' }],
    },
    'an outer boundary where the inner one catches already': {
      process: around(make.onError('caught', 'inner', { parent: 'outer' }), make.onError('late', 'outer')),
      problems: [{ where: { step: 'late', field: 'error' }, severity: 'warning', says: 'caught elsewhere' }],
    },
  },
});
