import { scopes } from '../../../model/rules/scopes.ts';
import { make, processOf, soundProcess } from './processes.ts';
import { verifyRule } from './verifyRule.ts';

verifyRule(scopes, {
  valid: {
    'no subprocess at all': soundProcess(),
    'a subprocess in a subprocess': processOf([make.sub('outer'), make.sub('inner', { parent: 'outer' }), make.task('review', { parent: 'inner' })], []),
  },
  invalid: {
    'a parent that does not exist': { process: processOf([make.task('review', { parent: 'gone' })], []), problems: [{ where: { step: 'review', field: 'parent' }, says: 'does not exist' }] },
    'a parent that is no subprocess': {
      process: processOf([make.task('big'), make.task('small', { parent: 'big' })], []),
      problems: [{ where: { step: 'small', field: 'parent' }, says: 'no subprocess' }],
    },
    'subprocesses inside one another, told once': {
      process: processOf([make.task('review', { parent: 'one' }), make.sub('one', { parent: 'two' }), make.sub('two', { parent: 'one' })], []),
      problems: [{ where: { step: 'one', field: 'parent' }, says: 'Step one, Step two' }],
    },
    'a subprocess inside itself': { process: processOf([make.sub('self', { parent: 'self' })], []), problems: [{ where: { step: 'self', field: 'parent' } }] },
  },
});
