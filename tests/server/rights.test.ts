import { createHash } from 'node:crypto';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { applicants } from '../../measures/applicants.ts';
import type { CaseState, Token } from '../../model/case.ts';
import { correctableParts } from '../../model/correction.ts';
import { deliverMessages } from '../../server/deliverMessages.ts';
import { openDoor, type Door } from './door.ts';

const sample = applicants.find((applicant) => applicant.measure === 'M02');
if (!sample) throw new Error('the programme has a sample applicant for M02');
const { declaration, creditCode, name } = sample;
/** How long a claim holds here: less than a session. */
const claimMs = 3_600_000;

let door: Door;
let ahead = 0;
let id = '';
beforeAll(async () => {
  door = await openDoor({ claimMs, now: () => Date.now() + ahead });
  await door.store.accounts.seed([{ id: 'admin-2', name: { zh: '管理员二', en: 'Administrator 2' }, roles: ['administrator'] }], 'shenpi');
});
afterAll(() => door.close());
beforeEach(async () => {
  const filed = await door.ask('applicant-M02', 'POST', '/api/cases', { body: { measure: 'M02', applicant: { creditCode, name }, declaration, documents: [] } });
  expect(filed.status, JSON.stringify(filed.body)).toBe(201);
  id = filed.body.case;
});

const view = async (account: string) => (await door.ask(account, 'GET', `/api/cases/${id}`)).body;
const attempts = async (query = '') => (await door.ask('auditor-1', 'GET', `/api/attempts?limit=200${query}`)).body.items as { actor: string; code: string; path: string; method: string; detail: string }[];
const rest = (step: string, more: Partial<Token> = {}): Token => ({ id: `${step}#1`, step, scope: '', visit: 1, wait: {}, ...more });
const standsAt = (tokens: Token[], tasks: CaseState['tasks'] = []) => door.cases.put(id, (state) => ({ ...state, tokens, tasks }));
const open = (task: string, step: string, role: string): CaseState['tasks'][number] => ({ task, token: task.replace(/\.\d+$/, ''), step, role, openedAt: '2026-03-02T09:00:00.000+08:00' });

describe('a claim', () => {
  const task = () => `/api/tasks/${id}/${encodeURIComponent('formCheck#1')}`;
  const claim = (account: string) => door.ask(account, 'POST', `${task()}/claim`);
  const release = (account: string, body: object = {}) => door.ask(account, 'POST', `${task()}/release`, { body });

  it('is taken back by an administrator with a reason, which is kept for staff to read', async () => {
    await claim('intake-1');
    expect((await release('intake-2', { reason: '我来办' })).body.code).toBe('taskClaimed');
    expect((await release('admin-1')).body.code).toBe('reasonMissing');
    const released = await release('admin-1', { reason: '该员休假' });
    expect([released.status, released.body.claimedBy]).toEqual([200, undefined]);
    expect((await claim('intake-2')).body.claimedBy).toBe('intake-2');
    expect((await view('intake-2')).claimReleases).toMatchObject([{ task: 'formCheck#1', holder: 'intake-1', by: 'admin-1', reason: '该员休假' }]);
    expect((await view('applicant-M02')).claimReleases).toEqual([]);
  });

  it('lapses after its time, and holds anew for who claims again before', async () => {
    await claim('intake-1');
    ahead += 0.9 * claimMs;
    expect((await claim('intake-2')).body.code).toBe('taskClaimed');
    expect((await claim('intake-1')).status).toBe(200);
    ahead += 0.9 * claimMs;
    expect((await claim('intake-2')).body.code).toBe('taskClaimed');
    ahead += 0.2 * claimMs;
    expect((await view('auditor-1')).tasks[0].claimedBy).toBeUndefined();
    expect((await claim('intake-2')).body.claimedBy).toBe('intake-2');
    expect((await door.ask('intake-1', 'POST', `${task()}/complete`, { body: { outcome: 'accept', data: {} } })).body.code).toBe('taskClaimed');
  });
});

