import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applicantOf } from '../../measures/applicants.ts';
import { operations } from '../../model/api/operations.ts';
import { openApi } from '../../server/openapi.ts';
import { openDoor, type Door } from './door.ts';
import { expectAsPromised } from './expectAsPromised.ts';

const sample = applicantOf('M02');
if (!sample) throw new Error('the programme has a sample applicant for M02');
const { creditCode, name, declaration } = sample;

let door: Door;
const ids: string[] = [];
beforeAll(async () => {
  door = await openDoor();
  for (let place = 0; place < 2; place += 1) ids.push((await door.ask('applicant-M02', 'POST', '/api/cases', { body: { measure: 'M02', applicant: { creditCode, name }, declaration, documents: [] } })).body.case);
});
afterAll(() => door.close());

describe('the documentation, as it is served', () => {
  it('is the OpenAPI document of every operation, for whoever asks', async () => {
    const { status, headers, body } = await door.ask(undefined, 'GET', '/api/openapi.json');
    expect([status, headers.get('Content-Type')]).toEqual([200, expect.stringContaining('application/json')]);
    expect(body).toEqual(JSON.parse(JSON.stringify(openApi())));
  });

  it('is a page to read that leads to it', async () => {
    const { status, headers, body } = await door.ask(undefined, 'GET', '/api/docs');
    expect([status, headers.get('Content-Type')]).toEqual([200, expect.stringContaining('text/html')]);
    expect(body).toContain('href="/api/openapi.json"');
    for (const each of Object.keys(operations)) expect(body).toContain(`id="${each}"`);
  });

  it('is what every answer in these tests is held against', () => {
    const good = { year: { year: 2027, off: [], worked: [], source: '假定' }, casesTold: 0, casesLeft: 0 };
    const held = (body: unknown) => () => expectAsPromised('PUT', '/api/calendars/2027', { status: 200, headers: new Headers(), body });
    expect(held(good)).not.toThrow();
    expect(held({ ...good, casesTold: 'none' })).toThrow();
    expect(held({ ...good, secret: 1 })).toThrow();
    expect(() => expectAsPromised('PUT', '/api/calendars/2027', { status: 409, headers: new Headers({ 'Content-Type': 'application/json' }), body: {} })).toThrow();
  });
});

describe('the list of tasks', () => {
  const list = async (account: string, query = ''): Promise<string[]> => (await door.ask(account, 'GET', `/api/tasks?${query}`)).body.items.map((task: { case: string; step: string }) => `${task.case} ${task.step}`);

  it('is “mine” once I claimed it, and the group’s for all colleagues', async () => {
    const [one = '', other = ''] = ids;
    const both = [`${one} formCheck`, `${other} formCheck`];
    expect([await list('intake-1', 'mine=1'), await list('intake-1', 'group=1'), await list('intake-2', 'group=1')]).toEqual([[], both, both]);
    expect((await door.ask('intake-1', 'POST', `/api/tasks/${one}/${encodeURIComponent('formCheck#1')}/claim`)).status).toBe(200);
    expect([await list('intake-1', 'mine=1'), await list('intake-2', 'mine=1')]).toEqual([[`${one} formCheck`], []]);
    expect(await list('intake-2', 'group=1')).toContain(`${other} formCheck`);
    expect([await list('reviewer-1', 'mine=1'), await list('reviewer-1', 'group=1')]).toEqual([[], []]);
  });

  it('is an applicant’s own alone, claimed or not', async () => {
    const [one = ''] = ids;
    await door.ask('intake-1', 'POST', `/api/tasks/${one}/${encodeURIComponent('formCheck#1')}/complete`, { body: { outcome: 'return', data: {}, reason: '缺发票。' } });
    expect(await list('applicant-M02', 'mine=1')).toEqual([expect.stringContaining(one)]);
    expect([await list('applicant-M03', 'mine=1'), await list('applicant-M03', 'group=1')]).toEqual([[], []]);
  });
});

describe('an objection', () => {
  it('of another applicant is refused and reaches nobody', async () => {
    const [, id = ''] = ids;
    const notice = await door.store.notices.publish({
      case: id, measure: 'M02', measureName: { zh: '措施', en: 'Measure' }, applicantName: name, projectName: '项目', amountFen: 1, from: '2026-03-02', workingDays: 5, contact: { zh: '窗口', en: 'Desk' }, publishedBy: `${id}/e1`,
    });
    const rest = (step: string, scope: string) => ({ id: `${scope}${scope && '/'}${step}#1`, step, scope, visit: 1, wait: {} });
    await door.cases.put(id, (state) => ({ ...state, tokens: [rest('publicity', ''), rest('noticePeriod', 'publicity#1')], tasks: [] }));
    const sent = door.cases.sent.length;
    const object = (account: string) => door.ask(account, 'POST', `/api/notices/${notice}/objections`, { body: { statement: '虚构：金额有误。', signature: { name: '联系人', contact: '0755-00000001' } } });
    const { status, body } = await object('applicant-M03');
    expect([status, body.code]).toEqual([403, 'notAllowed']);
    expect([(await door.store.notices.messagesOf(id)).length, door.cases.sent.length]).toEqual([0, sent]);
    expect((await object('applicant-M02')).status).toBe(201);
  });
});

it('a document is told with the SHA-256 of just what was sent, and given back as it was', async () => {
  const content = `%PDF-1.7\n${'0123456789 票据\n'.repeat(9_000)}%%EOF`;
  const form = new FormData();
  form.set('kind', 'businessLicence');
  form.set('measure', 'M02');
  form.set('file', new Blob([content]), 'licence.pdf');
  const { body } = await door.ask('applicant-M02', 'POST', '/api/documents', { form });
  expect([body.sha256, body.size]).toEqual([createHash('sha256').update(content).digest('hex'), Buffer.byteLength(content)]);
  expect((await door.ask('applicant-M02', 'GET', `/api/documents/${body.document}/content`)).body).toBe(content);
});
