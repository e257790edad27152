import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { applicantOf } from '../../measures/applicants.ts';
import { calendars } from '../../measures/calendars.ts';
import type { ArchivedRun, CaseView } from '../../model/api/cases.ts';
import type { MessageReceipt, NoticeView } from '../../model/api/notices.ts';
import { addWorkingDays } from '../../model/calendar/workingDays.ts';
import type { Timer } from '../../model/case.ts';
import { Office } from './office.ts';
import type { ProblemBody } from './person.ts';
import { System } from './system.ts';

const awardFen = applicantOf('M13')?.awardFen ?? 0;
const grantFen = 2 * awardFen;
const noticeDays = 5;

let system: System;
let office: Office;
beforeAll(async () => {
  system = await System.start();
  office = new Office(system);
}, 180_000);
afterAll(() => system.stop(), 60_000);

const noticeOf = ({ notices: [notice] }: CaseView): NoticeView => {
  if (!notice) throw new Error('no notice');
  return notice;
};
const clockOf = (view: CaseView): Timer => {
  const timer = view.timers.find(({ step }) => step === 'noticePeriod');
  if (!timer) throw new Error('the notice has no clock');
  return timer;
};
const daysLeft = ({ remaining }: Timer): number => (remaining && 'workingDays' in remaining ? remaining.workingDays : Number.NaN);
const signature = { name: '虚构举报人', unit: '虚构单位', contact: '0755-00000099' };
const statement = '虚构：该项目的投放额有疑问。';

/** Reports a case by its notice; gives the reference. */
async function report(view: CaseView): Promise<string> {
  const { status, body } = await office.person('').post<MessageReceipt>(`/api/notices/${noticeOf(view).notice}/reports`, { statement, signature });
  expect(status).toBe(201);
  return body.reference;
}

const act = (account: string, id: string, what: string) => office.person(account).post<ProblemBody>(`/api/cases/${id}/${what}`, { reason: '演练' });

test('a signed report stops the days of that case alone; unfounded, they run on by what was left, and it is paid', async () => {
  await office.appropriate(2031, grantFen);
  const [id, other] = await Promise.all([office.file({ year: 2031, dayMs: 900 }), office.file({ by: 'M07', year: 2031, dayMs: 900 })]);
  const [begun] = await Promise.all([office.untilNotice(id), office.untilNotice(other)]);
  const reports = `/api/notices/${noticeOf(begun).notice}/reports`;
  for (const body of [{ statement }, { statement, signature: { ...signature, name: '  ' } }, { statement, signature: { name: signature.name } }]) {
    const { status, body: problem } = await office.person('').post<ProblemBody>(reports, body);
    expect([status, problem.code]).toEqual([400, 'malformed']);
  }
  expect((await office.view(id)).messages).toEqual([]);
  const reference = await report(begun);

  const held = await office.view(id);
  expect(held).toMatchObject({ status: 'suspended', suspensions: [{ reason: 'report', reference }] });
  expect(clockOf(held).at).toBeUndefined();
  const left = daysLeft(clockOf(held));
  expect(left).toBeGreaterThanOrEqual(1);
  expect(left).toBeLessThanOrEqual(noticeDays);
  expect(noticeOf(held).status).toBe('suspended');

  const paid = await office.untilClosed(other);
  expect(paid).toMatchObject({ outcome: 'disbursed', paidFen: awardFen });
  const still = await office.view(id);
  expect(still).toMatchObject({ status: 'suspended', steps: expect.arrayContaining(['noticePeriod']) });
  expect(daysLeft(clockOf(still))).toBe(left);

  const seen = async (account: string) => (await office.view(id, account)).messages;
  expect(await seen('decision-2')).toMatchObject([{ reference, statement, signature }]);
  for (const account of ['applicant-M13', 'intake-1', 'reviewer-1', 'finance-1', 'auditor-1', 'admin-1']) {
    const [message] = await seen(account);
    expect(message?.reference).toBe(reference);
    expect(JSON.stringify(message)).not.toContain(signature.name);
    expect(message).not.toHaveProperty('statement');
  }
  expect(JSON.stringify(await office.trail(id))).not.toContain(signature.name);

  const task = await office.task(id, 'answerReport');
  const answered = { outcome: 'unfounded', data: { answer: '经核查，举报不实。' } };
  expect((await office.complete('decision-2', task, answered)).status).toBe(200);
  const resumed = await office.view(id);
  expect(resumed.suspensions).toEqual([]);
  const { at, startedAt } = clockOf(resumed);
  const days = addWorkingDays(calendars, startedAt, left, true);
  expect(at).toBe('at' in days ? days.at : '');
  expect(await office.untilClosed(id)).toMatchObject({ outcome: 'disbursed', paidFen: awardFen });
  expect(await office.budget(2031)).toMatchObject({ appropriatedFen: grantFen, availableFen: 0, reservedFen: 0, committedFen: 0, paidFen: grantFen });
}, 90_000);