describe('what somebody may not read', () => {
  it('is not there for them, and the record of refused attempts tells the auditor', async () => {
    const paths = [`/api/cases/${id}`, `/api/cases/${id}/trail`, `/api/tasks?case=${id}`, `/api/tasks/${id}/${encodeURIComponent('formCheck#1')}`];
    for (const path of paths) {
      const { status, body } = await door.ask('applicant-M03', 'GET', path);
      expect([status, body.code]).toEqual([404, 'unknown']);
      const none = await door.ask('applicant-M03', 'GET', path.replace(id, 'LG-2026-M02-999999'));
      expect(none.body.detail.replace('LG-2026-M02-999999', id)).toBe(body.detail);
    }
    const told = (await attempts('&actor=applicant-M03&code=unknown')).filter(({ path }) => path.includes(id) || path === '/api/tasks');
    expect(told.map(({ method, path }) => `${method} ${path}`).reverse()).toEqual(paths.map((path) => `GET ${path.replace(/\?.*/, '')}`));
    for (const { detail } of told) expect(detail).toContain(id);
    expect((await attempts()).some(({ path }) => path.includes('999999'))).toBe(false);
  });

  it('includes documents', async () => {
    const form = new FormData();
    form.set('kind', 'businessLicence');
    form.set('measure', 'M02');
    form.set('file', new Blob(['%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF']), 'a.pdf');
    const { body } = await door.ask('applicant-M02', 'POST', '/api/documents', { form });
    const path = `/api/documents/${body.document}/content`;
    expect((await door.ask('applicant-M03', 'GET', path)).status).toBe(404);
    expect((await attempts('&actor=applicant-M03'))[0]).toMatchObject({ path, code: 'unknown', method: 'GET' });
  });

  it('is every case in which an office never had a task; once it had one it may read on', async () => {
    const listed = async (account: string) => (await door.ask(account, 'GET', '/api/cases?limit=200')).body.items.some((row: { case: string }) => row.case === id);
    const reads = async (account: string) => [(await door.ask(account, 'GET', `/api/cases/${id}`)).status, await listed(account)];
    const offices = ['site-1', 'statistics-1', 'hr-1', 'culture-1', 'expert-1'];
    for (const account of offices) expect(await reads(account), account).toEqual([404, false]);
    for (const account of ['intake-2', 'reviewer-1', 'decision-1', 'finance-1', 'auditor-1', 'admin-1', 'owner-1']) expect(await reads(account), account).toEqual([200, true]);
    await standsAt([rest('opinionCulture')], [open('opinionCulture#1', 'opinionCulture', 'cultureOfficer')]);
    expect(await reads('culture-1')).toEqual([200, true]);
    expect(await reads('hr-1')).toEqual([404, false]);
    await standsAt([rest('review')], [open('review#1', 'review', 'reviewer')]);
    expect(await reads('culture-1')).toEqual([200, true]);
  });
});

it('nobody reads how others voted before all have, but the auditor', async () => {
  const vote = (by: string) => ({ outcome: 'approve', by, at: '2026-03-02T09:00:00.000+08:00', minutes: `同意 ${by}` });
  await standsAt([rest('jointDecision', { wait: { answers: [vote('decision-1')] } })], [2, 3].map((voice) => open(`jointDecision#1.${voice}`, 'jointDecision', 'decisionMaker')));
  const seq = (await view('auditor-1')).seq + 1;
  const actor = { id: 'decision-1', name: '审定人一', roles: ['decisionMaker'] };
  const row = await door.store.cases.find(id);
  if (!row?.state) throw new Error('the case runs');
  const { process, version, hash, measure, clock, fence, state } = row;
  const entry = { seq, event: { event: 'taskCompleted' as const, at: state.at, task: 'jointDecision#1.1', actor, outcome: 'approve', data: { minutes: '同意 decision-1' } }, facts: [] };
  const write = (later: number, tokens: Token[]) =>
    door.store.writeProjection({ case: id, process, version, hash, measure, clock, fence: fence + later, state: { ...state, seq, tokens }, trail: [entry] });
  await write(1, state.tokens);
  const sees = async (account: string) => {
    const { body } = await door.ask(account, 'GET', `/api/cases/${id}/trail`);
    return [JSON.stringify((await view(account)).tokens).includes('同意'), JSON.stringify(body).includes('同意'), body.items.at(-1).event.outcome];
  };
  for (const account of ['decision-2', 'intake-1', 'admin-1', 'applicant-M02', 'reviewer-1']) expect(await sees(account), account).toEqual([false, false, '']);
  for (const account of ['decision-1', 'auditor-1']) expect(await sees(account), account).toEqual([true, true, 'approve']);
  await write(2, [rest('budgetReserve')]);
  expect((await sees('intake-1'))[2]).toBe('approve');
});

