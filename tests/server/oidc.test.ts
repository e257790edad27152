import { eq } from 'drizzle-orm';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { creditCodeCheck } from '../../model/identifiers/creditCode.ts';
import { seedStore } from '../../server/seed.ts';
import { readSettings } from '../../server/settings.ts';
import { startServer } from '../../server/start.ts';
import { createStore } from '../../server/store/createStore.ts';
import { openDatabase } from '../../server/store/openStore.ts';
import { settings } from '../../server/store/schema.ts';
import { Office, type People } from './identityProvider.ts';
import { openRealDoor, settingsFor, type RealDoor } from './realDoor.ts';
import { Walker, type Arrival } from './walker.ts';

const code = `91440300MA5FAKE26${creditCodeCheck('91440300MA5FAKE26') ?? ''}`;
const people: People = {
  li: { name: '李明', groups: ['subsidy/intake', 'subsidy/review', 'football'] },
  wang: { name: '王芳', groups: ['subsidy/administrators'] },
  firm: { name: '灯塔直播', credit_code: code },
  wrongFirm: { name: '错码公司', credit_code: `${code.slice(0, 17)}I` },
  codeless: { name: '无码公司', groups: ['firms'] },
  clerkOfFirm: { name: '职员', groups: ['subsidy/intake'], credit_code: code },
  both: { name: '两面', groups: ['subsidy/intake', 'firms'] },
  stranger: { name: '路人', groups: ['football'] },
};
const roles = 'subsidy/intake=intakeClerk, subsidy/review=reviewer,subsidy/administrators=administrator,firms=applicant';

let office: Office;
let door: RealDoor;
beforeAll(async () => {
  office = await Office.listen();
  door = await openRealDoor(settingsFor(office.issuer, roles));
});
afterAll(async () => {
  await door?.close();
  await office?.close();
});

const session = async (walker: Walker, origin = door.origin) => (await walker.ask(`${origin}/api/session`)).json() as Promise<{ account?: { id: string; name: { zh: string }; roles: string[]; applicant?: string }; provider: boolean; sandbox: boolean }>;
const problemOf = ({ address }: Arrival) => [address.pathname, address.searchParams.get('problem')];
const isCallback = (address: URL) => address.pathname === '/api/sign-in/callback';

/** Signs in at the provider as a person would, up to the address that `until` holds for. */
async function signIn(walker: Walker, login: string, { to = '/work?stage=review', until, origin = door.origin }: { to?: string; until?: (address: URL) => boolean; origin?: string } = {}): Promise<Arrival> {
  const page = await walker.go(`${origin}/api/sign-in?${new URLSearchParams({ to }).toString()}`, {}, (address) => address.pathname === '/sign-in' || (until?.(address) ?? false));
  if (!page.address.href.startsWith(office.issuer)) return page;
  const consent = await walker.submit(page, { login, password: 'any' });
  return walker.submit(consent, {}, (address) => address.origin === origin && (until?.(address) ?? !isCallback(address)));
}

describe('before the identity provider answers', () => {
  it('signing in says so, and works as soon as it does', async () => {
    const walker = new Walker();
    expect(problemOf(await signIn(walker, 'li'))).toEqual(['/sign-in', 'unreachable']);
    expect(door.logged.at(-1)).toMatchObject({ problem: 'unreachable', why: expect.stringContaining('OAUTH_RESPONSE_IS_NOT_CONFORM') as string });
    office.open(door.origin, people);
    expect((await signIn(walker, 'li')).address.pathname).toBe('/work');
  });
});

