import { describe, expect, it } from 'vitest';
import { personOf } from '../../server/identity/personOf.ts';
import { readRoleMap } from '../../server/identity/roleMap.ts';
import { readSettings } from '../../server/settings.ts';

const right = { SHENPI_OIDC_ISSUER: 'https://id.example.cn/realms/district', SHENPI_OIDC_CLIENT_ID: 'shenpi', SHENPI_OIDC_ROLES: 'clerks=intakeClerk' };

describe('the settings of the identity provider', () => {
  it('are none, or whole', () => {
    expect(readSettings([], {}).identity).toBeUndefined();
    const { identity, origin } = readSettings([], { ...right, SHENPI_ORIGIN: 'https://approvals.example.cn/' });
    expect(identity).toMatchObject({ issuer: 'https://id.example.cn/realms/district', clientId: 'shenpi', groupsClaim: 'groups', scope: 'openid profile' });
    expect([...(identity?.roles ?? [])]).toEqual([['clerks', ['intakeClerk']]]);
    expect(origin).toBe('https://approvals.example.cn');
  });

  it.each([
    [{ ...right, SHENPI_OIDC_ROLES: undefined }, /SHENPI_OIDC_ROLES: is missing/],
    [{ ...right, SHENPI_OIDC_ROLES: ',' }, /SHENPI_OIDC_ROLES: names no group/],
    [{ ...right, SHENPI_OIDC_ROLES: 'clerks=clerk' }, /SHENPI_OIDC_ROLES: there is no role clerk; the roles are .*intakeClerk/],
    [{ ...right, SHENPI_OIDC_ROLES: '{"clerks": ' }, /SHENPI_OIDC_ROLES: is no valid JSON/],
    [{ ...right, SHENPI_OIDC_ISSUER: undefined }, /SHENPI_OIDC_ISSUER: is missing/],
    [{ ...right, SHENPI_OIDC_ISSUER: 'http://id.example.cn' }, /SHENPI_OIDC_ISSUER: must be an https address/],
    [{ ...right, SHENPI_OIDC_CLIENT_ID: undefined }, /SHENPI_OIDC_CLIENT_ID: is missing/],
    [{ ...right, SHENPI_OIDC_SCOPE: 'profile' }, /SHENPI_OIDC_SCOPE: must be scopes with openid/],
    [{ ...right, SHENPI_OIDC_GROUP: 'groups' }, /SHENPI_OIDC_GROUP/],
    [{ SHENPI_ORIGIN: 'approvals.example.cn' }, /SHENPI_ORIGIN: must be an address/],
  ])('stop the start where they are wrong: %o', (env, sentence) => {
    const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined));
    expect(() => readSettings([], given)).toThrow(sentence);
    expect(() => readSettings([], given)).toThrow(expect.objectContaining({ code: 'usage' }) as Error);
  });
});

describe('the map of groups to roles', () => {
  it.each([
    ['a=reviewer, b=finance,a=intakeClerk,', { a: ['reviewer', 'intakeClerk'], b: ['finance'] }],
    ['{"cn=a,ou=b": "auditor", "c": ["expert", "siteOfficer"]}', { 'cn=a,ou=b': ['auditor'], c: ['expert', 'siteOfficer'] }],
    ['a=processOwner,b=administrator,c=applicant', { a: ['processOwner'], b: ['administrator'], c: ['applicant'] }],
  ])('is read: %s', (text, roles) => {
    const read = readRoleMap(text);
    expect('map' in read ? Object.fromEntries(read.map) : read.fault).toEqual(roles);
  });

  it.each([
    ['cn=a,ou=b=auditor', /“ou=b=auditor” is not group=role; groups with a comma/],
    ['a', /“a” is not group=role/],
    ['=auditor', /“=auditor” is not/],
    ['{}', /names no group/],
    ['{"a": 1}', /a role or a list of roles/],
    ['{"a": []}', /a role or a list of roles/],
    ['{"__proto__": "nobody"}', /no role nobody|names no group/],
  ])('is not read: %s', (text, sentence) => {
    const read = readRoleMap(text);
    expect('fault' in read ? read.fault : read.map).toMatch(sentence);
  });
});

describe('a person of the claims', () => {
  const map = readRoleMap('a=reviewer,b=applicant');
  const settings = { roles: 'map' in map ? map.map : new Map<string, string[]>(), groupsClaim: 'memberOf', creditCodeClaim: undefined };
  it.each([
    [{ sub: 's', memberOf: 'a', name: '李' }, { name: '李', roles: ['reviewer'] }],
    [{ sub: 's', memberOf: ['a', 7, null], preferred_username: 'li' }, { name: 'li', roles: ['reviewer'] }],
    [{ sub: 's', memberOf: ['toString', '__proto__'] }, { problem: 'noRole' }],
    [{ sub: 's', memberOf: { a: true } }, { problem: 'noRole' }],
    [{ sub: 's', groups: ['a'] }, { problem: 'noRole' }],
    [{ sub: 's', memberOf: ['b'], credit_code: '91440300MA5FAKE26A' }, { problem: 'creditCode' }],
  ])('%o', (claims, person) => {
    expect(personOf(claims, settings)).toEqual(person);
  });
});