describe('an objection', () => {
  const signature = { name: '联系人', contact: '0755-00000001' };
  const statement = '虚构：金额有误。';
  let notice = '';
  beforeEach(async () => {
    notice = await door.store.notices.publish({
      case: id, measure: 'M02', measureName: { zh: '措施', en: 'Measure' }, applicantName: name, projectName: '项目', amountFen: 1, from: '2026-03-02', workingDays: 5, contact: { zh: '窗口', en: 'Desk' }, publishedBy: `${id}/e1`,
    });
    await standsAt([rest('publicity'), rest('noticePeriod', { id: 'publicity#1/noticePeriod#1', scope: 'publicity#1' })]);
  });
  const object = (key: string) => door.ask('applicant-M02', 'POST', `/api/notices/${notice}/objections`, { body: { statement, signature }, key });
  const sweep = async () => {
    const delivery = deliverMessages({ store: door.store, cases: door.cases, log: pino({ level: 'silent' }), now: () => Date.now() + ahead + 2 * 60_000 });
    try {
      return await delivery.sweep();
    } finally {
      await delivery.stop();
    }
  };
  const heard = async () => (await door.store.trail(id)).filter(({ event }) => event.event === 'messageReceived').length;

  it('is vouched for in the history by a hash that no guess of its words gives', async () => {
    expect((await object(`salt-${id}`)).status).toBe(201);
    const [message] = (await view('decision-1')).messages;
    const event = (await door.store.trail(id)).map((entry) => entry.event).find((each) => each.event === 'messageReceived');
    const hashOf = (...words: string[]) => createHash('sha256').update(JSON.stringify(words)).digest('hex');
    const words = [statement, signature.name, '', signature.contact];
    expect(event).toMatchObject({ data: { hash: hashOf(message.salt, ...words) } });
    expect(JSON.stringify(event)).not.toContain(hashOf(...words));
    expect(message.salt.length).toBeGreaterThan(20);
    expect((await view('intake-1')).messages[0].salt).toBeUndefined();
  });

  it('that was on its way when the server died is shown, and reaches its case by itself', async () => {
    door.cases.away = true;
    expect((await object(`died-${id}`)).body.code).toBe('notReady');
    expect((await view('decision-1')).messages).toMatchObject([{ status: 'sending', statement }]);
    expect(await sweep()).toBe(0);
    door.cases.away = false;
    expect(await sweep()).toBe(1);
    expect((await view('decision-1')).messages).toMatchObject([{ status: 'delivered' }]);
    expect([(await view('decision-1')).status, await heard()]).toEqual(['suspended', 1]);
    expect((await object(`died-${id}`)).status).toBe(201);
    expect([await heard(), await sweep()]).toEqual([1, 0]);
  });

  it('that the case heard is never lost, though the server died before it noted so, and the case closed since', async () => {
    door.cases.away = true;
    await object(`heard-${id}`);
    door.cases.away = false;
    const [kept] = await door.store.notices.messagesOf(id);
    if (!kept) throw new Error('the message was kept');
    await door.cases.act(id, kept.act);
    expect((await door.ask('admin-1', 'POST', `/api/cases/${id}/terminate`, { body: { reason: '演练' } })).status).toBe(200);
    expect((await object(`heard-${id}`)).status).toBe(201);
    expect((await view('decision-1')).messages).toMatchObject([{ status: 'delivered', statement }]);
  });

  it('that comes too late for the case stays to be read', async () => {
    door.cases.away = true;
    await object(`late-${id}`);
    door.cases.away = false;
    await door.ask('admin-1', 'POST', `/api/cases/${id}/terminate`, { body: { reason: '演练' } });
    expect(await sweep()).toBe(1);
    expect((await view('decision-1')).messages).toMatchObject([{ status: 'refused', statement }]);
  });
});

