import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { applicants } from '../../measures/applicants.ts';
import type { Token } from '../../model/case.ts';
import type { Change } from '../../model/api/upkeep.ts';
import { sandboxPassword } from '../../server/seed.ts';
import { openDoor, type Door } from './door.ts';

const sample = applicants.find((applicant) => applicant.measure === 'M02');
if (!sample) throw new Error('the programme has a sample applicant for M02');
const { declaration, creditCode, name } = sample;

/** Somebody whose page is open: a session of their own, and what the stream tells. */
class Listener {
  readonly heard: Change[] = [];
  beats = 0;
  ended = false;
  private readonly leaving = new AbortController();

  private constructor(readonly cookie: string) {}

  static async signedIn(account: string): Promise<Listener> {
    const session = await fetch(`${door.origin}/api/session`, {
      method: 'POST', headers: { 'Content-Type': 'application/json', 'X-Requested-With': 'shenpi' }, body: JSON.stringify({ account, password: sandboxPassword }),
    });
    const listener = new Listener(session.headers.getSetCookie()[0]?.split(';')[0] ?? '');
    const response = await fetch(`${door.origin}/api/events`, { headers: { cookie: listener.cookie }, signal: listener.leaving.signal });
    expect([response.status, response.headers.get('Content-Type'), response.headers.get('Cache-Control')]).toEqual([200, 'text/event-stream; charset=utf-8', 'no-store']);
    void listener.listen(response);
    listeners.push(listener);
    return listener;
  }

  private async listen(response: Response): Promise<void> {
    let text = '';
    try {
      for await (const chunk of response.body ?? []) {
        text += Buffer.from(chunk as Uint8Array).toString(); // what fetch gives
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
          const line = text.slice(0, end);
          text = text.slice(end + 2);
          if (line.startsWith('data: ')) this.heard.push(JSON.parse(line.slice(6)) as Change);
          else if (line.startsWith(':')) this.beats += 1;
        }
      }
      this.ended = true;
    } catch {
      // It went away by itself.
    }
  }

  leave(): void {
    this.leaving.abort();
  }
}

let door: Door;
let ahead = 0;
let id = '';
let listeners: Listener[] = [];
beforeAll(async () => {
  door = await openDoor({ now: () => Date.now() + ahead });
});
afterAll(() => door.close());
beforeEach(async () => {
  const filed = await door.ask('applicant-M02', 'POST', '/api/cases', { body: { measure: 'M02', applicant: { creditCode, name }, declaration, documents: [] } });
  expect(filed.status, JSON.stringify(filed.body)).toBe(201);
  id = filed.body.case;
});
afterEach(async () => {
  for (const listener of listeners) listener.leave();
  listeners = [];
  await vi.waitUntil(() => door.store.written.listenerCount('written') === 0); // a page that is closed costs nothing more
  vi.useRealTimers();
  ahead = 0;
});

const finish = async (): Promise<void> => {
  const task = `/api/tasks/${id}/${encodeURIComponent('formCheck#1')}`;
  await door.ask('intake-1', 'POST', `${task}/claim`);
  expect((await door.ask('intake-1', 'POST', `${task}/complete`, { body: { outcome: 'accept', data: {}, reason: '材料齐全。' } })).status).toBe(200);
};
const hears = (listener: Listener) => vi.waitUntil(() => listener.heard.length > 0, { timeout: 10_000 });

describe('the stream of changes', () => {
  it('tells of a colleague\'s act to who may read the case, and nobody else', async () => {
    const may = await Promise.all(['applicant-M02', 'intake-2', 'reviewer-1', 'finance-1', 'auditor-1', 'admin-1', 'owner-1'].map((account) => Listener.signedIn(account)));
    const mayNot = await Promise.all(['applicant-M03', 'culture-1', 'hr-1', 'expert-1', 'site-1'].map((account) => Listener.signedIn(account)));
    await finish();
    await Promise.all(may.map(hears));
    const { seq } = (await door.ask('auditor-1', 'GET', `/api/cases/${id}`)).body as { seq: number };
    for (const { heard } of may) {
      expect(new Set(heard.map((change) => change.case))).toEqual(new Set([id]));
      await vi.waitUntil(() => heard.at(-1)?.seq === seq);
      for (const change of heard) expect(Object.keys(change)).toEqual(['case', 'seq']); // no more than where to look
    }
    expect(mayNot.map(({ heard }) => heard)).toEqual(mayNot.map(() => []));
  });

  it('tells an office of the cases that reached it', async () => {
    const culture = await Listener.signedIn('culture-1');
    const token: Token = { id: 'opinionCulture#1', step: 'opinionCulture', scope: '', visit: 1, wait: {} };
    await door.cases.put(id, (state) => ({ ...state, tokens: [token], tasks: [{ task: 'opinionCulture#1', token: 'opinionCulture#1', step: 'opinionCulture', role: 'cultureOfficer', openedAt: state.at }] }));
    await hears(culture);
    expect(culture.heard).toMatchObject([{ case: id }]);
  });

  it('is for people who are signed in', async () => {
    for (const cookie of ['', `shenpi_session=${'a'.repeat(43)}`]) {
      const answer = await fetch(`${door.origin}/api/events`, { headers: { cookie } });
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([401, 'notSignedIn']);
    }
  });

  it('ends with the session, having told nothing after that', async () => {
    const left = await Listener.signedIn('reviewer-1');
    const stays = await Listener.signedIn('reviewer-1');
    await fetch(`${door.origin}/api/session`, { method: 'DELETE', headers: { cookie: left.cookie, 'X-Requested-With': 'shenpi' } });
    await finish();
    await vi.waitUntil(() => left.ended, { timeout: 10_000 });
    await hears(stays);
    expect([left.heard, stays.ended]).toEqual([[], false]);
  });

  it('ends where the session runs out, though nothing changes', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const listener = await Listener.signedIn('reviewer-1');
    vi.advanceTimersByTime(15_000);
    await vi.waitUntil(() => listener.beats === 1, { timeout: 10_000 });
    expect(listener.ended).toBe(false);
    ahead = 12 * 3_600_000 + 1_000;
    vi.advanceTimersByTime(15_000);
    await vi.waitUntil(() => listener.ended, { timeout: 10_000 });
    expect(listener.beats).toBe(1);
  });
});
