import { conditionsKnown } from '../../../model/rules/conditionsKnown.ts';
import { make, processOf, soundProcess, way } from './processes.ts';
import { verifyRule } from './verifyRule.ts';

const asking = (condition: string) => processOf([make.task('review'), make.exclusive('choice'), make.end()], [way('choice > end', { condition })]);
const flow = { flow: 'choiceToEnd', field: 'condition' };
const neededWhen = (when: string) => processOf([make.task('review', { required: { when, rule: 'M01.x', reason: { zh: '原因', en: 'Reason' } } })], []);

verifyRule(conditionsKnown, {
  valid: {
    'no expression': soundProcess(),
    'a declared figure': asking('declaration.cost > 100'),
    'an outcome of a task': asking('review.outcome = "approve"'),
    'visits, applicant, instalment and day': asking('visits.review < 3 and applicant.name != "" and instalment = 1 and today > date("2026-01-01")'),
    'when a step is needed': neededWhen('declaration.first'),
    'a number of working days': processOf([make.timer('pause', { wait: { workingDays: 'declaration.cost' } })], []),
  },
  invalid: {
    'no FEEL at all': { process: asking('declaration. >'), problems: [{ where: flow }] },
    'syntax that is not allowed': { process: asking('some x in [1] satisfies x = 1'), problems: [{ where: flow, says: 'is not allowed' }] },
    'a datum that does not exist': { process: asking('declaration.gone = 1'), problems: [{ where: flow, says: 'no datum named "declaration.gone"' }] },
    'an outcome that a task does not have': { process: asking('review.outcome = "aprove"'), problems: [{ where: flow, says: '"aprove" is not a value it can have' }] },
    'a number where yes or no is needed': { process: asking('declaration.cost'), problems: [{ where: flow, says: 'a yes-or-no value' }] },
    'text compared with a number': { process: asking('declaration.title > 3'), problems: [{ where: flow, says: 'cannot be compared' }] },
    'when a step is needed, misspelt': { process: neededWhen('declaration.fist'), problems: [{ where: { step: 'review', field: 'required.when' }, says: 'declaration.fist' }] },
    'a date where a number of working days is needed': {
      process: processOf([make.timer('pause', { wait: { workingDays: 'today' } })], []),
      problems: [{ where: { step: 'pause', field: 'wait.workingDays' }, says: 'an integer' }],
    },
    'a text where a date is needed': {
      process: processOf([make.task('review'), make.onTime('late', 'review', { wait: { date: 'declaration.title' } })], []),
      problems: [{ where: { step: 'late', field: 'wait.date' }, says: 'a date' }],
    },
  },
});
