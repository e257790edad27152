import { messagesKnown } from '../../../model/rules/messagesKnown.ts';
import { make, processOf } from './processes.ts';
import { verifyRule } from './verifyRule.ts';

verifyRule(messagesKnown, {
  valid: {
    'an objection and a report': processOf([make.message('wait'), make.onMessage('reported', 'wait', { message: 'report' })], []),
  },
  invalid: {
    'a message nobody sends, awaited': { process: processOf([make.message('wait', { message: 'pigeon' })], []), problems: [{ where: { step: 'wait', field: 'message' }, says: 'pigeon' }] },
    'a message nobody sends, on a border': {
      process: processOf([make.task('review'), make.onMessage('heard', 'review', { message: 'whisper' })], []),
      problems: [{ where: { step: 'heard', field: 'message' } }],
    },
  },
});
