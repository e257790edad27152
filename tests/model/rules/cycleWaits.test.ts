import { cycleWaits } from '../../../model/rules/cycleWaits.ts';
import { make, processOf, soundProcess, way } from './processes.ts';
import { verifyRule } from './verifyRule.ts';

const again = { isDefault: true };
const enough = { condition: 'declaration.first' };
const inner = (...between: string[]) => way(['begin', ...between, 'done'].join(' > '));
const innerSteps = [make.sub('inner'), make.start('begin', { parent: 'inner' }), make.end('done', { parent: 'inner' })];
const optional = { required: { when: 'declaration.first', rule: 'M01.first', reason: { zh: '首次', en: 'First time' } } };

verifyRule(cycleWaits, {
  valid: {
    'no loop': soundProcess(),
    'a return to a task': processOf(
      [make.start(), make.task('review'), make.exclusive('choice'), make.end()],
      [way('start > review > choice > review', again), way('choice > end', enough)],
    ),
    'a loop through a timer': processOf(
      [make.start(), make.exclusive('choice'), make.timer('pause'), make.end()],
      [way('start > choice > pause', again), way('pause > choice'), way('choice > end', enough)],
    ),
    'a loop through a subprocess in which a task waits': processOf(
      [make.start(), ...innerSteps, make.task('deep', { parent: 'inner' }), make.exclusive('choice'), make.end()],
      [way('start > inner > choice > inner', again), way('choice > end', enough), inner('deep')],
    ),
    'a return from the border of a task': processOf(
      [make.start(), make.task('review'), make.onTime('late', 'review'), make.end()],
      [way('start > review > end'), way('late > review')],
    ),
    'an error out of a subprocess that has waited': processOf(
      [make.start(), make.sub('inner'), make.start('begin', { parent: 'inner' }), make.task('deep', { parent: 'inner' }), make.end('broken', { parent: 'inner', end: 'error', error: 'broken' }), make.onError('caught', 'inner'), make.end()],
      [way('start > inner > end'), way('begin > deep > broken'), way('caught > inner')],
    ),
  },
  invalid: {
    'two gateways': {
      process: processOf(
        [make.start(), make.exclusive('one'), make.exclusive('two'), make.end()],
        [way('start > one > two > one', again), way('two > end', enough)],
      ),
      problems: [{ where: { step: 'one' }, says: '“Step one”, “Step two”' }],
    },
    'a gateway that leads to itself': { process: processOf([make.exclusive('one')], [way('one > one')]), problems: [{ where: { step: 'one' } }] },
    'a task that may be passed as not required': {
      process: processOf(
        [make.start(), make.task('review', optional), make.exclusive('choice'), make.end()],
        [way('start > review > choice > review', again), way('choice > end', enough)],
      ),
      problems: [{ where: { step: 'review' } }],
    },
    'a subprocess in which nothing waits': {
      process: processOf(
        [make.start(), ...innerSteps, make.exclusive('choice'), make.end()],
        [way('start > inner > choice > inner', again), way('choice > end', enough), inner()],
      ),
      problems: [{ where: { step: 'inner' }, says: 'Step begin' }],
    },
    'an error that is raised and caught in a circle': {
      process: processOf(
        [make.start(), make.sub('inner'), make.start('begin', { parent: 'inner' }), make.end('broken', { parent: 'inner', end: 'error', error: 'broken' }), make.onError('caught', 'inner'), make.end()],
        [way('start > inner > end'), way('begin > broken'), way('caught > inner')],
      ),
      problems: [{ where: { step: 'inner' }, says: 'Step caught' }],
    },
    'two loops, each told once': {
      process: processOf([make.exclusive('one'), make.exclusive('two')], [way('one > one'), way('two > two')]),
      problems: [{ where: { step: 'one' } }, { where: { step: 'two' } }],
    },
  },
});
