import { reachable } from '../../../model/rules/reachable.ts';
import { make, processOf, soundProcess, way } from './processes.ts';
import { verifyRule } from './verifyRule.ts';

verifyRule(reachable, {
  valid: {
    'all along the way': soundProcess(),
    'behind a boundary event': processOf(
      [make.start(), make.task('review'), make.onTime('late', 'review'), make.task('remind'), make.end()],
      [way('start > review > end'), way('late > remind > end')],
    ),
    'inside a subprocess': processOf(
      [make.start(), make.sub('inner'), make.start('begin', { parent: 'inner' }), make.end('done', { parent: 'inner' }), make.end()],
      [way('start > inner > end'), way('begin > done')],
    ),
    'without a start, which another rule tells': processOf([make.task('review'), make.end()], [way('review > end')]),
    'on a host that does not exist, which another rule tells': processOf([make.start(), make.end(), make.onTime('late', 'gone')], [way('start > end')]),
    'in a subprocess that does not exist, which another rule tells': processOf([make.start(), make.end(), make.task('review', { parent: 'gone' })], [way('start > end')]),
  },
  invalid: {
    'a step nobody leads to': {
      process: processOf([make.start(), make.task('forgotten'), make.end()], [way('start > end'), way('forgotten > end')]),
      problems: [{ where: { step: 'forgotten' }, says: 'cannot be reached' }],
    },
    'two that lead only to each other': {
      process: processOf([make.start(), make.task('one'), make.task('two'), make.end()], [way('start > end'), way('one > two > one')]),
      problems: [{ where: { step: 'one' } }, { where: { step: 'two' } }],
    },
    'a subprocess out of reach with all that is in it': {
      process: processOf(
        [make.start(), make.end(), make.sub('inner'), make.start('begin', { parent: 'inner' }), make.end('done', { parent: 'inner' })],
        [way('start > end'), way('begin > done')],
      ),
      problems: [{ where: { step: 'inner' } }, { where: { step: 'begin' } }, { where: { step: 'done' } }],
    },
  },
});
