import { suspensionsEnd } from '../../../model/rules/suspensionsEnd.ts';
import { make, processOf, soundProcess, way } from './processes.ts';
import { verifyRule } from './verifyRule.ts';

const objected = make.onMessage('objected', 'notice', { suspends: true });
const answering = { resumes: 'objection', whileSuspended: true };
const start = way('start > notice > end');

verifyRule(suspensionsEnd, {
  valid: {
    'nothing suspends': soundProcess(),
    'an objection with a task that answers it': processOf(
      [make.start(), make.timer('notice'), objected, make.task('answer', answering), make.end()],
      [start, way('objected > answer > end')],
    ),
    'a check on the way that goes on while suspended': processOf(
      [make.start(), make.timer('notice'), objected, make.service('note', { whileSuspended: true }), make.task('answer', answering), make.end()],
      [start, way('objected > note > answer > end')],
    ),
    'the answer given in a subprocess that goes on': processOf(
      [make.start(), make.timer('notice'), objected, make.sub('answering', { whileSuspended: true }), make.start('begin', { parent: 'answering' }), make.task('answer', { parent: 'answering', resumes: 'objection' }), make.end()],
      [start, way('objected > answering > end'), way('begin > answer')],
    ),
    'a task that resumes what an administrator stopped': processOf([make.task('resume', { resumes: 'administrator' })], []),
  },
  invalid: {
    'an objection that nothing resumes': {
      process: processOf([make.start(), make.timer('notice'), objected, make.task('answer', { whileSuspended: true }), make.end()], [start, way('objected > answer > end')]),
      problems: [{ where: { step: 'objected', field: 'suspends' }, says: 'no task resumes “objection”' }],
    },
    'an answer that itself stands still': {
      process: processOf([make.start(), make.timer('notice'), objected, make.task('answer', { resumes: 'objection' }), make.end()], [start, way('objected > answer > end')]),
      problems: [{ where: { step: 'objected', field: 'suspends' }, says: 'stand still while suspended' }],
    },
    'a check on the way that stands still': {
      process: processOf(
        [make.start(), make.timer('notice'), objected, make.service('note'), make.task('answer', answering), make.end()],
        [start, way('objected > note > answer > end')],
      ),
      problems: [{ where: { step: 'objected', field: 'suspends' } }],
    },
    'an answer to which no way leads': {
      process: processOf([make.start(), make.timer('notice'), objected, make.task('answer', answering), make.end()], [start, way('objected > end'), way('answer > end')]),
      problems: [{ where: { step: 'objected', field: 'suspends' }, says: 'does not exist' }],
    },
    'a task that resumes what nothing suspends': {
      process: processOf([make.task('answer', answering)], []),
      problems: [{ where: { step: 'answer', field: 'resumes' }, severity: 'warning', says: 'check the name' }],
    },
  },
});