test('a confirmed report refuses the award, takes the notice down and gives the money back', async () => {
  await office.appropriate(2032, grantFen);
  const id = await office.file({ year: 2032, dayMs: 900 });
  await report(await office.untilNotice(id));
  expect(await office.budget(2032)).toMatchObject({ availableFen: grantFen - awardFen, reservedFen: awardFen });
  const closed = await office.untilClosed(id, { answerReport: { outcome: 'confirmed', data: { answer: '举报属实。' } } });
  expect(closed).toMatchObject({ outcome: 'refused', notices: [{ status: 'withdrawn' }] });
  const late = await office.person('').post<ProblemBody>(`/api/notices/${noticeOf(closed).notice}/reports`, { statement, signature });
  expect([late.status, late.body.code]).toEqual([409, 'caseClosed']);
  await expect.poll(() => office.budget(2032)).toMatchObject({ availableFen: grantFen, reservedFen: 0, committedFen: 0, paidFen: 0 });
}, 60_000);

test('withdrawn in publicity, a case leaves no money bound and no notice up; once awarded it cannot be withdrawn', async () => {
  await office.appropriate(2033, grantFen);
  const [id, awarded] = await Promise.all([office.file({ year: 2033, dayMs: 3_000 }), office.file({ by: 'M07', year: 2033 })]);
  await Promise.all([office.untilNotice(id), office.untilTask(awarded, 'releasePayment')]);
  const foreign = await act('applicant-M07', id, 'withdraw');
  expect([foreign.status, foreign.body.code]).toEqual([404, 'unknown']);
  expect((await act('applicant-M13', id, 'withdraw')).status).toBe(200);
  expect(await office.view(id)).toMatchObject({ status: 'closed', outcome: 'withdrawn', tasks: [], timers: [], notices: [{ status: 'withdrawn' }] });
  const refused = await act('applicant-M07', awarded, 'withdraw');
  expect([refused.status, refused.body.code]).toEqual([409, 'notWithdrawable']);

  expect((await act('admin-1', awarded, 'terminate')).status).toBe(200);
  expect(await office.view(awarded)).toMatchObject({ status: 'closed', outcome: 'terminated', tasks: [] });
  await expect.poll(() => office.budget(2033)).toMatchObject({ availableFen: grantFen, reservedFen: 0, committedFen: 0, paidFen: 0 });
}, 60_000);

test('an administrator stops a case and lets it go on: its days stand still, its tasks wait, and what was left of them runs on', async () => {
  await office.appropriate(2034, grantFen);
  const id = await office.file({ year: 2034, dayMs: 1_500 });
  await office.untilNotice(id);
  expect((await act('decision-1', id, 'suspend')).status).toBe(403);
  expect((await act('admin-1', id, 'suspend')).status).toBe(200);
  const left = daysLeft(clockOf(await office.view(id)));
  expect(left).toBeGreaterThanOrEqual(1);
  const twice = await act('admin-1', id, 'suspend');
  expect([twice.status, twice.body.code]).toEqual([409, 'caseSuspended']);
  await new Promise((resolve) => setTimeout(resolve, 3_500)); // longer than two of its days
  expect(daysLeft(clockOf(await office.view(id)))).toBe(left);
  expect((await act('admin-1', id, 'resume')).status).toBe(200);
  const { at, startedAt } = clockOf(await office.view(id));
  const days = addWorkingDays(calendars, startedAt, left, true);
  expect(at).toBe('at' in days ? days.at : '');

  await office.untilTask(id, 'issueAward');
  expect((await act('admin-1', id, 'suspend')).status).toBe(200);
  const { status, body } = await office.complete('finance-1', await office.task(id, 'issueAward'), { outcome: 'issue', data: {} });
  expect([status, (body as ProblemBody).code]).toEqual([409, 'caseSuspended']); // a refusal is what the status says
  expect((await act('decision-3', id, 'terminate')).status).toBe(200);
  expect(await office.view(id)).toMatchObject({ status: 'closed', outcome: 'terminated' });
  await expect.poll(() => office.budget(2034)).toMatchObject({ availableFen: grantFen, reservedFen: 0, committedFen: 0, paidFen: 0 });
}, 60_000);

test('every closed case is in the archive with its whole history, under a hash that is right', async () => {
  const auditor = office.person('auditor-1');
  const { items: closed } = (await auditor.get<{ items: { case: string; seq: number }[] }>('/api/cases?status=closed')).body;
  expect(closed.length).toBeGreaterThanOrEqual(6);
  for (const { case: id } of closed) {
    const runs = async () => (await auditor.get<{ items: ArchivedRun[] }>(`/api/cases/${id}/history`)).body.items;
    await expect.poll(runs, { timeout: 20_000, interval: 500 }).toHaveLength(1);
    const [run] = await runs();
    const { status, content, headers } = await auditor.download(`/api/cases/${id}/history/${run?.run}`);
    expect([status, headers.get('content-type')]).toEqual([200, expect.stringContaining('application/json')]);
    expect(createHash('sha256').update(content).digest('hex')).toBe(run?.sha256);
    expect(content.length).toBe(run?.size);
    const { events } = JSON.parse(content.toString()) as { events: { eventId: string; eventType: string }[] }; // Temporal's own JSON
    expect(events.map(({ eventId }) => Number(eventId))).toEqual(events.map((_, index) => index + 1));
    expect(events).toHaveLength(run?.events ?? 0);
    expect([events[0]?.eventType, events.at(-1)?.eventType]).toEqual(['EVENT_TYPE_WORKFLOW_EXECUTION_STARTED', 'EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED']);
    expect(content.includes(signature.name)).toBe(false);
  }
  expect((await office.person('applicant-M13').get(`/api/cases/${closed[0]?.case}/history`)).status).toBe(403);
}, 90_000);
