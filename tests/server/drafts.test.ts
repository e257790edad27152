import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { presenceMs } from '../../model/api/drafts.ts';
import type { Process } from '../../model/process.ts';
import { sandboxPassword } from '../../server/seed.ts';
import { openDoor, type Door } from './door.ts';

let door: Door;
let ahead = 0;
beforeAll(async () => {
  door = await openDoor({ now: () => Date.now() + ahead });
});
afterAll(() => door.close());

const path = (id: string) => `/api/processes/${id}/draft`;
const get = async (id: string, by = 'owner-1') => (await door.ask(by, 'GET', path(id))).body;
const renamed = (process: Process, zh: string): Process => ({ ...process, name: { ...process.name, zh } });
const put = (id: string, by: string, revision: number, process: unknown, more: object = {}) => door.ask(by, 'PUT', path(id), { body: { revision, process, ...more }, headers: { 'Idempotency-Key': '' } });

describe('the draft of a process', () => {
  it('is its latest version until somebody changes it, and looking at it keeps nothing', async () => {
    const draft = await get('M01');
    expect(draft).toMatchObject({ id: 'M01', base: 1, revision: 0, saved: false });
    expect(draft.process).toEqual((await door.ask('owner-1', 'GET', '/api/processes/M01/versions/latest')).body.process);
    expect(draft.changedBy).toBeUndefined();
    expect((await door.ask('owner-1', 'GET', '/api/drafts')).body.items).toEqual([]);
    expect((await door.ask('owner-1', 'GET', path('M99'))).body.code).toBe('unknown');
  });

  it('is kept as it is sent, one revision after the other, by who changed it last', async () => {
    const { process } = await get('M02');
    const first = await put('M02', 'owner-1', 0, renamed(process, '甲'));
    expect([first.status, first.body]).toMatchObject([200, { revision: 1, base: 1, saved: true, changedBy: { id: 'owner-1', name: '流程负责人一' } }]);
    const second = await put('M02', 'owner-2', 1, renamed(process, '乙'));
    expect(second.body).toMatchObject({ revision: 2, changedBy: { id: 'owner-2' } });
    expect(await get('M02')).toMatchObject({ ...second.body, process: renamed(process, '乙') });
    expect((await door.ask('auditor-1', 'GET', '/api/drafts')).body.items).toMatchObject([{ id: 'M02', name: { zh: '乙' }, measure: 'M02', revision: 2 }]);
  });

  it('made from a revision that is past is not kept, and what the colleague left is told', async () => {
    const { process } = await get('M03');
    await put('M03', 'owner-1', 0, renamed(process, '同事先改'));
    const late = await put('M03', 'owner-2', 0, renamed(process, '我后改'));
    expect([late.status, late.body.code]).toEqual([409, 'draftStale']);
    expect(late.body.draft).toMatchObject({ revision: 1, base: 1, changedBy: { id: 'owner-1' }, process: { name: { zh: '同事先改' } } });
    expect(Date.parse(late.body.draft.changedAt)).toBeGreaterThan(Date.now() - 60_000);
    for (const language of ['zh', 'en'] as const) expect(late.body.text[language]).toContain('流程负责人一');
    expect((await get('M03')).process.name.zh).toBe('同事先改');
    expect((await door.ask('auditor-1', 'GET', '/api/attempts?code=draftStale')).body.items[0]).toMatchObject({ actor: 'owner-2', path: path('M03'), method: 'PUT' });
    // Having seen it, they take their own over it.
    expect((await put('M03', 'owner-2', 1, renamed(process, '我后改'))).body.revision).toBe(2);
  });

  it('sent again because the answer got lost is the same draft, and no conflict', async () => {
    const { process } = await get('M04');
    const once = await put('M04', 'owner-1', 0, renamed(process, '重发'));
    const again = await put('M04', 'owner-1', 0, renamed(process, '重发'));
    expect([again.status, again.body]).toEqual([200, once.body]);
    expect((await put('M04', 'owner-2', 0, renamed(process, '重发'))).status).toBe(409); // somebody else has not seen it
  });

  it('changed by two at once is changed by one', async () => {
    const { process } = await get('M05');
    for (let revision = 0; revision < 4; revision += 1) {
      const both = await Promise.all(['owner-1', 'owner-2'].map((by) => put('M05', by, revision, renamed(process, `${by} ${revision}`))));
      expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
      const [lost] = both.filter(({ status }) => status === 409);
      expect(lost?.body.draft.revision).toBe(revision + 1);
    }
  });

  it('may be incomplete: no step, no flow, and conditions nobody can read', async () => {
    const { process } = await get('M06');
    expect((await put('M06', 'owner-1', 0, { ...process, steps: [], flows: [{ id: 'f', from: 'a', to: 'b', condition: '>>>' }] })).status).toBe(200);
  });

  it('is never malformed: each place is told', async () => {
    const { process } = await get('M07');
    const wrong = [
      [{ ...process, steps: [{ ...process.steps[0], kind: 'teleport' }] }, '/process/steps/0/kind'],
      [{ ...process, flows: [{ id: 'f', from: 'a' }] }, '/process/flows/0/to'],
      [{ ...process, colour: 'red' }, '/process'],
      [{ ...process, name: 'M07' }, '/process/name'],
      ['nothing', '/process'],
      [null, '/process'],
      [{ ...process, id: 'M08' }, '/process/id'],
    ] as const;
    for (const [content, where] of wrong) {
      const { status, body } = await put('M07', 'owner-1', 0, content);
      expect([status, body.code, body.where]).toEqual([422, 'processMalformed', where]);
    }
    expect((await put('M07', 'owner-1', 0, process, { base: 2 })).body).toMatchObject({ code: 'malformed', where: '/base' });
    const broken = await door.ask('owner-1', 'PUT', path('M07'), { raw: '{"revision": 0, "process": {' });
    expect([broken.status, broken.body.code]).toEqual([400, 'malformed']);
    expect((await get('M07')).saved).toBe(false);
  });

  it('of 2 MiB is too large, one of 300 KiB is kept', async () => {
    const { process } = await get('M08');
    const form = (kib: number) => ({ ...process, forms: [...process.forms, ...Array.from({ length: kib }, (_, index) => ({ id: `more${index}`, name: { zh: '表', en: 'form' }, schema: { type: 'object', description: 'x'.repeat(1_000) } }))].slice(0, 200) });
    expect((await put('M08', 'owner-1', 0, form(180))).status).toBe(200);
    const large = await door.ask('owner-1', 'PUT', path('M08'), { raw: JSON.stringify({ revision: 1, process: { ...process, padding: 'x'.repeat(2 * 1024 * 1024) } }) });
    expect([large.status, large.body.code]).toEqual([413, 'tooLarge']);
    expect(large.body.text.en).toContain('1024 KiB');
    const usual = await door.ask('owner-1', 'POST', '/api/processes/M08/presence', { raw: JSON.stringify({ here: true, padding: 'x'.repeat(65 * 1024) }) });
    expect([usual.status, usual.body.text.en]).toEqual([413, expect.stringContaining('64 KiB')]);
  });

  it('is thrown away as it stood, and never a newer one', async () => {
    const { process } = await get('M09');
    const discard = (by: string, revision: number | string) => door.ask(by, 'DELETE', `${path('M09')}?revision=${revision}`);
    expect((await discard('owner-1', 0)).body.code).toBe('unknown');
    await put('M09', 'owner-1', 0, renamed(process, '一'));
    await put('M09', 'owner-2', 1, renamed(process, '二'));
    const stale = await discard('owner-1', 1);
    expect([stale.status, stale.body.draft.process.name.zh]).toEqual([409, '二']);
    expect((await discard('owner-1', 'all')).status).toBe(400);
    expect((await discard('owner-1', 2)).body).toMatchObject({ saved: false, revision: 3, base: 1 });
    expect((await get('M09')).process).toEqual(process);
    // The page that still shows the old revision is not mistaken for a new one.
    expect((await put('M09', 'owner-2', 2, renamed(process, '三'))).status).toBe(409);
    expect((await put('M09', 'owner-2', 3, renamed(process, '三'))).body.revision).toBe(4);
  });

  it('is changed by process owners, and read by auditors and administrators too', async () => {
    const { process } = await get('M10');
    for (const by of ['auditor-1', 'admin-1']) {
      expect((await door.ask(by, 'GET', path('M10'))).status, by).toBe(200);
      for (const call of [() => put('M10', by, 0, process), () => door.ask(by, 'DELETE', `${path('M10')}?revision=0`), () => door.ask(by, 'POST', '/api/processes', { body: { id: 'N', copyOf: 'M10' } })]) {
        expect((await call()).body.code, by).toBe('notAllowed');
      }
    }
    for (const by of ['applicant-M10', 'intake-1', 'decision-1']) {
      for (const url of [path('M10'), '/api/drafts', '/api/processes/M10/scenarios', '/api/proposals']) expect((await door.ask(by, 'GET', url)).body.code, `${by} ${url}`).toBe('notAllowed');
    }
    expect((await door.ask(undefined, 'GET', path('M10'))).body.code).toBe('notSignedIn');
  });
});

