import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applicants } from '../../measures/applicants.ts';
import { openDoor, type Door } from './door.ts';

let door: Door;
const sample = applicants.find((applicant) => applicant.measure === 'M02');
if (!sample) throw new Error('the programme has a sample applicant for M02');
const { declaration, creditCode, name } = sample;
const declare = { measure: 'M02', applicant: { creditCode, name }, declaration, documents: [] as string[] };

/** Files M02's sample with all its documents; gives the case's id. */
async function file(): Promise<string> {
  const { body } = await door.ask('applicant-M02', 'GET', '/api/measures/M02');
  const documents: string[] = [];
  for (const { id } of body.measure.documents) {
    const form = new FormData();
    form.set('kind', id);
    form.set('measure', 'M02');
    form.set('file', new Blob(['%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF']), `${id}.pdf`);
    const uploaded = await door.ask('applicant-M02', 'POST', '/api/documents', { form });
    expect(uploaded.status).toBe(201);
    documents.push(uploaded.body.document);
  }
  const filed = await door.ask('applicant-M02', 'POST', '/api/cases', { body: { ...declare, documents } });
  expect(filed.status, JSON.stringify(filed.body)).toBe(201);
  return filed.body.case;
}
const taskPath = (id: string, task: string) => `/api/tasks/${id}/${encodeURIComponent(task)}`;
async function openTask(account: string, id: string, step: string) {
  const { body } = await door.ask(account, 'GET', `/api/tasks?case=${id}`);
  const task = body.items.find((candidate: { step: string }) => candidate.step === step);
  expect(task, `${step} in ${JSON.stringify(body.items.map((each: { step: string }) => each.step))}`).toBeDefined();
  return task as { task: string; outcomes: { id: string }[]; can: boolean; why?: { code: string } };
}
const formCheck = { outcome: 'accept', data: {}, reason: '齐全' };

beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

describe('what cannot be read', () => {
  it.each([
    ['{"measure": "M02",', '1:19'],
    ['not json', undefined],
  ])('%s is malformed', async (raw, where) => {
    const { status, body, headers } = await door.ask('applicant-M02', 'POST', '/api/cases', { raw });
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'malformed', status: 400, ...(where === undefined ? {} : { where }) });
    expect(headers.get('Content-Type')).toContain('application/problem+json');
    expect(body.requestId).toBe(headers.get('X-Request-Id'));
  });

  it('names the place of each wrong type in the language asked for', async () => {
    const wrong = { ...declare, measure: 7, documents: 'none', more: true };
    const chinese = await door.ask('applicant-M02', 'POST', '/api/cases', { body: wrong });
    const english = await door.ask('applicant-M02', 'POST', '/api/cases', { body: wrong, headers: { 'Accept-Language': 'en' } });
    expect(chinese.status).toBe(400);
    expect(chinese.body.errors.map((error: { pointer: string }) => error.pointer)).toEqual(expect.arrayContaining(['/measure', '/documents']));
    expect(chinese.body.detail).toMatch(/\p{Script=Han}/u);
    expect(english.body.detail).not.toMatch(/\p{Script=Han}/u);
    expect(english.body.text).toEqual(chinese.body.text);
  });

  it('refuses more than 64 KiB', async () => {
    const { status, body } = await door.ask('applicant-M02', 'POST', '/api/cases', { body: { ...declare, declaration: { ...declaration, text: 'x'.repeat(65 * 1024) } } });
    expect([status, body.code]).toEqual([413, 'tooLarge']);
  });

  it.each([['{"__proto__": {"x": 1}}'], ['{"a": "\\u0000"}'], [`${'['.repeat(40)}${']'.repeat(40)}`]])('refuses %s', async (raw) => {
    const { status, body } = await door.ask('applicant-M02', 'POST', '/api/cases', { raw });
    expect([status, body.code]).toEqual([400, 'malformed']);
  });
});

describe('what does not exist', () => {
  it.each([
    ['measure', 'GET', '/api/measures/M99'],
    ['case', 'GET', '/api/cases/LG-2026-M02-999999'],
    ['case of a task', 'GET', '/api/tasks/LG-2026-M02-999999/formCheck%231'],
    ['notice', 'POST', '/api/notices/GS-1/reports'],
    ['document', 'GET', '/api/documents/D-1/content'],
    ['operation', 'GET', '/api/nothing'],
  ])('an unknown %s is 404', async (_what, method, path) => {
    const body = { statement: '内容', signature: { name: '张三', contact: '13800000000' } };
    const reply = await door.ask('intake-1', method, path, method === 'POST' ? { body } : {});
    expect([reply.status, reply.body.code]).toEqual([404, 'unknown']);
  });

  it('an unknown measure in a declaration is 404, an unknown task of a known case too', async () => {
    expect((await door.ask('applicant-M02', 'POST', '/api/cases', { body: { ...declare, measure: 'M77' } })).body.code).toBe('unknown');
    const id = await file();
    expect((await door.ask('intake-1', 'GET', taskPath(id, 'nothing#1'))).status).toBe(404);
  });
});

