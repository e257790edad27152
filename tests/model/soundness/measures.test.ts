import { expect, it, test } from 'vitest';
import { measures } from '../../../measures/index.ts';
import { explore } from '../../../model/soundness/explore.ts';
import { faultsOf } from '../../../model/soundness/faults.ts';
import { netOf } from '../../../model/soundness/net.ts';
import { proveSound } from '../../../model/soundness/proveSound.ts';
import { largeProcess } from './largeProcess.ts';

it.each(measures.map((process) => [process.id, process] as const))('%s is sound, whatever its data', (_id, process) => {
  expect(proveSound(process)).toMatchObject({ verdict: 'sound', findings: [] });
});

it.each(measures.map((process) => [process.id, process] as const))('%s: looking at every order finds nothing more', (_id, process) => {
  const net = netOf(process);
  const graph = explore(net, { bound: 20_000, reduce: false });
  expect([graph.complete, faultsOf(net, graph), graph.secondEnds.size]).toEqual([true, [], 0]);
});

test('two hundred steps with six parallel branches are proved on few markings', () => {
  const process = largeProcess(200, 6);
  expect(process.steps.length).toBeGreaterThanOrEqual(200);
  const { verdict, markings } = proveSound(process);
  expect(verdict).toBe('sound');
  expect(markings).toBeLessThan(2_000);
});

test('a fault deep inside two hundred steps is found', () => {
  const process = largeProcess(200, 6);
  const steps = process.steps.map((step) => (step.id === 'p1w3Out' ? { ...step, kind: 'parallelGateway' as const } : step));
  const { verdict, findings } = proveSound({ ...process, steps } as typeof process); // gateways have the same fields
  expect(verdict).toBe('unsound');
  expect(findings.map(({ cause, where }) => `${cause} ${where.step ?? ''}`)).toEqual(['joinWaits p1w3Out']);
});