describe('a new process', () => {
  it('is a copy under an id of its own, and a draft until it is published', async () => {
    const made = await door.ask('owner-1', 'POST', '/api/processes', { body: { id: 'M11-pilot', copyOf: 'M11', name: { zh: '试点', en: 'Pilot' } } });
    expect([made.status, made.body]).toMatchObject([201, { id: 'M11-pilot', base: 0, revision: 1, saved: true, process: { id: 'M11-pilot', name: { en: 'Pilot' }, measure: { number: 'M11' } } }]);
    expect((await door.ask('owner-1', 'GET', '/api/processes/M11-pilot/versions/latest')).status).toBe(404);
    expect((await door.ask('owner-1', 'GET', '/api/measures/M11')).body.process).toBe('M11');
    for (const id of ['M11-pilot', 'M11']) expect((await door.ask('owner-2', 'POST', '/api/processes', { body: { id, copyOf: 'M11' } })).status, id).toBe(409);
    for (const id of ['', '1', 'a b', '../x', 'x'.repeat(41)]) expect((await door.ask('owner-2', 'POST', '/api/processes', { body: { id, copyOf: 'M11' } })).status, id).toBe(400);
    expect((await door.ask('owner-2', 'POST', '/api/processes', { body: { id: 'other', copyOf: 'M99' } })).body.code).toBe('unknown');
    await door.ask('owner-1', 'DELETE', `${path('M11-pilot')}?revision=1`);
    expect((await door.ask('owner-1', 'GET', path('M11-pilot'))).status).toBe(404);
    expect((await door.ask('owner-2', 'POST', '/api/processes', { body: { id: 'M11-pilot', copyOf: 'M12' } })).body).toMatchObject({ base: 0, revision: 3, process: { measure: { number: 'M12' } } });
  });
});

