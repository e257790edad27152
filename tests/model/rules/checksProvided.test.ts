import { checksProvided } from '../../../model/rules/checksProvided.ts';
import { form, make, outcome, processOf, soundProcess } from './processes.ts';
import { verifyRule } from './verifyRule.ts';

const sound = soundProcess();
const forms = [...sound.forms, { id: 'amount', name: { zh: '金额', en: 'Amount' }, schema: form({ approvedAmountFen: { type: 'integer' } }) }];
const decides = (id: string) => make.task(id, { form: 'amount', outcomes: [outcome('approve', true), outcome('reject')] });
const computes = make.service('supportRule', { check: 'supportRule' });
const reserves = make.service('reserve', { check: 'budgetReserve' });
const perProject = { ...sound.measure, claim: { ...sound.measure.claim, once: 'project' as const } };
const looks = make.service('twice', { check: 'noDoubleFunding' });

verifyRule(checksProvided, {
  valid: {
    'no check at all': sound,
    'a check that reads nothing': processOf([make.service('register', { check: 'businessRegister' })], []),
    'steps of the names that the checks read': processOf([make.task('review'), computes, decides('decision'), reserves], [], { forms }),
    'a check that does not exist is another rule’s matter': processOf([make.service('odd', { check: 'constructor' })], []),
    'a measure that is claimed once a year needs no project': processOf([looks], []),
  },
  invalid: {
    'a review under another identifier, so that what was declared would be paid': {
      process: processOf([make.task('firstReview'), computes], []),
      problems: [{ where: { step: 'supportRule', field: 'check' }, says: 'identifier “review”' }],
    },
    'a decision under another identifier, so that its lower amount would not count': {
      process: processOf([make.task('review'), computes, decides('approval'), reserves], [], { forms }),
      problems: [
        { where: { step: 'reserve', field: 'check' }, says: '“outcome” from a step with the identifier “decision”' },
        { where: { step: 'reserve', field: 'check' }, says: '“approvedAmountFen” from a step with the identifier “decision”' },
      ],
    },
    'a decision whose form asks for no amount': {
      process: processOf([make.task('review'), computes, make.task('decision'), reserves], []),
      problems: [{ where: { step: 'reserve', field: 'check' }, says: 'approvedAmountFen' }],
    },
    'an account that nobody is asked for': {
      process: processOf([make.service('account', { check: 'bankAccountName' })], []),
      problems: ['bankAccount', 'bankAccountName', 'clearingNumber'].map((name) => ({ where: { step: 'account', field: 'check' }, says: `“${name}”` })),
    },
    'claims for each project of which nobody tells the name': { process: processOf([looks], [], { measure: perProject }), problems: [{ where: { step: 'twice', field: 'check' }, says: 'projectName' }] },
  },
});
