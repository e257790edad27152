import { describe, expect, it } from 'vitest';
import { accessOf, rolesAt } from '../../server/access.ts';

const account = (roles: string[], applicant?: string) => ({ id: roles[0] ?? 'nobody', name: { zh: '某人', en: 'Somebody' }, roles, ...(applicant === undefined ? {} : { applicant }) });
const facts = { creditCode: 'A', roles: rolesAt({ roles: [] }) };

describe('rights', () => {
  it.each([
    ['the applicant of the case', account(['applicant'], 'A'), { read: true, readPersonal: true, declare: true, object: true, readIdentity: false, overrideCreditCode: false }],
    ['another applicant', account(['applicant'], 'B'), { read: false, readPersonal: false, declare: false, object: false }],
    ['an applicant without organisation', account(['applicant']), { read: false, declare: false }],
    ['an intake clerk', account(['intakeClerk']), { read: true, readPersonal: true, declare: true, overrideCreditCode: true, readIdentity: false, object: false }],
    ['a decision maker', account(['decisionMaker']), { read: true, readPersonal: false, readIdentity: true, declare: false }],
    ['an auditor', account(['auditor']), { read: true, readPersonal: true, readIdentity: false, declare: false }],
    ['a process owner', account(['processOwner']), { read: true, readPersonal: false, declare: false }],
    ['a site officer before the site check', account(['siteOfficer']), { read: false, readPersonal: false }],
    ['finance', account(['finance']), { read: true, readPersonal: true }],
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

  it('of an office that gives an opinion begin with its task', () => {
    const asked = { creditCode: 'A', roles: rolesAt({ roles: ['statisticsOfficer'] }) };
    expect(accessOf(account(['statisticsOfficer'])).case('read', asked)).toBe(true);
    expect(accessOf(account(['cultureOfficer'])).case('read', asked)).toBe(false);
  });

  it('to lists are those to the cases in them', () => {
    expect(accessOf(account(['auditor'])).scope()).toBe('all');
    expect(accessOf(account(['reviewer'])).scope()).toBe('all');
    expect(accessOf(account(['applicant'], 'A')).scope()).toEqual({ creditCode: 'A' });
    expect(accessOf(account(['expert', 'siteOfficer'])).scope()).toEqual({ roles: ['expert', 'siteOfficer'] });
    expect(accessOf(account(['visitor'])).scope()).toEqual({ roles: [] });
  });
});