describe('who has a process open', () => {
  const say = async (by: string, here = true) => (await door.ask(by, 'POST', '/api/processes/M13/presence', { body: { here } })).body.items.map(({ id }: { id: string }) => id);

  it('is told to everybody who has, until they leave or are not heard of', async () => {
    expect(await say('owner-1')).toEqual(['owner-1']);
    expect(await say('owner-2')).toEqual(['owner-1', 'owner-2']);
    expect(await say('owner-1')).toEqual(['owner-1', 'owner-2']);
    expect(await say('owner-2', false)).toEqual(['owner-1']);
    await say('owner-2');
    ahead += presenceMs - 5_000;
    expect(await say('owner-1')).toEqual(['owner-1', 'owner-2']);
    ahead += 10_000;
    expect(await say('owner-1')).toEqual(['owner-1']);
    expect((await door.ask('owner-1', 'POST', '/api/processes/M99/presence', { body: { here: true } })).status).toBe(404);
    expect((await door.ask('applicant-M13', 'POST', '/api/processes/M13/presence', { body: { here: true } })).status).toBe(403);
  });
});

describe('scenarios of a process', () => {
  const content = { name: { zh: '通过', en: 'passes' }, start: { day: '2026-03-02', applicant: { creditCode: '91440300FAKE00013H', name: '虚构公司' }, declaration: {}, years: [2026] }, lines: [{ line: 'expectOpen' }] };
  const url = (scenario = '') => `/api/processes/M14/scenarios${scenario === '' ? '' : `/${scenario}`}`;

  it('are kept, listed, replaced and deleted', async () => {
    expect((await door.ask('owner-1', 'PUT', url('passes'), { body: content })).body).toMatchObject({ scenario: 'passes', content, changedBy: { id: 'owner-1' } });
    await door.ask('owner-2', 'PUT', url('passes'), { body: { ...content, lines: [] } });
    expect((await door.ask('auditor-1', 'GET', url())).body.items).toMatchObject([{ scenario: 'passes', content: { lines: [] }, changedBy: { id: 'owner-2' } }]);
    expect((await door.ask('owner-1', 'DELETE', url('passes'))).body.items).toEqual([]);
  });

  it('are well-formed or refused with the place, and at most 50', async () => {
    const wrong = await door.ask('owner-1', 'PUT', url('wrong'), { body: { ...content, lines: [{ line: 'passUntil', at: 'soon' }] } });
    expect([wrong.status, wrong.body.where]).toEqual([400, '/lines/0/at']);
    expect((await door.ask('owner-1', 'PUT', url('a%2Fb'), { body: content })).body.code).toBe('malformed');
    for (let index = 0; index < 50; index += 1) expect((await door.ask('owner-1', 'PUT', url(`s${index}`), { body: content })).status).toBe(200);
    expect((await door.ask('owner-1', 'PUT', url('one-more'), { body: content })).body.code).toBe('tooLarge');
    expect((await door.ask('owner-1', 'PUT', url('s7'), { body: content })).status).toBe(200);
  });
});

