import { boundaryHosts } from '../../../model/rules/boundaryHosts.ts';
import { make, processOf } from './processes.ts';
import { verifyRule } from './verifyRule.ts';

verifyRule(boundaryHosts, {
  valid: {
    'on a task': processOf([make.task('review'), make.onTime('late', 'review')], []),
    'on a check': processOf([make.service('reserve'), make.onError('failed', 'reserve')], []),
    'on a subprocess': processOf([make.sub('publicity'), make.onMessage('objection', 'publicity')], []),
  },
  invalid: {
    'on nothing': { process: processOf([make.onTime('late', 'gone')], []), problems: [{ where: { step: 'late', field: 'host' }, says: 'does not exist' }] },
    'on a gateway, where nothing waits': {
      process: processOf([make.exclusive('choice'), make.onTime('late', 'choice')], []),
      problems: [{ where: { step: 'late', field: 'host' }, says: 'where no case ever waits' }],
    },
    'on another boundary event': {
      process: processOf([make.task('review'), make.onTime('late', 'review'), make.onTime('later', 'late')], []),
      problems: [{ where: { step: 'later', field: 'host' } }],
    },
    'on a step of another level': {
      process: processOf([make.sub('inner'), make.task('deep', { parent: 'inner' }), make.onTime('late', 'deep')], []),
      problems: [{ where: { step: 'late', field: 'host' }, says: 'not on the same level' }],
    },
  },
});
