import { rolesExist } from '../../../model/rules/rolesExist.ts';
import { make, processOf, soundProcess } from './processes.ts';
import { verifyRule } from './verifyRule.ts';

verifyRule(rolesExist, {
  valid: {
    'roles of the process': soundProcess(),
    'several persons of one role': processOf([make.several('vote', { role: 'decisionMaker' })], []),
  },
  invalid: {
    'a task for nobody': { process: processOf([make.task('review', { role: 'auditor' })], []), problems: [{ where: { step: 'review', field: 'role' }, says: '“auditor”' }] },
    'a vote of nobody': { process: processOf([make.several('vote', { role: 'council' })], []), problems: [{ where: { step: 'vote', field: 'role' }, says: '“council”' }] },
  },
});
