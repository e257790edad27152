import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applicantOf } from '../../measures/applicants.ts';
import type { CaseClient } from '../../server/caseClient.ts';
import { lookUps } from '../../server/outside/lookUps.ts';
import { startCase } from '../../server/starter/startCase.ts';
import { startStarter } from '../../server/starter/starter.ts';
import type { Sweep } from '../../server/sweep.ts';
import { openDoor, type Door } from './door.ts';

const sample = applicantOf('M02');
if (!sample) throw new Error('the programme has a sample applicant for M02');
const { creditCode, name, declaration } = sample;
const body = { measure: 'M02', applicant: { creditCode, name }, declaration, documents: [] as string[] };

let door: Door;
let starter: Sweep;
beforeAll(async () => {
  door = await openDoor();
  starter = startStarter({ store: door.store, cases: door.cases, now: () => Date.now(), log: pino({ level: 'silent' }) });
});
afterAll(async () => {
  await starter.stop();
  await door.close();
});

async function upload(): Promise<string> {
  const form = new FormData();
  form.set('kind', 'invoices');
  form.set('measure', 'M02');
  form.set('file', new Blob(['%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF']), 'invoices.pdf');
  return (await door.ask('applicant-M02', 'POST', '/api/documents', { form })).body.document;
}

/** Files while the engine is away; gives the case that is noted and not started. */
async function fileWhileAway(key: string, documents: string[] = []): Promise<string> {
  door.cases.away = true;
  const lost = await door.ask('applicant-M02', 'POST', '/api/cases', { body: { ...body, documents }, key });
  expect([lost.status, lost.body.code]).toEqual([503, 'notReady']);
  const { items } = (await door.ask('applicant-M02', 'GET', '/api/cases?status=starting')).body;
  expect(items).toHaveLength(1);
  return items[0].case;
}
const listed = async (account: string): Promise<string[]> => (await door.ask(account, 'GET', '/api/cases?limit=200')).body.items.map((row: { case: string }) => row.case);

describe('a declaration that was taken in while the engine was away', () => {
  it('is “starting” to its applicant and the administrator, counts against nobody, and is started by the starter', async () => {
    const document = await upload();
    const id = await fileWhileAway('away-1', [document]);
    expect(await listed('admin-1')).toContain(id);
    for (const account of ['intake-1', 'reviewer-1', 'auditor-1', 'owner-1']) expect(await listed(account), account).not.toContain(id);
    const other = { case: 'LG-other', applicant: creditCode, measure: 'M02', year: 2026, invoiceNumbers: declaration['invoiceNumbers'] ?? [] };
    expect(await lookUps(door.store).otherCases(other)).toEqual({ cases: [] });

    expect(await starter.sweep()).toBe(0);
    expect(await door.store.cases.find(id)).toMatchObject({ status: 'starting', tries: 1 }); // the attempt of the door; an absence is nobody's failure
    door.cases.away = false;
    expect(await starter.sweep()).toBe(1);
    expect(await door.store.cases.find(id)).toMatchObject({ status: 'running', beginning: null, tries: 0, tryAfter: null });
    const { body: view } = await door.ask('applicant-M02', 'GET', `/api/cases/${id}`);
    expect(view.data.declaration).toEqual(declaration);
    expect(view.documents.map((each: { document: string }) => each.document)).toEqual([document]);
    expect((await door.store.trail(id))[0]?.event).toMatchObject({ event: 'caseStarted', actor: { id: 'applicant-M02' } });
    expect(await listed('intake-1')).toContain(id);
    expect(await starter.sweep()).toBe(0);

    const again = await door.ask('applicant-M02', 'POST', '/api/cases', { body: { ...body, documents: [document] }, key: 'away-1' });
    expect([again.status, again.body.case]).toEqual([201, id]);
  });

  it('is started by the applicant’s own repetition too, once', async () => {
    const id = await fileWhileAway('away-2');
    door.cases.away = false;
    const again = await door.ask('applicant-M02', 'POST', '/api/cases', { body, key: 'away-2' });
    expect([again.status, again.body.case, again.body.status]).toEqual([201, id, 'running']);
    expect(await starter.sweep()).toBe(0);
  });

  it('loses no time of its own while it waits', async () => {
    const id = await fileWhileAway('away-3');
    const row = await door.store.cases.find(id);
    if (!row) throw new Error('it was noted');
    const anHour = 3_600_000;
    await door.store.cases.setClock(id, { ...row.clock, realStart: row.clock.realStart - anHour });
    door.cases.away = false;
    await starter.sweep();
    const started = await door.store.cases.find(id);
    expect(Date.now() - (started?.clock.realStart ?? 0)).toBeLessThan(60_000);
    expect(started?.clock.start).toBe(row.clock.start);
  });

  it('hears of a notice that was corrected while it was being started', async () => {
    const id = await fileWhileAway('away-4');
    door.cases.away = false;
    const [known] = await door.store.calendars.find([2026]);
    const row = await door.store.cases.find(id);
    if (!known || !row) throw new Error('both are there');
    const corrected = { ...known, off: [...known.off, '03-05'] };
    const slow: CaseClient = {
      ...door.cases,
      async start(input) {
        await door.store.calendars.put(corrected);
        await door.cases.start(input);
      },
    };
    await startCase({ store: door.store, cases: slow, now: () => Date.now() }, row);
    expect((await door.store.cases.find(id))?.state?.calendar.find(({ year }) => year === 2026)).toEqual(corrected);
  });
});

