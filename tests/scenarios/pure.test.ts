import { describe, expect, test } from 'vitest';
import { checks } from '../../model/checks/index.ts';
import { PureDriver } from '../drivers/pure.ts';
import { scenarios } from './index.ts';
import { play } from './play.ts';
import { laterInstalment, programme, sampleOf } from './programme.ts';

describe.each(Object.entries(scenarios))('%s', (_topic, told) => {
  test.each(told.map((scenario) => [scenario.name, scenario] as const))('%s', async (_name, scenario) => play(scenario, new PureDriver()));
});

test.each(['M01', 'M09'])('%s: the second instalment is paid by a case that begins with what the first handed over', async (measure) => {
  const first = (programme['toPayment'] ?? []).find((scenario) => scenario.process.measure.number === measure);
  if (!first) throw new Error(`Nobody tells how ${measure} is paid.`);
  const driver = new PureDriver();
  await play(first, driver);
  const request = checks['followOn']?.ask(first.process, await driver.state(), 'followOn');
  expect(request).toMatchObject({ instalment: 2, amountFen: sampleOf(measure).instalmentsFen[1] });
  const decided = request?.['decided'];
  if (decided === null || typeof decided !== 'object' || Array.isArray(decided)) throw new Error('Nothing was handed over.');
  await play(laterInstalment(sampleOf(measure), 2, decided), new PureDriver());
});

test('scenario names are unique, and some of every topic are also played on a real server', () => {
  const names = Object.values(scenarios).flatMap((told) => told.map((scenario) => scenario.name));
  expect(new Set(names).size).toBe(names.length);
  for (const [topic, told] of Object.entries(scenarios)) expect(told.some((scenario) => scenario.durable), topic).toBe(true);
});