describe('a declaration', () => {
  it('breaks its form', async () => {
    const { applicantName: _gone, ...rest } = declaration;
    const { status, body } = await door.ask('applicant-M02', 'POST', '/api/cases', { body: { ...declare, declaration: { ...rest, nonsense: 1 } } });
    expect([status, body.code]).toEqual([422, 'formInvalid']);
    expect(body.errors.length).toBeGreaterThan(0);
  });

  it.each([-1, 0.5, Number.MAX_SAFE_INTEGER + 2])('with the amount %s is refused', async (amount) => {
    const { body: measure } = await door.ask('applicant-M02', 'GET', '/api/measures/M02');
    const [field] = Object.entries<{ 'x-format'?: string }>(measure.declarationForm.schema.properties).find(([, schema]) => schema['x-format'] === 'fen') ?? [];
    expect(field).toBeDefined();
    const { status, body } = await door.ask('applicant-M02', 'POST', '/api/cases', { body: { ...declare, declaration: { ...declaration, [field ?? '']: amount } } });
    expect([status, body.code, body.where]).toEqual([422, 'amountInvalid', `/declaration/${field}`]);
  });

  it('with a wrong check digit passes only by an intake clerk with a reason', async () => {
    const wrong = { creditCode: `${creditCode.slice(0, 17)}${creditCode.endsWith('0') ? '1' : '0'}`, name };
    const clerk = await door.ask('intake-1', 'POST', '/api/cases', { body: { ...declare, applicant: wrong } });
    expect([clerk.status, clerk.body.code]).toEqual([422, 'creditCodeInvalid']);
    const applicant = await door.ask('applicant-M02', 'POST', '/api/cases', { body: { ...declare, creditCodeOverride: { reason: '执照如此' } } });
    expect([applicant.status, applicant.body.code]).toEqual([403, 'notAllowed']);
    const empty = await door.ask('intake-1', 'POST', '/api/cases', { body: { ...declare, applicant: wrong, creditCodeOverride: { reason: ' ' } } });
    expect(empty.status).toBe(400);
    const over = await door.ask('intake-1', 'POST', '/api/cases', { body: { ...declare, applicant: wrong, declaration: { ...declaration, creditCode: wrong.creditCode }, creditCodeOverride: { reason: '已核对执照原件' } } });
    expect([over.status, over.body.applicant]).toEqual([201, wrong]);
  });

  it.each([['creditCode', '91440300FAKE0003X4'], ['applicantName', '深圳虚构另一家有限公司']])('that names another applicant in its %s is refused', async (field, value) => {
    const { status, body } = await door.ask('applicant-M02', 'POST', '/api/cases', { body: { ...declare, declaration: { ...declaration, [field]: value } } });
    expect([status, body.code, body.where]).toEqual([422, 'formInvalid', `/declaration/${field}`]);
  });

  it('for another organisation, without signing in, or with somebody else’s document is refused', async () => {
    expect((await door.ask('applicant-M03', 'POST', '/api/cases', { body: declare })).body.code).toBe('notAllowed');
    expect((await door.ask(undefined, 'POST', '/api/cases', { body: declare })).status).toBe(401);
    expect((await door.ask('reviewer-1', 'POST', '/api/cases', { body: declare })).status).toBe(403);
    expect((await door.ask('applicant-M02', 'POST', '/api/cases', { body: { ...declare, documents: ['D-unknown'] } })).body.code).toBe('unknown');
  });
});