describe('a calendar that is loaded', () => {
  it('is told to every case that may run, and to none whose start lies ahead', async () => {
    const [running] = await listed('auditor-1');
    const row = await door.store.cases.find(running ?? '');
    if (!row) throw new Error('a case runs');
    const now = Date.now();
    const noted = (id: string, status: string, realStart: number) => door.store.cases.note({ ...row, case: id, status, seq: 0, state: null, clock: { ...row.clock, realStart } });
    await noted('LG-ahead', 'scheduled', now + 60_000);
    await noted('LG-due', 'scheduled', now - 1);
    await noted('LG-starting', 'starting', now);
    await noted('LG-closed', 'closed', now);
    const told = await door.store.cases.running(now);
    expect(told).toEqual(expect.arrayContaining([row.case, 'LG-due', 'LG-starting']));
    expect(told).not.toContain('LG-ahead');
    expect(told).not.toContain('LG-closed');
    const { status, body: taken } = await door.ask('admin-1', 'PUT', '/api/calendars/2027', { body: { off: ['01-01'], worked: [], source: '假定', timers: 'keep' } });
    expect([status, taken.casesTold]).toEqual([200, told.length - 2]); // the two that are only noted know nothing yet
    expect((await door.store.cases.find(row.case))?.state?.calendar.map(({ year }) => year)).toContain(2027);
  });
});

describe('a case that several processes find unstarted at once', () => {
  it('is started by one of them: it has one clock', async () => {
    const own = await openDoor();
    own.cases.away = true;
    await own.ask('applicant-M02', 'POST', '/api/cases', { body });
    const id = (await own.ask('applicant-M02', 'GET', '/api/cases?status=starting')).body.items[0].case;
    own.cases.away = false;
    const started: string[] = [];
    const cases: CaseClient = { ...own.cases, start: (input) => (started.push(input.case), own.cases.start(input)) };
    const others = [1, 2, 3].map(() => startStarter({ store: own.store, cases, now: () => Date.now(), log: pino({ level: 'silent' }) }));
    const counts = await Promise.all(others.map((other) => other.sweep()));
    expect([...counts].sort()).toEqual([0, 0, 1]);
    expect(started).toEqual([id]);
    await Promise.all(others.map((other) => other.stop()));
    await own.close();
  });
});
