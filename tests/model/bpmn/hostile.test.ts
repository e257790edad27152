import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measures } from '../../../measures/index.ts';
import { exportBpmn } from '../../../model/bpmn/exportBpmn.ts';
import { importBpmn } from '../../../model/bpmn/importBpmn.ts';
import { processSchema } from '../../../model/process.ts';

const head = '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:shenpi="urn:shenpi:bpmn:1" id="d" targetNamespace="t">';
const file = (inside: string) => `${head}<process id="p" isExecutable="true">${inside}</process></definitions>`;
const own = (json: string) => file(`<startEvent id="a"><extensionElements><shenpi:step of="startEvent">${json}</shenpi:step></extensionElements></startEvent>`);

async function refusal(xml: string): Promise<{ said: string; line: number | undefined }> {
  const { process, notes } = await importBpmn(xml);
  expect(process).toBeUndefined();
  const refused = notes.filter(({ weight }) => weight === 'refused');
  expect(refused).toHaveLength(1);
  expect(refused[0]?.message.zh).toMatch(/[\u4e00-\u9fff].*。$/);
  return { said: refused[0]?.message.en ?? '', line: refused[0]?.where.line };
}

describe('what is not a BPMN file is refused with a sentence', () => {
  test.each([
    ['nothing', '', 'there is no element', 1],
    ['a text', 'BPMN', 'text outside', 1],
    ['broken XML', `${head}\n<process id="p">\n<task></process></definitions>`, 'closes nothing', 3],
    ['an unfinished tag', `${head}<process id="p"`, 'not finished', 1],
    ['an attribute twice', file('<task id="a" id="b"/>'), 'twice', 1],
    ['another root', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'not a BPMN 2.0 file', 1],
    ['definitions of something else', '<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"/>', 'not a BPMN 2.0 file', 1],
    ['no process', `${head}</definitions>`, 'no process', undefined],
    ['a document type', `<!DOCTYPE definitions>\n${file('')}`, 'DOCTYPE', 1],
    ['a document type in small letters after a comment', `<!-- <a> -->\n<!doctype x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${file('')}`, 'DOCTYPE', 2],
    ['an entity in the middle', `${head}<process id="p"><!ENTITY x "y"></process></definitions>`, 'DOCTYPE', 1],
    ['a use of an entity', file('<task id="a" name="&xxe;"/>'), 'entity', 1],
    ['a character that XML does not have', file('<task id="a" name="&#0;"/>'), 'entity', 1],
    ['a raw control character', file('<task id="a" name="\u0001"/>'), 'not allowed', 1],
    ['an import', `${head}<import namespace="u" location="http://127.0.0.1/a.xsd" importType="x"/><process id="p"/></definitions>`, 'never fetched', undefined],
    ['an inclusion', file('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>'), 'outside itself', 1],
    ['a style sheet', `<?xml version="1.0"?>\n<?xml-stylesheet href="http://x/"?>${file('')}`, 'outside itself', 2],
    ['too deep', file('<subProcess>'.repeat(70) + '</subProcess>'.repeat(70)), 'more than 64 deep', 1],
    ['too many steps', file(Array.from({ length: 2_001 }, (_, n) => `<task id="t${n}"/>`).join('')), '2000 steps', undefined],
    ['too many elements', file('<task/>'.repeat(60_001)), '60000 elements', 1],
    ['too large in bytes', file(`<documentation>${'审'.repeat(800_000)}</documentation>`), '2 MiB', undefined],
    ['two roots', `${file('')}${file('')}`, 'more than one root', 1],
  ])('%s', async (_name, xml, said, line) => {
    const refused = await refusal(xml);
    expect(refused.said).toContain(said);
    expect(refused.line).toBe(line);
  });

  test('50 MB are refused at once', async () => {
    const before = performance.now();
    expect((await refusal(`${head}${'<a>'.repeat(17_000_000)}`)).said).toContain('2 MiB');
    expect(performance.now() - before).toBeLessThan(1_000);
  });

  test('a comment or CDATA that speaks of a DOCTYPE is no DOCTYPE', async () => {
    const { process } = await importBpmn(file('<!-- <!DOCTYPE x> &xxe; --><task id="a" name="ok"><documentation><![CDATA[<!DOCTYPE y> &xxe; </task>]]></documentation></task>'));
    expect(process?.steps.map(({ name }) => name.en)).toEqual(['ok']);
  });
});

describe('bad content in a good file', () => {
  test('what cannot be placed is listed, and never pollutes', async () => {
    const { process, notes } = await importBpmn(
      file('<task id="a" constructor="x" __proto__="y"/><task id="a"/><bogus id="b"/><sequenceFlow id="f" sourceRef="a" targetRef="nowhere"/><boundaryEvent id="c" attachedToRef="nowhere"><timerEventDefinition/></boundaryEvent>'),
    );
    expect(process?.steps.map(({ id }) => id)).toEqual(['a']);
    expect(process?.flows).toEqual([]);
    const said = notes.map(({ message }) => message.en).join('\n');
    for (const part of ['duplicate ID', 'bogus', 'nowhere', '“f”', '“c”']) expect(said).toContain(part);
    expect(({} as { y?: unknown }).y).toBeUndefined();
  });

  test.each([
    ['no JSON', '{'], ['no object', '[1]'], ['another shape', '{"name":5,"stage":[]}'], ['without bottom', `${'['.repeat(100_000)}`], ['deep fields', `{"wait":${'{"a":'.repeat(80)}1${'}'.repeat(80)}}`],
    ['a foreign prototype', '{"__proto__":{"id":"z"},"constructor":1}'],
  ])('a damaged part of ours (%s) leaves the standard part', async (_name, json) => {
    const { process } = await importBpmn(own(json));
    expect(process?.steps).toMatchObject([{ id: 'a', kind: 'startEvent' }]);
  });

  test('a subprocess that calls itself by the name of the one around it comes to an end', async () => {
    const inner = '<extensionElements><shenpi:step of="subProcess">{"id":"s","size":{"width":9,"height":9}}</shenpi:step></extensionElements>';
    const { process } = await importBpmn(file(`<subProcess id="s"><subProcess id="s_2">${inner}</subProcess></subProcess>`));
    expect(process?.steps.map(({ id }) => id)).toEqual(['s', 's']);
  });
});

test('whatever is done to a file, the import answers with a well-formed process or a refusal', async () => {
  const xml = await exportBpmn(measures[0] ?? expect.unreachable());
  const cut = fc.record({ at: fc.nat(xml.length), remove: fc.nat(60), insert: fc.oneof(fc.constantFrom('<', '>', '"', '&', '</bpmn:userTask>', '<!--', ']]>', '{', '}', '\u0000', 'id="review"', '<bpmn:task/>', '9e999', 'NaN'), fc.string({ maxLength: 8, unit: 'binary' })) });
  await fc.assert(
    fc.asyncProperty(fc.array(cut, { minLength: 1, maxLength: 4 }), async (cuts) => {
      const spoiled = cuts.reduce((text, { at, remove, insert }) => text.slice(0, at) + insert + text.slice(at + remove), xml);
      const { process, notes } = await importBpmn(spoiled);
      if (process) expect(processSchema.safeParse(process).success).toBe(true);
      else expect(notes.some(({ weight }) => weight === 'refused')).toBe(true);
    }),
    { numRuns: 150 },
  );
  await fc.assert(fc.asyncProperty(fc.string({ maxLength: 200, unit: 'binary' }), async (text) => {
    expect((await importBpmn(text)).process).toBeUndefined();
  }));
});
