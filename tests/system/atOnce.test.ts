import { afterAll, beforeAll, expect, test } from 'vitest';
import { applicants, applicantOf } from '../../measures/applicants.ts';
import type { BudgetRow } from '../../model/api/budget.ts';
import type { TaskView } from '../../model/api/tasks.ts';
import { taskPath } from '../../sandbox/demo/staff.ts';
import { Office } from './office.ts';
import type { Answer, ProblemBody } from './person.ts';
import { System } from './system.ts';

const awardFen = applicantOf('M13')?.awardFen ?? 0;
const owners = applicants.map(({ measure }) => measure);
const accepted = { outcome: 'accept', data: {}, reason: '材料齐全。' };

let system: System;
let office: Office;
beforeAll(async () => {
  system = await System.start();
  office = new Office(system);
}, 180_000);
afterAll(() => system.stop(), 60_000);

/** Files for so many applicants at once and waits until a clerk can look at each. */
async function filed(count: number, year: number, dayMs?: number): Promise<TaskView[]> {
  const ids = await Promise.all(owners.slice(0, count).map((by) => office.file({ by, year, ...(dayMs === undefined ? {} : { dayMs }) })));
  await Promise.all(ids.map((id) => office.untilTask(id, 'formCheck')));
  return Promise.all(ids.map((id) => office.task(id, 'formCheck')));
}

const accept = (account: string, task: TaskView, key?: string): Promise<Answer<ProblemBody>> => office.person(account).post(`${taskPath(task)}/complete`, accepted, key);

const timesDone = async ({ case: id, task }: TaskView): Promise<number> =>
  (await office.trail(id)).filter(({ event }) => event.event === 'taskCompleted' && event.task === task).length;

const held = ({ availableFen, reservedFen, committedFen, paidFen }: BudgetRow): number => availableFen + reservedFen + committedFen + paidFen;

test('twenty acts at once on twenty cases all take effect', async () => {
  const tasks = (await Promise.all([filed(10, 2061), filed(10, 2062)])).flat();
  const answers = await Promise.all(tasks.map((task, index) => accept(index % 2 === 0 ? 'intake-1' : 'intake-2', task)));
  expect(answers.map(({ status }) => status)).toEqual(tasks.map(() => 200));
  const views = await Promise.all(tasks.map(({ case: id }) => office.view(id)));
  for (const { steps } of views) expect(steps).toContain('registerPapers'); // a reminder may stand beside it
}, 90_000);

test('of two people who finish the same task at once exactly one does, and the other is told', async () => {
  const tasks = await filed(8, 2063);
  for (const task of tasks) {
    const answers = await Promise.all([accept('intake-1', task), accept('intake-2', task), accept('intake-1', task)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    for (const { status, body } of answers) if (status === 409) expect(['taskNotOpen', 'taskClaimed']).toContain(body.code);
    expect(await timesDone(task)).toBe(1);
  }
}, 60_000);

test('the same request many times at once is one act with one answer', async () => {
  const [task] = await filed(1, 2064);
  if (!task) throw new Error('nothing was filed');
  const answers = await Promise.all(Array.from({ length: 6 }, () => accept('intake-1', task, 'same')));
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  for (const answer of answers) expect(answer.body).toEqual(answers[0]?.body);
  expect(await timesDone(task)).toBe(1);
  const other = await office.person('intake-1').post<ProblemBody>(`${taskPath(task)}/complete`, { ...accepted, reason: '另一理由。' }, 'same');
  expect([other.status, other.body.code]).toEqual([409, 'keyReused']);
}, 60_000);

test('of those who claim a task at once one gets it, and a colleague cannot finish it until it is given back', async () => {
  const [task] = await filed(1, 2065);
  if (!task) throw new Error('nothing was filed');
  const claim = (account: string) => office.person(account).post<ProblemBody & TaskView>(`${taskPath(task)}/claim`, {});
  const claims = await Promise.all(['intake-1', 'intake-2'].map(claim));
  expect(claims.map(({ status }) => status).sort()).toEqual([200, 409]);
  const holder = claims[0]?.status === 200 ? 'intake-1' : 'intake-2';
  const colleague = holder === 'intake-1' ? 'intake-2' : 'intake-1';
  const barred = await accept(colleague, task);
  expect([barred.status, barred.body.code]).toEqual([409, 'taskClaimed']);
  expect((await office.person(holder).post(`${taskPath(task)}/release`, {})).status).toBe(200);
  expect((await accept(colleague, task)).status).toBe(200);
}, 60_000);

test('five awards race for a budget that suffices for three: three get it, two wait for finance, and the accounts balance', async () => {
  const year = 2066;
  await office.appropriate(year, 3 * awardFen);
  const ids = (await filed(5, year, 60_000)).map(({ case: id }) => id);
  await Promise.all(ids.map((id) => office.untilTask(id, 'decision')));
  const tasks = await Promise.all(ids.map((id) => office.task(id, 'decision')));
  const decide = (task: TaskView, index: number) => office.complete(`decision-${(index % 3) + 1}`, task, { outcome: 'approve', data: { approvedAmountFen: awardFen } });
  expect((await Promise.all(tasks.map(decide))).map(({ status }) => status)).toEqual(ids.map(() => 200));
  const places = async () => (await Promise.all(ids.map((id) => office.view(id)))).flatMap(({ steps }) => steps).sort();
  const won = ['noticePeriod', 'noticePeriod', 'noticePeriod'];
  await expect.poll(async () => (await places()).filter((step) => step === 'noticePeriod' || step === 'budgetShort'), { timeout: 15_000 }).toEqual(['budgetShort', 'budgetShort', ...won]);
  const full = await office.budget(year);
  expect(full).toMatchObject({ appropriatedFen: 3 * awardFen, availableFen: 0, reservedFen: 3 * awardFen, committedFen: 0, paidFen: 0 });
  expect(held(full)).toBe(full.appropriatedFen);

  const waiting = (await Promise.all(ids.map((id) => office.view(id)))).flatMap(({ tasks: open }) => open.filter(({ step }) => step === 'budgetShort'));
  await office.appropriate(year, awardFen);
  const retries = await Promise.all(waiting.map((task) => office.complete('finance-1', task, { outcome: 'retry', data: {} })));
  expect(retries.map(({ status }) => status)).toEqual([200, 200]);
  await expect.poll(async () => (await places()).filter((step) => step === 'noticePeriod' || step === 'budgetShort'), { timeout: 15_000 }).toEqual(['budgetShort', 'noticePeriod', ...won]);
  expect(await office.budget(year)).toMatchObject({ appropriatedFen: 4 * awardFen, availableFen: 0, reservedFen: 4 * awardFen });

  const ended = await Promise.all(ids.map((id) => office.person('admin-1').post(`/api/cases/${id}/terminate`, { reason: '演练结束。' })));
  expect(ended.map(({ status }) => status)).toEqual(ids.map(() => 200));
  await expect.poll(() => office.budget(year)).toMatchObject({ availableFen: 4 * awardFen, reservedFen: 0, committedFen: 0, paidFen: 0 });
}, 90_000);
