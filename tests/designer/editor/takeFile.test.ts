import { describe, expect, test } from 'vitest';
import { formatJson } from '../../../designer/editor/code/formatJson.ts';
import { takeFile } from '../../../designer/editor/code/takeFile.ts';
import { measures } from '../../../measures/index.ts';
import { exportBpmn } from '../../../model/bpmn/exportBpmn.ts';
import type { Json } from '../../../model/text.ts';

const draft = measures[0]!; // there are fourteen
const file = (name: string, content: string, size = content.length) => ({ name, size, text: () => Promise.resolve(content) });
const asJson = (value: unknown) => formatJson(value as Json); // a process survives JSON

describe('a file for a draft', () => {
  test('as JSON and as BPMN it is the very process', async () => {
    expect(await takeFile(file('a.json', asJson(draft)), draft)).toEqual({ file: 'a.json', process: draft, notes: [] });
    const { process } = await takeFile(file('a.bpmn', await exportBpmn(draft)), draft);
    expect(process).toEqual(draft);
  });

  test('that is malformed says where, and gives nothing', async () => {
    const spoiled = asJson(draft).replace('"firstDayCounts": true', '"firstDayCounts": maybe');
    const taken = await takeFile(file('a.json', spoiled), draft);
    expect(taken.process).toBeUndefined();
    expect(taken.notes).toMatchObject([{ line: expect.any(Number) as number, column: expect.any(Number) as number }]);
    expect(spoiled.split('\n')[(taken.notes[0]?.line ?? 0) - 1]).toContain('maybe');
    expect(await takeFile(file('a.bpmn', '<!DOCTYPE x><definitions/>'), draft)).toMatchObject({ process: undefined, notes: [{ weight: 'refused' }] });
  });

  test('of another process, or too large, is refused with a sentence', async () => {
    expect(await takeFile(file('b.json', asJson(measures[1])), draft)).toMatchObject({ process: undefined, notes: [{ message: { en: expect.stringContaining(draft.id) as string } }] });
    expect(await takeFile(file('c.json', '{}', 9_000_000), draft)).toMatchObject({ process: undefined, notes: [{ message: { en: expect.stringContaining('larger') as string } }] });
  });

  test('from another tool lists what was left out, changed or assumed', async () => {
    const foreign = `<?xml version="1.0"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x"><process id="p"><startEvent id="s"/><scriptTask id="t" name="Run"><script>evil()</script></scriptTask><sequenceFlow id="f" sourceRef="s" targetRef="t"/></process></definitions>`;
    const taken = await takeFile(file('foreign.xml', foreign), draft);
    expect(taken.notes.length).toBeGreaterThan(0);
    expect(taken.notes.some(({ about }) => about?.includes('Run'))).toBe(true);
  });
});