describe('somebody who signs in at the identity provider', () => {
  it('goes on where they wanted to, with the roles of their groups', async () => {
    const walker = new Walker();
    const arrival = await signIn(walker, 'li');
    expect(`${arrival.address.pathname}${arrival.address.search}`).toBe('/work?stage=review');
    const { account, ...rest } = await session(walker);
    expect(account).toMatchObject({ name: { zh: '李明' }, roles: ['intakeClerk', 'reviewer'] });
    expect(account?.id).toMatch(/^oidc-[0-9a-f]{32}$/);
    expect(account).not.toHaveProperty('applicant');
    expect(rest).toEqual({ sandbox: false, provider: true });
    expect((await walker.ask(`${door.origin}/api/tasks`)).status).toBe(200);
    expect((await walker.ask(`${door.origin}/api/attempts`)).status).toBe(403);
    const cookie = walker.set.find((each) => each.startsWith('shenpi_session='));
    expect(cookie).toMatch(/^shenpi_session=[\w-]{43}; .*HttpOnly; SameSite=Lax$/);
    expect(cookie).not.toContain('Secure');
    expect(JSON.stringify(door.logged)).not.toContain('李明');
  });

  it('is the same account each time, with the roles of the last time', async () => {
    const [first, second] = [new Walker(), new Walker()];
    await signIn(first, 'wang');
    const before = (await session(first)).account;
    people.wang = { name: '王芳', groups: ['subsidy/intake'] };
    await signIn(second, 'wang');
    expect((await session(second)).account).toEqual({ ...before, roles: ['intakeClerk'] });
    expect((await session(first)).account?.roles).toEqual(['intakeClerk']);
    people.wang = { name: '王芳', groups: [] };
    expect(problemOf(await signIn(new Walker(), 'wang'))).toEqual(['/sign-in', 'noRole']);
    expect((await session(second)).account).toBeUndefined();
    const attempts = await door.store.attempts.list({ limit: 1 });
    expect(attempts.items[0]).toMatchObject({ code: 'notAllowed', actor: before?.id, detail: expect.stringContaining('noRole') as string });
  });

  it('is an applicant by a credit code, an official by a group, and never both', async () => {
    const firm = new Walker();
    await signIn(firm, 'firm');
    expect((await session(firm)).account).toMatchObject({ roles: ['applicant'], applicant: code });
    const clerk = new Walker();
    await signIn(clerk, 'clerkOfFirm');
    const { account } = await session(clerk);
    expect(account?.roles).toEqual(['intakeClerk']);
    expect(account).not.toHaveProperty('applicant');
    for (const [login, problem] of [['wrongFirm', 'creditCode'], ['codeless', 'creditCode'], ['both', 'twoSides'], ['stranger', 'noRole']] as const) {
      const walker = new Walker();
      expect(problemOf(await signIn(walker, login)), login).toEqual(['/sign-in', problem]);
      expect((await session(walker)).account, login).toBeUndefined();
    }
  });

  it('is told apart where groups come in the signed token', async () => {
    const other = await Office.listen();
    const own = await door.beside({}, settingsFor(other.issuer, roles));
    other.open(own, people, { conformIdTokenClaims: false });
    const walker = new Walker();
    const page = await walker.go(`${own}/api/sign-in`);
    await walker.submit(await walker.submit(page, { login: 'li', password: 'any' }), {}, (address) => address.href === `${own}/`);
    const there = await session(walker, own);
    expect(there.account?.roles).toEqual(['intakeClerk', 'reviewer']);
    const here = new Walker();
    await signIn(here, 'li');
    expect((await session(here)).account?.id).not.toBe(there.account?.id); // the same subject of another issuer is somebody else
    await other.close();
  });

  it('may leave by one process and come back to another', async () => {
    const walker = new Walker();
    const second = await door.beside({ origin: door.origin });
    const back = await signIn(walker, 'li', { until: isCallback });
    const mark = walker.set.find((cookie) => cookie.startsWith('shenpi_sign_in='))?.split(';')[0] ?? '';
    const arrived = await fetch(`${second}${back.address.pathname}${back.address.search}`, { redirect: 'manual', headers: { cookie: mark } });
    expect(arrived.headers.get('Location')).toBe('/work?stage=review');
    expect(arrived.headers.getSetCookie()[0]).toMatch(/^shenpi_session=/);
  });

  it('may begin in two tabs', async () => {
    const walker = new Walker();
    const [one, two] = [await signIn(walker, 'li', { to: '/one', until: isCallback }), await signIn(walker, 'li', { to: '/two', until: isCallback }).catch((error: unknown) => error as Error)];
    expect((await walker.ask(one.address)).headers.get('Location')).toBe('/one');
    // The provider knows the person by now, and asks nothing again.
    if (two instanceof Error) throw two;
    expect((await walker.ask(two.address)).headers.get('Location')).toBe('/two');
  });
});

