import { awardedByExists } from '../../../model/rules/awardedByExists.ts';
import { make, processOf, soundProcess } from './processes.ts';
import { verifyRule } from './verifyRule.ts';

const steps = [make.start(), make.task('decide'), make.sub('award'), make.service('letter'), make.exclusive('choice')];

verifyRule(awardedByExists, {
  valid: {
    'none named': soundProcess(),
    'a task': processOf(steps, [], { awardedBy: 'decide' }),
    'a check': processOf(steps, [], { awardedBy: 'letter' }),
    'a subprocess': processOf(steps, [], { awardedBy: 'award' }),
  },
  invalid: {
    'a step that does not exist': { process: processOf(steps, [], { awardedBy: 'gone' }), problems: [{ where: { field: 'awardedBy' }, says: 'does not exist' }] },
    'a gateway, at which nothing is completed': { process: processOf(steps, [], { awardedBy: 'choice' }), problems: [{ where: { field: 'awardedBy' }, says: 'nothing waits' }] },
  },
});
