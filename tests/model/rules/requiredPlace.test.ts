import { requiredPlace } from '../../../model/rules/requiredPlace.ts';
import { make, processOf, way } from './processes.ts';
import { verifyRule } from './verifyRule.ts';

const optional = { required: { when: 'declaration.first', rule: 'M01.first', reason: { zh: '首次', en: 'First time' } } };

verifyRule(requiredPlace, {
  valid: {
    'on a task, a check, a subprocess': processOf([make.task('review', optional), make.service('reserve', optional), make.sub('inner', optional)], []),
    'on a gateway that only joins': processOf([make.exclusive('join', optional), make.end()], [way('join > end')]),
  },
  invalid: {
    'on a gateway that chooses': {
      process: processOf([make.exclusive('choice', optional), make.task('one'), make.task('two')], [way('choice > one'), way('choice > two')]),
      problems: [{ where: { step: 'choice', field: 'required' } }],
    },
    'on a boundary event': {
      process: processOf([make.task('review'), make.onTime('late', 'review', optional)], []),
      problems: [{ where: { step: 'late', field: 'required' } }],
    },
  },
});
