import { separationCanBeMet } from '../../../model/rules/separationCanBeMet.ts';
import { make, processOf, soundProcess } from './processes.ts';
import { verifyRule } from './verifyRule.ts';

const review = make.task('review', { duty: 'review' });
const decide = make.task('decide', { duty: 'decision', role: 'decisionMaker' });

verifyRule(separationCanBeMet, {
  valid: {
    'nothing separated': soundProcess(),
    'each duty has a role of its own': processOf([review, decide], [], { separation: [['review', 'decision']] }),
    'one role twice, but the other duty may be done by another role too': processOf(
      [review, make.task('check', { duty: 'check' }), make.task('checkAgain', { duty: 'check', role: 'decisionMaker' })],
      [],
      { separation: [['review', 'check']] },
    ),
  },
  invalid: {
    'a duty that no step has': {
      process: processOf([review], [], { separation: [['review', 'payment']] }),
      problems: [{ where: { field: 'separation.0' }, says: '“payment” is exercised by no step' }],
    },
    'two duties of one role': {
      process: processOf([review, make.task('second', { duty: 'secondReview' })], [], { separation: [['review', 'secondReview']] }),
      problems: [{ where: { field: 'separation.0' }, severity: 'warning', says: '“Reviewer” alone; it needs at least 2 people' }],
    },
    'a vote of three and a review by one role': {
      process: processOf([review, decide, make.several('vote', { duty: 'vote' })], [], { separation: [['review', 'decision'], ['review', 'vote']] }),
      problems: [{ where: { field: 'separation.1' }, severity: 'warning', says: 'at least 4 people' }],
    },
    'a duty listed twice': {
      process: processOf([review, decide], [], { separation: [['review', 'decision', 'review']] }),
      problems: [{ where: { field: 'separation.0' }, says: 'twice' }],
    },
  },
});
