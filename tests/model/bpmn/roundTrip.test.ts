import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measures } from '../../../measures/index.ts';
import { exportBpmn } from '../../../model/bpmn/exportBpmn.ts';
import { importBpmn } from '../../../model/bpmn/importBpmn.ts';
import { scan } from '../../../model/bpmn/scan.ts';
import { plainGeometry } from '../../../model/diagram/plainGeometry.ts';
import type { Process } from '../../../model/process.ts';
import { randomProcess } from '../kernel/randomProcess.ts';
import { anyChange, anyMeasure, changed } from './randomChange.ts';

async function comesBack(process: Process): Promise<void> {
  const xml = await exportBpmn(process);
  expect(scan(xml)).toHaveProperty('root');
  expect(await importBpmn(xml)).toEqual({ process, notes: [] });
}

describe('what is exported comes back as it was', () => {
  test.each(measures.map((process) => [process.id, process] as const))('%s', async (_id, process) => {
    await comesBack(process);
  });

  test('any process of every kind of step', async () => {
    await fc.assert(fc.asyncProperty(randomProcess, comesBack), { numRuns: 60 });
  });

  test('a measure after any changes, however broken the draft', async () => {
    await fc.assert(
      fc.asyncProperty(anyMeasure, fc.array(anyChange, { minLength: 1, maxLength: 6 }), async (measure, changes) => {
        await comesBack(changes.reduce(changed, measure));
      }),
      { numRuns: 60 },
    );
  });

  test('names that XML cannot carry, and a flow by the name of the case’s own data', async () => {
    const [process] = measures;
    if (!process) return expect.unreachable();
    await comesBack({
      ...process,
      name: { zh: '审\uFFFF\uFFFE\u0000\uD800', en: '\r\n\t ' },
      flows: process.flows.map((flow, index) => (index === 0 ? { ...flow, id: 'declaration', condition: ' \uFFFF\r\n', isDefault: false } : flow)),
    });
  });

  test('drawn with somebody else’s geometry, and the same text each time', async () => {
    const [process] = measures;
    if (!process) return expect.unreachable();
    const { boxes } = plainGeometry(process);
    const moved = new Map([...boxes].map(([id, box]) => [id, { ...box, x: box.x + 0.1, y: box.y * 1.3 }]));
    const geometry = { boxes: moved, routes: new Map([[process.flows[0]?.id ?? '', [{ x: 0, y: 0 }]]]) };
    const xml = await exportBpmn(process, geometry);
    expect(await exportBpmn(structuredClone(process), geometry)).toBe(xml);
    expect(await importBpmn(xml)).toEqual({ process, notes: [] });
  });
});
