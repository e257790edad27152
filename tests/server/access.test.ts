import { describe, expect, it } from 'vitest';
import { m02 } from '../../measures/m02.ts';
import { accessOf, rolesOf } from '../../server/access.ts';

const account = (roles: string[], applicant?: string) => ({ id: roles[0] ?? 'nobody', name: { zh: '某人', en: 'Somebody' }, roles, ...(applicant === undefined ? {} : { applicant }) });
const facts = { creditCode: 'A', roles: rolesOf(m02) };

describe('rights', () => {
  it.each([
    ['the applicant of the case', account(['applicant'], 'A'), { read: true, readPersonal: true, declare: true, object: true, readIdentity: false, overrideCreditCode: false }],
    ['another applicant', account(['applicant'], 'B'), { read: false, readPersonal: false, declare: false, object: false }],
    ['an applicant without organisation', account(['applicant']), { read: false, declare: false }],
    ['an intake clerk', account(['intakeClerk']), { read: true, readPersonal: true, declare: true, overrideCreditCode: true, readIdentity: false, object: false }],
    ['a decision maker', account(['decisionMaker']), { read: true, readPersonal: false, readIdentity: true, declare: false }],
    ['an auditor', account(['auditor']), { read: true, readPersonal: true, readIdentity: false, declare: false }],
    ['a process owner', account(['processOwner']), { read: true, readPersonal: false, declare: false }],
    ['an unknown role', account(['visitor']), { read: false, readPersonal: false }],
  ] as const)('of %s', (_who, who, may) => {
    for (const [action, allowed] of Object.entries(may)) {
      expect(accessOf(who).case(action as keyof typeof may, facts), action).toBe(allowed); // the keys above are actions
    }
  });

  it('on tasks follow the role, and for applicants the organisation', () => {
    expect(accessOf(account(['reviewer'])).task({ role: 'reviewer', creditCode: 'A' })).toBe(true);
    expect(accessOf(account(['reviewer'])).task({ role: 'finance', creditCode: 'A' })).toBe(false);
    expect(accessOf(account(['applicant'], 'A')).task({ role: 'applicant', creditCode: 'A' })).toBe(true);
    expect(accessOf(account(['applicant'], 'B')).task({ role: 'applicant', creditCode: 'A' })).toBe(false);
  });

  it('of a role that works on no case of a process leave its cases out of lists', () => {
    expect(accessOf(account(['auditor'])).scope([m02])).toBe('all');
    expect(accessOf(account(['applicant'], 'A')).scope([m02])).toEqual({ creditCode: 'A' });
    expect(accessOf(account(['visitor'])).scope([m02])).toEqual({ measures: [] });
  });
});
