import { wayToEnd } from '../../../model/rules/wayToEnd.ts';
import { make, processOf, soundProcess, way } from './processes.ts';
import { verifyRule } from './verifyRule.ts';

verifyRule(wayToEnd, {
  valid: {
    'straight on': soundProcess(),
    'a loop that a timer on its border leaves': processOf(
      [make.start(), make.task('ask'), make.onTime('enough', 'ask'), make.end()],
      [way('start > ask > ask'), way('enough > end')],
    ),
    'a subprocess with an end of its own': processOf(
      [make.start(), make.sub('inner'), make.start('begin', { parent: 'inner' }), make.end('done', { parent: 'inner' }), make.end()],
      [way('start > inner > end'), way('begin > done')],
    ),
  },
  invalid: {
    'a step after which nothing follows': {
      process: processOf([make.start(), make.task('review'), make.end()], [way('start > review')]),
      problems: [{ where: { step: 'start' }, says: 'No way leads' }, { where: { step: 'review' }, says: 'Nothing follows' }],
    },
    'a loop without a way out': {
      process: processOf([make.start(), make.task('one'), make.task('two'), make.end()], [way('start > one > two > one')]),
      problems: [{ where: { step: 'start' } }, { where: { step: 'one' } }, { where: { step: 'two' } }],
    },
    'a boundary event that leads nowhere': {
      process: processOf([make.start(), make.task('review'), make.onTime('late', 'review'), make.end()], [way('start > review > end')]),
      problems: [{ where: { step: 'late' }, says: 'Nothing follows' }],
    },
    'no end at the top, told once': { process: processOf([make.start(), make.task('one')], [way('start > one > one')]), problems: [{ where: {}, says: 'no end event' }] },
    'no end in a subprocess': {
      process: processOf([make.start(), make.sub('inner'), make.end(), make.start('begin', { parent: 'inner' })], [way('start > inner > end')]),
      problems: [{ where: { step: 'inner' }, says: 'no end event' }, { where: { step: 'begin' } }],
    },
  },
});
