import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { calendars } from '../../measures/calendars.ts';
import { msOf } from '../../model/instant.ts';
import { TemporalDriver } from '../drivers/temporal.ts';
import { ToldWorld } from '../drivers/toldWorld.ts';
import { scenarios } from './index.ts';
import { play } from './play.ts';
import { after, complete, expectClosed, expectRefusal, expectTask, loadCalendar, scenario, type Line } from './scenario.ts';
import { begin, end, exclusive, onTime, smallProcess, task } from './smallProcess.ts';

const durable = Object.values(scenarios).flatMap((told) => told.filter((scenario) => scenario.durable));

const rework = smallProcess(
  [begin(), task('formCheck', { choices: ['accept', 'return'] }), exclusive('result'), task('correction', { role: 'applicant' }), onTime('lapsed', 'correction', { workingDays: 20 }), end(), end('tooLate', { outcome: 'lapsed' })],
  ['begin > formCheck > result > done if formCheck.outcome = "accept"', 'result > correction else', 'correction > formCheck', 'lapsed > tooLate'],
);
const rounds = (count: number): Line[] => Array.from({ length: count }, (_none, round) => [complete('formCheck', 'return'), complete('correction', 'done', { data: { round } })]).flat();
/** Nobody can answer an earlier round any more. */
const stale = expectRefusal('taskNotOpen', complete('formCheck', 'accept', { task: 'formCheck#1' }));

let opened: Awaited<ReturnType<typeof ToldWorld.open>>;
beforeAll(async () => {
  opened = await ToldWorld.open();
});
afterAll(() => opened.close());

describe('told on the real workflow, on a real server', () => {
  test.concurrent.each(durable.map((scenario) => [scenario.name, scenario] as const))('%s', async (_name, scenario) => play(scenario, new TemporalDriver(opened.told)));
});

test('no scenario that is told here names an instant: the clock of a real server does not wait for a test', () => {
  expect(durable.length).toBeGreaterThan(25);
  for (const { name, lines } of durable) expect(JSON.stringify(lines), name).not.toMatch(/"(due|at|period)":"(until )?\d{4}-/);
});

describe('a case that goes on from run to run', () => {
  test.concurrent.each([
    { continueAfter: 60, runs: 4 },
    { continueAfter: 5, runs: 25 },
  ])('thirty rounds of rework, a new run after every $continueAfter events, are one case whose clocks go on', async ({ continueAfter, runs }) => {
    const driver = new TemporalDriver(opened.told, { continueAfter });
    // Acts that change nothing, so that a new run begins while the clock of the correction runs.
    const others = Array.from({ length: 4 }, () => loadCalendar(calendars));
    await play(scenario('rework', rework, [...rounds(30), stale, expectTask('formCheck'), complete('formCheck', 'return'), ...others, after('21 working days'), expectClosed('lapsed')]), driver);
    // How many events share a run depends on how acts meet in a workflow task; at least so many runs there are at any pace.
    expect((await driver.histories()).length).toBeGreaterThanOrEqual(runs);
    const { visits, closed } = await driver.state();
    expect(visits['/formCheck']).toBe(31);
    const deadline = (await driver.trail()).flatMap((entry) => entry.facts).findLast((fact) => fact.fact === 'clockStarted')?.at ?? '';
    expect(msOf(closed?.at ?? '') - msOf(deadline), 'how late the clock ran out').toBeLessThan(10 * 86_400_000);
  }, 120_000);
});

test('a worker that keeps two of six cases in mind forgets none', async () => {
  const small = await ToldWorld.open({ maxCachedWorkflows: 2 });
  try {
    const lines = [...rounds(2), stale, after('2 days'), ...rounds(1), complete('formCheck', 'accept'), expectClosed('completed')];
    await Promise.all([1, 2, 3, 4, 5, 6].map((place) => play(scenario(`parked ${place}`, rework, lines), new TemporalDriver(small.told))));
  } finally {
    await small.close();
  }
}, 120_000);
