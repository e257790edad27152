import { afterAll, beforeAll, expect, test } from 'vitest';
import { applicantOf } from '../../measures/applicants.ts';
import { sampleAnswers } from '../../measures/sampleAnswers.ts';
import type { CaseView } from '../../model/api/cases.ts';
import type { TaskView } from '../../model/api/tasks.ts';
import { taskPath } from '../../sandbox/demo/staff.ts';
import { Office } from './office.ts';
import type { Answer, ProblemBody } from './person.ts';
import { System } from './system.ts';

const claim = applicantOf('M13');
const awardFen = claim?.awardFen ?? 0;
const year = 2051;
const owners = ['M13', 'M01', 'M02', 'M04', 'M07', 'M08'];
const dayMs = 1_000;

let system: System;
let office: Office;
beforeAll(async () => {
  system = await System.start();
  office = new Office(system);
  await office.appropriate(year, 20 * awardFen);
}, 180_000);
afterAll(() => system.stop(), 60_000);

/** The same request as often as wished: the task, its answer and the key stay the same. */
const accept = (task: TaskView, key: string): Promise<Answer<ProblemBody>> =>
  office.person('intake-1').post(`${taskPath(task)}/complete`, { outcome: 'accept', data: {}, reason: '材料齐全。' }, key);

/** How often a case took in that a task was done. */
const timesDone = async ({ case: id, task }: TaskView): Promise<number> =>
  (await office.trail(id)).filter(({ event }) => event.event === 'taskCompleted' && event.task === task).length;

const atFormCheck = async (by: string, of = year): Promise<TaskView> => {
  const id = await office.file({ by, year: of, dayMs });
  await office.untilTask(id, 'formCheck');
  return office.task(id, 'formCheck');
};

test('an act sent while Temporal is killed takes effect once, and its repetition gets the same answer', async () => {
  const task = await atFormCheck('M13');
  system.signal('temporal', 'SIGKILL');
  const first = await accept(task, 'while-killed');
  const again = first.status === 503 ? await retried(() => accept(task, 'while-killed')) : first;
  expect(again.status).toBe(200);
  expect(await accept(task, 'while-killed')).toEqual(again);
  expect(await timesDone(task)).toBe(1);
  expect(await office.untilClosed(task.case)).toMatchObject({ outcome: 'disbursed', paidFen: awardFen });
}, 90_000);

test('while Temporal hangs an act is told to come again later; it is neither lost nor doubled once Temporal goes on', async () => {
  const task = await atFormCheck('M13', year + 1);
  system.signal('temporal', 'SIGSTOP');
  let hung: Answer<ProblemBody>[];
  try {
    hung = await Promise.all([accept(task, 'while-hung'), accept(task, 'while-hung')]);
    expect((await fetch(`${system.origin}/readyz`)).status).toBe(503);
    expect((await office.person('admin-1').get<CaseView>(`/api/cases/${task.case}`)).body.tasks).toMatchObject([{ task: task.task }]); // reading needs no Temporal
  } finally {
    system.signal('temporal', 'SIGCONT');
  }
  expect(hung).toMatchObject(hung.map(() => ({ status: 503, body: { code: 'notReady' } })));
  const answers = [await retried(() => accept(task, 'while-hung')), await accept(task, 'while-hung')];
  expect(answers[0]).toMatchObject({ status: 200 });
  expect(answers[1]).toEqual(answers[0]);
  const late = await accept(task, 'another-key');
  expect([late.status, late.body.code]).toEqual([409, 'taskNotOpen']);
  expect(await timesDone(task)).toBe(1);
}, 90_000);

test('the server is killed in the middle of many acts: each takes effect once, and every case goes on to its end', async () => {
  const tasks = await Promise.all(owners.map((by) => atFormCheck(by, year + 2)));
  await office.appropriate(year + 2, owners.length * awardFen);
  const sent = tasks.map((task, index) => accept(task, `mid-${index}`).catch(() => undefined)); // the connection breaks
  await new Promise((resolve) => setTimeout(resolve, 40));
  await system.killAll();
  const before = await Promise.all(sent);
  await system.up();
  const after = await Promise.all(tasks.map((task, index) => accept(task, `mid-${index}`)));
  expect(after.map(({ status }) => status)).toEqual(owners.map(() => 200));
  for (const [index, acknowledged] of before.entries()) if (acknowledged) expect(after[index]).toEqual(acknowledged);
  expect(await Promise.all(tasks.map(timesDone))).toEqual(owners.map(() => 1));

  // Killed again while they stand at different steps, timers and payments among them.
  const places = ['registerPapers', 'review', 'decision', 'noticePeriod', 'issueAward', 'releasePayment'];
  await Promise.all(tasks.map(({ case: id }, index) => office.until(id, ({ steps }) => steps.includes(places[index] ?? ''))));
  const last = tasks.at(-1)?.case ?? '';
  const release = await office.task(last, 'releasePayment');
  void office.complete('finance-1', release, { outcome: 'release', data: {} }, 'release').catch(() => undefined); // killed meanwhile
  await system.killAll();
  await system.up();
  const closed = await Promise.all(tasks.map(({ case: id }) => office.untilClosed(id, claim && sampleAnswers(claim))));
  expect(closed.map(({ outcome, paidFen }) => ({ outcome, paidFen }))).toEqual(owners.map(() => ({ outcome: 'disbursed', paidFen: awardFen })));
  await expect.poll(() => office.budget(year + 2)).toMatchObject({ availableFen: 0, reservedFen: 0, committedFen: 0, paidFen: owners.length * awardFen });
}, 120_000);

async function retried(ask: () => Promise<Answer<ProblemBody>>): Promise<Answer<ProblemBody>> {
  for (let answer = await ask(); ; answer = await ask()) if (answer.status !== 503) return answer;
}
