import { readdirSync } from 'node:fs';
import { BpmnModdle } from 'bpmn-moddle';
import { describe, expect, test } from 'vitest';
import { measures } from '../../../measures/index.ts';
import { exportBpmn } from '../../../model/bpmn/exportBpmn.ts';
import { importBpmn } from '../../../model/bpmn/importBpmn.ts';
import { mappings } from '../../../model/bpmn/kinds/index.ts';
import { stepKinds } from '../../../model/steps/index.ts';
import { begin, check, end, exclusive, listen, onError, onMessage, onTime, scope, several, smallProcess, task, wait } from '../../scenarios/smallProcess.ts';

const every = smallProcess(
  [
    begin(), task('fill'), exclusive('gate'), several('vote', { mode: 'sequential', completion: { rule: 'kOfN', k: 2 } }), check('credit', 'creditDefault'), wait('pause', { workingDays: 7 }),
    listen('paid', 'payment'), scope('part'), ...[begin('first'), end('stop', { end: 'terminate' })].map((step) => ({ ...step, parent: 'part' })), onTime('late', 'fill', { duration: 'P2D' }, { interrupting: false }),
    onMessage('heard', 'fill', 'objection'), onError('failed', 'credit', 'unreachable'), end('done', { outcome: 'disbursed' }), end('wrong', { end: 'error', error: 'breach' }),
  ],
  ['begin > fill > gate', 'gate > vote if fill.outcome = "yes"', 'gate > credit else', 'vote > pause > paid > part > done', 'first > stop', 'failed > wrong', 'late > wrong'],
);

/** What any other tool sees: our own elements are unknown to this parser. */
async function seen(xml: string) {
  const { rootElement, warnings } = await new BpmnModdle().fromXML(xml);
  return { definitions: rootElement, warnings, xml };
}

describe('the file opens in other tools', () => {
  test('every kind has one mapping in one file of its name', () => {
    expect(Object.keys(mappings)).toEqual(Object.keys(stepKinds));
    const files = readdirSync(new URL('../../../model/bpmn/kinds/', import.meta.url)).filter((file) => file !== 'index.ts');
    expect(files.toSorted()).toEqual(Object.keys(stepKinds).map((kind) => `${kind}.ts`).toSorted());
    for (const [name, mapping] of Object.entries(mappings)) expect(mapping.kind).toBe(name);
  });

  test.each(measures.map((process) => [process.id, process] as const))('%s: every reference is known, everything is drawn once', async (_id, process) => {
    const { definitions, warnings, xml } = await seen(await exportBpmn(process));
    expect(warnings).toEqual([]);
    const ids = [...xml.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const [diagram] = definitions['diagrams'] as { plane: { planeElement: { $type: string; bpmnElement: { id: string } }[] } }[]; // the parser's own shape
    const drawn = diagram?.plane.planeElement.filter((shape) => !shape.bpmnElement.id.startsWith('Band_')).map((shape) => shape.bpmnElement.id);
    expect(drawn?.toSorted()).toEqual([...process.steps, ...process.flows].map(({ id }) => id).toSorted());
  });

  test('what BPMN can say is said in its own words', async () => {
    const xml = await exportBpmn(every);
    for (const said of [
      '<bpmn:userTask id="fill" name="fill">', '<bpmn:exclusiveGateway id="gate" name="gate" default="f4">', 'implementation="urn:shenpi:check:creditDefault"',
      'language="https://www.omg.org/spec/DMN/20211108/FEEL/">fill.outcome = "yes"</bpmn:conditionExpression>', '<bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P7D</bpmn:timeDuration>',
      '<bpmn:boundaryEvent id="late" name="late" cancelActivity="false" attachedToRef="fill">', '<bpmn:message id="Message_objection" name="objection" />', '<bpmn:messageEventDefinition messageRef="Message_payment" />',
      '<bpmn:error id="Error_breach" name="breach" errorCode="breach" />', '<bpmn:errorEventDefinition errorRef="Error_unreachable" />', '<bpmn:multiInstanceLoopCharacteristics isSequential="true">', '<bpmn:terminateEventDefinition />',
      '<bpmn:subProcess id="part" name="part">', '<bpmn:categoryValue id="Stage_declaration" value="declaration" />', '<bpmn:categoryValueRef>Stage_declaration</bpmn:categoryValueRef>', '<bpmn:resourceRef>Role_clerk</bpmn:resourceRef>',
    ]) {
      expect(xml).toContain(said);
    }
    expect(xml).not.toContain('laneSet');
  });

  test('what another tool changed counts, and is said', async () => {
    const xml = (await exportBpmn(every))
      .replace('id="late" name="late"', 'id="late" name="Reminder"')
      .replace('>P7D<', '>P9D<')
      .replace('>fill.outcome = "yes"<', '>fill.outcome = "no"<')
      .replace('<bpmn:userTask id="fill" name="fill">', '<bpmn:userTask id="fill" name="fill" isForCompensation="true" other:x="1" xmlns:other="urn:o">')
      .replace(/(bpmnElement="fill">\s*<dc:Bounds) x="0" y="0"/, '$1 x="300" y="40"');
    const { process, notes } = await importBpmn(xml);
    const step = (id: string) => process?.steps.find((each) => each.id === id);
    expect(step('late')?.name).toEqual({ zh: 'Reminder', en: 'Reminder' });
    expect(step('pause')).toMatchObject({ wait: { duration: 'P9D' } });
    expect(step('fill')?.position).toEqual({ x: 300, y: 40 });
    expect(process?.flows.map(({ condition }) => condition)).toContain('fill.outcome = "no"');
    expect(notes.map(({ weight, became, where }) => [weight, became?.step ?? where.element, became?.field])).toEqual([['leftOut', 'fill', undefined], ['leftOut', 'fill', undefined], ['changed', 'pause', 'wait']]);
  });
});