describe('the stream of changes', () => {
  it('tells of drafts to who may read them, and of nothing but where to look', async () => {
    const listening = new AbortController();
    const heard: { [account: string]: string[] } = {};
    for (const account of ['owner-2', 'auditor-1', 'reviewer-1']) {
      const session = await fetch(`${door.origin}/api/session`, { method: 'POST', headers: { 'Content-Type': 'application/json', 'X-Requested-With': 'shenpi' }, body: JSON.stringify({ account, password: sandboxPassword }) });
      const stream = await fetch(`${door.origin}/api/events`, { headers: { cookie: session.headers.getSetCookie()[0]?.split(';')[0] ?? '' }, signal: listening.signal });
      const told: string[] = [];
      heard[account] = told;
      void (async () => {
        try {
          for await (const chunk of stream.body ?? []) told.push(Buffer.from(chunk as Uint8Array).toString()); // what fetch gives
        } catch {
          // The test is over.
        }
      })();
    }
    const { process, revision } = await get('M01');
    await put('M01', 'owner-1', revision, renamed(process, '新稿'));
    const line = 'event: draft\ndata: {"process":"M01","what":"draft"}\n\n';
    await vi.waitUntil(() => ['owner-2', 'auditor-1'].every((account) => heard[account]?.join('').includes(line)), { timeout: 10_000 });
    expect(heard['reviewer-1']?.join('')).not.toContain('draft');
    listening.abort();
    await vi.waitUntil(() => door.store.redrawn.listenerCount('redrawn') === 0);
  });
});
