import { gatewayCovers } from '../../../model/rules/gatewayCovers.ts';
import type { Flow } from '../../../model/process.ts';
import type { Step } from '../../../model/steps/index.ts';
import { make, processOf, soundProcess, way } from './processes.ts';
import { verifyRule } from './verifyRule.ts';

const optional = { required: { when: 'declaration.first', rule: 'M01.first', reason: { zh: '首次', en: 'First time' } } };

/** A review, a choice after it, and the flows that leave the choice. */
function choosing(flows: Flow[][], choice: Step = make.exclusive('choice'), review: Step = make.task('review')) {
  return processOf([make.start(), review, choice, make.task('one'), make.task('two'), make.task('three'), make.end()], [way('start > review > choice'), ...flows]);
}
const when = (to: string, condition: string) => way(`choice > ${to}`, { condition });
const otherwise = (to: string) => way(`choice > ${to}`, { isDefault: true });

verifyRule(gatewayCovers, {
  valid: {
    'no gateway': soundProcess(),
    'a default flow': choosing([when('one', 'declaration.cost > 100'), otherwise('two')]),
    'every outcome of a task': choosing([when('one', 'review.outcome = "approve"'), when('two', 'review.outcome = "reject"')]),
    'an outcome and all the others': choosing([when('one', 'review.outcome = "approve"'), when('two', 'review.outcome != "approve"')]),
    'outcomes in a list': choosing([when('one', 'declaration.level in ("a", "b")'), when('two', 'declaration.level = "c"')]),
    'yes and no': choosing([when('one', 'declaration.first'), when('two', 'not(declaration.first)')]),
    'two data together': choosing([
      when('one', 'declaration.first and review.outcome = "approve"'),
      when('two', 'declaration.first and review.outcome = "reject"'),
      when('three', 'declaration.first = false'),
    ]),
    'a passed task counted in': choosing(
      [when('one', 'review.outcome = "approve"'), when('two', 'review.outcome in ("reject", "notRequired")')],
      make.exclusive('choice'),
      make.task('review', optional),
    ),
    'an inclusive gateway of which one way always holds': choosing([when('one', 'declaration.first'), when('two', 'true')], make.inclusive('choice')),
    'a gateway that only joins': choosing([way('choice > one')]),
    'a parallel split, which does not choose': choosing([way('choice > one'), way('choice > two')], make.parallel('choice')),
  },
  invalid: {
    'an outcome without a way': {
      process: choosing([when('one', 'declaration.level = "a"'), when('two', 'declaration.level = "b"')]),
      problems: [{ where: { step: 'choice' }, says: 'no condition holds when declaration.level = "c"' }],
    },
    'a passed task forgotten': {
      process: choosing([when('one', 'review.outcome = "approve"'), when('two', 'review.outcome = "reject"')], make.exclusive('choice'), make.task('review', optional)),
      problems: [{ where: { step: 'choice' }, says: 'review.outcome = "notRequired"' }],
    },
    'numbers, which cannot be tried out': {
      process: choosing([when('one', 'declaration.cost > 100'), when('two', 'declaration.cost <= 100')]),
      problems: [{ where: { step: 'choice' }, says: 'do not surely cover' }],
    },
    'data that do not exist': {
      process: choosing([when('one', 'review.gone = "a"'), when('two', 'review.gone != "a"')]),
      problems: [{ where: { step: 'choice' }, says: 'do not surely cover' }],
    },
    'conditions that cannot be read': { process: choosing([when('one', '((('), when('two', ')))')]), problems: [{ where: { step: 'choice' } }] },
    'a flow without condition beside the default': {
      process: choosing([otherwise('one'), way('choice > two')]),
      problems: [{ where: { flow: 'choiceToTwo', field: 'condition' }, says: 'never taken' }],
    },
    'an inclusive gateway that may take no way': {
      process: choosing([when('one', 'declaration.first'), when('two', 'declaration.level = "a"')], make.inclusive('choice')),
      problems: [{ where: { step: 'choice' }, says: 'declaration.first = false' }],
    },
  },
});