describe('a stuck case', () => {
  it('is corrected by an administrator who sees no personal data: what was masked stays as the applicant stated it', async () => {
    door.cases.down.add('documentsComplete');
    const filed = await door.ask('applicant-M02', 'POST', '/api/cases', { body: { measure: 'M02', applicant: { creditCode, name }, declaration, documents: [] } });
    id = filed.body.case;
    const seen = await view('admin-1');
    expect(seen.masked).toContain('/declaration/bankAccount');
    expect(seen.data.declaration.bankAccount).toBeNull();
    const { version } = seen;
    const { process } = (await door.ask('admin-1', 'GET', `/api/processes/${seen.process}/versions/${version}`)).body;
    const parts = correctableParts(process, seen.data);
    const asked = Object.keys(parts.find(({ part }) => part === 'declaration')?.schema.properties ?? {});
    expect(asked).toContain('projectName');
    expect(asked).not.toContain('bankAccount');
    const path = `/api/cases/${id}/incidents/${encodeURIComponent(seen.incidentList[0].id)}`;
    const mended = { ...seen.data.declaration, projectName: '更正后的项目名称' };
    const answer = await door.ask('admin-1', 'POST', path, { body: { how: 'correct', reason: '名称有误', data: { declaration: mended } } });
    expect(answer.status).toBe(200);
    const { state } = (await door.store.cases.find(id)) ?? {};
    expect(state?.data.declaration).toEqual({ ...declaration, projectName: '更正后的项目名称' });
    door.cases.down.clear();
    await door.ask('admin-1', 'POST', `/api/cases/${id}/terminate`, { body: { reason: '演练' } });
  });

  it('shows who proposed to skip and why; another person confirms', async () => {
    door.cases.down.add('documentsComplete');
    const filed = await door.ask('applicant-M02', 'POST', '/api/cases', { body: { measure: 'M02', applicant: { creditCode, name }, declaration, documents: [] } });
    door.cases.down.clear();
    id = filed.body.case;
    const [incident] = (await view('admin-1')).incidentList;
    expect(incident).toMatchObject({ code: 'checkFailed', step: 'documentsCheck', may: { retry: true, correct: true, proposeSkip: true, skip: { code: 'separationOfDuties' } } });
    const path = `/api/cases/${id}/incidents/${encodeURIComponent(incident.id)}`;
    const ask = (account: string, at: string, body: object) => door.ask(account, 'POST', `${path}${at}`, { body });
    expect((await ask('admin-1', '', { how: 'skip', reason: '人工核对' })).body.code).toBe('separationOfDuties');
    expect((await ask('owner-1', '/skip-proposal', { reason: '人工核对' })).status).toBe(403);
    expect((await ask('admin-1', '/skip-proposal', { reason: '人工核对' })).status).toBe(200);
    const [proposed] = (await view('owner-1')).incidentList;
    expect(proposed).toMatchObject({ proposal: { by: 'admin-1', reason: '人工核对' }, may: { retry: { code: 'notAllowed' }, skip: true } });
    expect((await ask('admin-1', '', { how: 'skip', reason: '同意' })).body.code).toBe('separationOfDuties');
    expect((await ask('owner-1', '', { how: 'retry', reason: '重试' })).status).toBe(403);
    expect((await ask('admin-2', '', { how: 'correct', reason: '更正', data: { declaration: { ...declaration, bankAccount: '40000000000000000009' } } })).body).toMatchObject({ status: 403, code: 'notAllowed', where: '/data/declaration/bankAccount' });
    expect((await ask('owner-1', '', { how: 'skip', reason: '同意' })).status).toBe(200);
    expect((await view('intake-1')).tasks.map((task: { step: string }) => task.step)).toEqual(['formCheck']);
    const facts = (await door.store.trail(id)).flatMap((entry) => entry.facts);
    expect(facts).toContainEqual(expect.objectContaining({ fact: 'skipped', step: 'documentsCheck', proposedBy: 'admin-1', confirmedBy: 'owner-1', reason: '人工核对' }));
  });
});