describe('an idempotency key', () => {
  it('is needed, gives the first answer again, and refuses another body', async () => {
    const missing = await door.ask('applicant-M02', 'POST', '/api/cases', { body: declare, headers: { 'Idempotency-Key': '' } });
    expect([missing.status, missing.body.code]).toEqual([400, 'keyMissing']);
    const first = await door.ask('applicant-M02', 'POST', '/api/cases', { body: declare, key: 'same' });
    const again = await door.ask('applicant-M02', 'POST', '/api/cases', { body: declare, key: 'same' });
    expect([again.status, again.body]).toEqual([201, first.body]);
    const other = await door.ask('applicant-M02', 'POST', '/api/cases', { body: { ...declare, applicant: { creditCode, name: '别的名称' } }, key: 'same' });
    expect([other.status, other.body.code]).toEqual([409, 'keyReused']);
    const colleague = await door.ask('intake-1', 'POST', '/api/cases', { body: declare, key: 'same' });
    expect(colleague.body.case).not.toBe(first.body.case);
  });

  it('sends the same act again when the engine did not answer, and is not judged anew', async () => {
    const id = await file();
    const { task } = await openTask('intake-1', id, 'formCheck');
    door.cases.away = true;
    const lost = await door.ask('intake-1', 'POST', `${taskPath(id, task)}/complete`, { body: formCheck, key: 'lost' });
    expect([lost.status, lost.body.code, lost.headers.get('Retry-After')]).toEqual([503, 'notReady', '2']);
    door.cases.away = false;
    const taken = await door.ask('intake-1', 'POST', `${taskPath(id, task)}/complete`, { body: formCheck, key: 'lost' });
    expect(taken.status, JSON.stringify(taken.body)).toBe(200);
    expect(door.cases.sent.at(-1)).toBe(door.cases.sent.at(-2));
  });

  it('lets two requests at once do it once', async () => {
    const id = await file();
    const { task } = await openTask('intake-1', id, 'formCheck');
    const both = await Promise.all([1, 2].map(() => door.ask('intake-1', 'POST', `${taskPath(id, task)}/complete`, { body: formCheck, key: 'twice' })));
    expect(both.map((reply) => reply.status)).toEqual([200, 200]);
    const { body } = await door.ask('auditor-1', 'GET', `/api/cases/${id}/trail`);
    expect(body.items.filter((entry: { event: { task?: string } }) => entry.event.task === task)).toHaveLength(1);
  });
});

describe('a task', () => {
  it('that is done already, of another role, or claimed by a colleague is refused, and the attempt recorded', async () => {
    const id = await file();
    const { task } = await openTask('intake-1', id, 'formCheck');
    const path = taskPath(id, task);
    const stranger = await door.ask('reviewer-1', 'POST', `${path}/complete`, { body: formCheck });
    expect([stranger.status, stranger.body.code]).toEqual([403, 'notAllowed']);
    expect((await door.ask('intake-2', 'POST', `${path}/claim`)).body.claimedBy).toBe('intake-2');
    const claimed = await door.ask('intake-1', 'POST', `${path}/complete`, { body: formCheck });
    expect([claimed.status, claimed.body.code]).toEqual([409, 'taskClaimed']);
    expect((await door.ask('intake-1', 'POST', `${path}/release`)).body.code).toBe('taskClaimed');
    await door.ask('intake-2', 'POST', `${path}/release`);
    const outcome = await door.ask('intake-1', 'POST', `${path}/complete`, { body: { ...formCheck, outcome: 'applaud' } });
    expect([outcome.status, outcome.body.code]).toEqual([422, 'outcomeUnknown']);
    expect((await door.ask('intake-1', 'POST', `${path}/complete`, { body: formCheck })).status).toBe(200);
    const late = await door.ask('intake-2', 'POST', `${path}/complete`, { body: formCheck });
    expect([late.status, late.body.code]).toEqual([409, 'taskNotOpen']);
    const { body } = await door.ask('auditor-1', 'GET', '/api/attempts');
    expect(body.items.slice(0, 5).map((attempt: { code: string; actor: string }) => [attempt.actor, attempt.code])).toEqual([
      ['intake-2', 'taskNotOpen'],
      ['intake-1', 'outcomeUnknown'],
      ['intake-1', 'taskClaimed'],
      ['intake-1', 'taskClaimed'],
      ['reviewer-1', 'notAllowed'],
    ]);
  });

  it('of an earlier visit is refused after a correction', async () => {
    const id = await file();
    const first = await openTask('intake-1', id, 'formCheck');
    const noReason = await door.ask('intake-1', 'POST', `${taskPath(id, first.task)}/return`, { body: { reason: '' } });
    expect([noReason.status, noReason.body.code]).toEqual([422, 'reasonMissing']);
    const back = await door.ask('intake-1', 'POST', `${taskPath(id, first.task)}/return`, { body: { reason: '请补充' } });
    expect(back.status, JSON.stringify(back.body)).toBe(200);
    const correction = await openTask('applicant-M02', id, 'correction');
    const { body: detail } = await door.ask('applicant-M02', 'GET', taskPath(id, correction.task));
    expect(detail.prefill).toEqual(declaration);
    const done = { outcome: correction.outcomes[0]?.id, data: detail.prefill };
    const broken = await door.ask('applicant-M02', 'POST', `${taskPath(id, correction.task)}/complete`, { body: { ...done, data: { ...detail.prefill, nonsense: 1 } } });
    expect([broken.status, broken.body.code]).toEqual([422, 'formInvalid']);
    expect((await door.ask('applicant-M02', 'POST', `${taskPath(id, correction.task)}/complete`, { body: done })).status).toBe(200);
    const again = await openTask('intake-1', id, 'formCheck');
    expect(again.task).not.toBe(first.task);
    expect((await door.ask('intake-1', 'POST', `${taskPath(id, first.task)}/complete`, { body: formCheck })).body.code).toBe('taskNotOpen');
  });

  it('is barred to whoever acted in another duty on the case', async () => {
    await door.store.accounts.seed([{ id: 'both', name: { zh: '兼任', en: 'Both' }, roles: ['intakeClerk', 'reviewer'] }], 'shenpi');
    const wrong = { creditCode: `${creditCode.slice(0, 17)}${creditCode.endsWith('0') ? '1' : '0'}`, name };
    const filed = await door.ask('both', 'POST', '/api/cases', { body: { ...declare, applicant: wrong, declaration: { ...declaration, creditCode: wrong.creditCode }, creditCodeOverride: { reason: '已核对' } } });
    const id = filed.body.case;
    const override = await openTask('both', id, 'identityOverride');
    expect((await door.ask('both', 'POST', `${taskPath(id, override.task)}/complete`, { body: { outcome: 'override', data: {}, reason: '执照原件已核' } })).status).toBe(200);
    const confirm = await openTask('both', id, 'confirmOverride');
    expect([confirm.can, confirm.why?.code]).toEqual([false, 'separationOfDuties']);
    const barred = await door.ask('both', 'POST', `${taskPath(id, confirm.task)}/complete`, { body: { outcome: 'confirm', data: {}, reason: '确认' } });
    expect([barred.status, barred.body.code]).toEqual([403, 'separationOfDuties']);
  });
});

