import { writesKnown } from '../../../model/rules/writesKnown.ts';
import { make, processOf, soundProcess } from './processes.ts';
import { verifyRule } from './verifyRule.ts';

verifyRule(writesKnown, {
  valid: {
    'nothing is written': soundProcess(),
    'the declaration is corrected': processOf([make.task('correct', { writes: 'declaration' })], []),
    'another task’s answers are corrected': processOf([make.task('review'), make.task('correct', { writes: 'review' })], []),
  },
  invalid: {
    'data that the case does not have': { process: processOf([make.task('correct', { writes: 'declarations' })], []), problems: [{ where: { step: 'correct', field: 'writes' }, says: '“declarations”' }] },
    'a name that every object has': { process: processOf([make.task('correct', { writes: 'constructor' })], []), problems: [{ where: { step: 'correct', field: 'writes' } }] },
  },
});