describe('what comes back wrong', () => {
  it('is refused from another browser, a second time, without a state, and too late', async () => {
    const walker = new Walker();
    const { address } = await signIn(walker, 'li', { until: isCallback });
    const thief = new Walker();
    expect(problemOf(await thief.go(address, {}, (at) => at.pathname === '/sign-in'))).toEqual(['/sign-in', 'expired']);
    expect((await session(thief)).account).toBeUndefined();
    expect((await walker.ask(address)).headers.get('Location')).toBe('/work?stage=review');
    const again = await walker.ask(address);
    expect(again.headers.get('Location')).toMatch(/^\/sign-in\?problem=expired&request=[\w-]{36}$/);
    expect((await walker.ask(`${door.origin}/api/sign-in/callback?code=1`)).headers.get('Location')).toContain('problem=expired');
    const slow = new Walker();
    const late = await signIn(slow, 'li', { until: isCallback });
    door.later(11 * 60_000);
    expect((await slow.ask(late.address)).headers.get('Location')).toContain('problem=expired');
  });

  it.each(['nonce', 'verifier'] as const)('is refused where the %s is not the one sent', async (which) => {
    const walker = new Walker();
    const { address } = await signIn(walker, 'li', { until: isCallback });
    const mark = /shenpi_sign_in=([\w-]+)/.exec(walker.set.join('\n'))?.[1] ?? '';
    const pending = await door.store.signIns.take(mark, address.searchParams.get('state') ?? '');
    if (!pending) throw new Error('the sign-in is not in the store');
    await door.store.signIns.begin(mark, { ...pending, [which]: 'another-one-of-at-least-forty-three-characters' });
    expect((await walker.ask(address)).headers.get('Location')).toContain('problem=failed');
    expect((await session(walker)).account).toBeUndefined();
    expect(door.logged.at(-1)?.why).toMatch(which === 'nonce' ? /OAUTH_JWT_CLAIM_COMPARISON_FAILED/ : /invalid_grant/);
  });

  it('is refused where the token is signed by nobody the provider knows', async () => {
    // A door that has not seen the provider's keys yet.
    const fresh = await door.beside({ origin: door.origin });
    const walker = new Walker();
    const page = await walker.go(`${fresh}/api/sign-in`);
    const { address } = await walker.submit(await walker.submit(page, { login: 'li', password: 'any' }), {}, isCallback);
    const mark = walker.set.find((cookie) => cookie.startsWith('shenpi_sign_in='))?.split(';')[0] ?? '';
    office.interfere = (path) => (path.startsWith('/jwks') ? { status: 200, body: '{"keys":[]}' } : undefined);
    const answer = await fetch(`${fresh}${address.pathname}${address.search}`, { redirect: 'manual', headers: { cookie: mark } });
    office.interfere = undefined;
    expect(answer.headers.get('Location')).toContain('problem=failed');
    expect(answer.headers.getSetCookie().join()).not.toContain('shenpi_session');
    expect(door.logged.at(-1)?.why).toContain('OAUTH_KEY_SELECTION_FAILED');
  });

  it('is told as a no of the person, and as a provider that went away', async () => {
    const walker = new Walker();
    const page = await walker.go(`${door.origin}/api/sign-in`);
    const abort = /href="([^"]*abort[^"]*)"/.exec(page.text)?.[1];
    if (abort === undefined) throw new Error(`no way back on ${page.text}`);
    expect(problemOf(await walker.go(new URL(abort, page.address), {}, (at) => at.pathname === '/sign-in'))).toEqual(['/sign-in', 'denied']);
    const other = new Walker();
    const { address } = await signIn(other, 'li', { until: isCallback });
    office.interfere = (path) => (path.startsWith('/token') ? { status: 503, body: '{}' } : undefined);
    const answer = await other.ask(address);
    office.interfere = undefined;
    expect(answer.headers.get('Location')).toContain('problem=unreachable');
  });

  it('sends nobody to a foreign site afterwards', async () => {
    for (const to of ['https://evil.example/', '//evil.example', '/\\evil.example', '/..//evil.example', 'work', '/\t/evil.example']) {
      const walker = new Walker();
      const { address } = await signIn(walker, 'li', { to, until: isCallback });
      expect((await walker.ask(address)).headers.get('Location'), to).toBe('/');
    }
  });
});

