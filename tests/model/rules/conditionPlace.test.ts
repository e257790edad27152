import { conditionPlace } from '../../../model/rules/conditionPlace.ts';
import { make, processOf, soundProcess, way } from './processes.ts';
import { verifyRule } from './verifyRule.ts';

const steps = [make.start(), make.exclusive('choice'), make.parallel('fork'), make.task('one'), make.task('two'), make.end()];
const first = { condition: 'declaration.first' };

verifyRule(conditionPlace, {
  valid: {
    'no condition': soundProcess(),
    'a condition and a default': processOf(steps, [way('choice > one', first), way('choice > two', { isDefault: true })]),
    'a flow from nowhere, which another rule tells': processOf(steps, [way('gone > one', first)]),
  },
  invalid: {
    'behind a task': { process: processOf(steps, [way('one > two', first)]), problems: [{ where: { flow: 'oneToTwo', field: 'condition' }, says: 'does not choose' }] },
    'behind a parallel split': {
      process: processOf(steps, [way('fork > one', first), way('fork > two', { isDefault: true })]),
      problems: [{ where: { flow: 'forkToOne', field: 'condition' } }, { where: { flow: 'forkToTwo', field: 'isDefault' }, says: 'default mark' }],
    },
    'on the only flow of a gateway': { process: processOf(steps, [way('choice > one', first)]), problems: [{ where: { flow: 'choiceToOne', field: 'condition' } }] },
    'on the default': {
      process: processOf(steps, [way('choice > one', { ...first, isDefault: true }), way('choice > two', first)]),
      problems: [{ where: { flow: 'choiceToOne', field: 'condition' }, says: 'is the default' }],
    },
    'two defaults': {
      process: processOf(steps, [way('choice > one', { isDefault: true }), way('choice > two', { isDefault: true })]),
      problems: [{ where: { flow: 'choiceToTwo', field: 'isDefault' }, says: 'second default' }],
    },
  },
});