describe('who may see what', () => {
  it('hides other applicants’ cases and documents, and masks personal fields', async () => {
    const id = await file();
    expect((await door.ask('applicant-M03', 'GET', `/api/cases/${id}`)).status).toBe(404);
    expect((await door.ask('applicant-M03', 'GET', '/api/cases')).body.items).toEqual([]);
    const own = await door.ask('applicant-M02', 'GET', `/api/cases/${id}`);
    expect(own.body.data.declaration).toEqual(declaration);
    const expert = await door.ask('decision-1', 'GET', `/api/cases/${id}`);
    expect(expert.body.masked.length).toBeGreaterThan(0);
    expect(JSON.stringify(expert.body)).not.toContain(sample?.bankAccount);
    const trail = await door.ask('decision-1', 'GET', `/api/cases/${id}/trail`);
    expect(JSON.stringify(trail.body)).not.toContain(sample?.bankAccount);
    const document = own.body.documents[0].document;
    expect((await door.ask('applicant-M03', 'GET', `/api/documents/${document}/content`)).status).toBe(404);
    const content = await door.ask('applicant-M02', 'GET', `/api/documents/${document}/content`);
    expect(content.headers.get('Content-Disposition')).toMatch(/^attachment/);
    expect(content.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect((await door.ask('auditor-1', 'GET', '/api/attempts')).status).toBe(200);
    expect((await door.ask('reviewer-1', 'GET', '/api/attempts')).status).toBe(403);
  });

  it('pages the list by key without gaps', async () => {
    const all = (await door.ask('auditor-1', 'GET', '/api/cases?sort=case&limit=200')).body.items.map((row: { case: string }) => row.case);
    const paged: string[] = [];
    for (let cursor: string | undefined = ''; cursor !== undefined; ) {
      const { body } = await door.ask('auditor-1', 'GET', `/api/cases?sort=case&limit=2${cursor ? `&cursor=${cursor}` : ''}`);
      paged.push(...body.items.map((row: { case: string }) => row.case));
      cursor = body.next;
    }
    expect(paged).toEqual(all);
    expect(all.length).toBeGreaterThan(3);
    for (const sort of ['-updatedAt', 'amount', '-amount', 'startedAt']) {
      const first = await door.ask('auditor-1', 'GET', `/api/cases?sort=${sort}&limit=2`);
      const second = await door.ask('auditor-1', 'GET', `/api/cases?sort=${sort}&limit=200&cursor=${first.body.next}`);
      expect(first.body.items.length + second.body.items.length, sort).toBe(all.length);
    }
    expect((await door.ask('auditor-1', 'GET', '/api/cases?cursor=nonsense')).status).toBe(400);
    expect((await door.ask('auditor-1', 'GET', `/api/cases?q=${encodeURIComponent('横岗眼镜')}`)).body.items.length).toBeGreaterThan(0);
    expect((await door.ask('auditor-1', 'GET', '/api/cases?q=%25')).body.items).toEqual([]);
  });

  it('refuses a foreign page’s write and a wrong password', async () => {
    const foreign = await door.ask('applicant-M02', 'POST', '/api/cases', { body: declare, headers: { 'X-Requested-With': 'XMLHttpRequest' } });
    expect([foreign.status, foreign.body.code]).toEqual([403, 'notAllowed']);
    const wrong = await door.ask(undefined, 'POST', '/api/session', { body: { account: 'admin-1', password: 'guess' } });
    expect([wrong.status, wrong.body.code]).toEqual([401, 'notSignedIn']);
  });
});