describe('signing out', () => {
  it('ends the session here and at the provider', async () => {
    const walker = new Walker();
    await signIn(walker, 'li');
    const left = await walker.ask(`${door.origin}/api/session`, { method: 'DELETE', headers: { 'X-Requested-With': 'shenpi' } });
    const { leaveTo } = (await left.json()) as { leaveTo: string };
    expect(leaveTo).toMatch(new RegExp(`^${office.issuer}/session/end\\?`));
    expect((await session(walker)).account).toBeUndefined();
    const confirm = await walker.go(leaveTo);
    const home = await walker.submit(confirm, { logout: 'yes' }, (address) => address.origin === door.origin);
    expect(home.address.href).toBe(`${door.origin}/sign-in`);
    // The provider asks again who it is.
    expect((await walker.go(`${door.origin}/api/sign-in`)).text).toContain('name="login"');
  });

  it('is done by itself after twelve hours', async () => {
    const walker = new Walker();
    await signIn(walker, 'li');
    door.later(12 * 3_600_000 + 1_000);
    expect((await session(walker)).account).toBeUndefined();
  });
});

describe('behind a proxy', () => {
  const redirectUri = (answer: Response) => new URL(answer.headers.get('Location') ?? '').searchParams.get('redirect_uri');
  const told = { 'X-Forwarded-Proto': 'https', 'X-Forwarded-Host': 'approvals.example.cn' };

  it('comes back to the address that browsers know, told by proxies that are believed or by the setting', async () => {
    const begin = async (more: Parameters<RealDoor['beside']>[0]) => fetch(`${await door.beside(more)}/api/sign-in`, { redirect: 'manual', headers: told });
    expect(redirectUri(await begin({}))).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/api\/sign-in\/callback$/);
    expect(redirectUri(await begin({ proxies: 1 }))).toBe('https://approvals.example.cn/api/sign-in/callback');
    expect(redirectUri(await begin({ proxies: 1, origin: 'https://other.example.cn' }))).toBe('https://other.example.cn/api/sign-in/callback');
  });

  it('has cookies for TLS alone, bound to the host', async () => {
    const answer = await fetch(`${await door.beside({ proxies: 1, secure: true })}/api/sign-in`, { redirect: 'manual', headers: told });
    expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-shenpi_sign_in=[\w-]{43}; .*Path=\/; .*HttpOnly; Secure; SameSite=Lax$/);
  });
});

describe('outside a sandbox', () => {
  it('no password lets anybody in, and no account with a published one is taken', async () => {
    const answer = await fetch(`${door.origin}/api/session`, { method: 'POST', headers: { 'X-Requested-With': 'shenpi', 'Content-Type': 'application/json' }, body: '{"account":"admin-1","password":"shenpi"}' });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([403, 'sandboxOnly']);
    await expect(door.store.accounts.seed([{ id: 'admin-1', name: { zh: '管理员', en: 'Administrator' }, roles: ['administrator'] }], 'shenpi')).rejects.toThrow(/sandbox store only/);
    expect(await door.store.accounts.hasSandboxAccounts()).toBe(false);
  });

  it('a store that holds such accounts all the same is not served', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'shenpi-mixed-'));
    const database = await openDatabase({ folder });
    const store = createStore(database.db);
    await seedStore(store, true);
    await database.db.update(settings).set({ value: false }).where(eq(settings.key, 'sandbox'));
    await database.close();
    const started = startServer(readSettings(['--no-sandbox', '--no-worker', '--port', '0', '--data', folder], {}), pino({ level: 'silent' }));
    await expect(started).rejects.toMatchObject({ code: 'sandboxAccountsInRealStore', exitCode: 25, message: expect.stringContaining(folder) as string });
    rmSync(folder, { recursive: true, force: true });
  });

  it('and without a provider the page is told that none is connected', async () => {
    const bare = await door.beside({}, 'none');
    expect(await session(new Walker(), bare)).toEqual({ sandbox: false, provider: false });
    expect((await fetch(`${bare}/api/sign-in`, { redirect: 'manual' })).headers.get('Location')).toContain('/sign-in?problem=notConfigured');
  });
});
