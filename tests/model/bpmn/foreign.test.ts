import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { measures } from '../../../measures/index.ts';
import { exportBpmn } from '../../../model/bpmn/exportBpmn.ts';
import { importBpmn } from '../../../model/bpmn/importBpmn.ts';
import type { Process } from '../../../model/process.ts';
import { findProblems } from '../../../model/rules/index.ts';
import { stepSize } from '../../../model/steps/stepSize.ts';

const fileOf = (name: string) => readFileSync(new URL(`foreign/${name}.bpmn`, import.meta.url), 'utf8');

async function brought(name: string) {
  const { process, notes } = await importBpmn(fileOf(name));
  if (!process) throw new Error(`${name} was refused: ${notes.map(({ message }) => message.en).join(' ')}`);
  for (const { message } of notes) {
    expect(message.zh).toMatch(/[\u4e00-\u9fff].*。$/);
    expect(message.en).toMatch(/\.$/);
  }
  return { process, notes, said: (part: string) => notes.filter(({ message }) => message.en.includes(part)) };
}

const kinds = (process: Process) => Object.fromEntries(process.steps.map((step) => [step.id, step.kind]));
const ways = (process: Process) => process.flows.map(({ from, to }) => `${from} > ${to}`);

describe('files of other tools', () => {
  test('Camunda Modeler: what we run is ours, what we do not is listed with its line', async () => {
    const { process, notes, said } = await brought('camundaModeler');
    expect(kinds(process)).toEqual({
      startEvent1: 'startEvent', activity0review: 'userTask', gateway0ok: 'exclusiveGateway', activity0pay: 'serviceTask', event0paid: 'endEvent', event0refused: 'endEvent', event0late: 'boundaryTimer', activity0mail: 'serviceTask',
    });
    expect(ways(process)).toContain('activity0pay > event0paid');
    expect(process.steps.find(({ id }) => id === 'activity0review')).toMatchObject({ role: 'clerks', name: { zh: 'Review request', en: 'Review request' } });
    expect(process.steps.find(({ id }) => id === 'event0late')).toMatchObject({ host: 'activity0review', interrupting: false, wait: { duration: 'P7D' } });
    expect(process.flows.find(({ id }) => id === 'flow0no')?.isDefault).toBe(true);
    for (const part of ['Tell applicant', 'formKey', 'inputOutput', 'Two days at most', 'Association_1', '{approved}', 'historyTimeToLive', 'How a small grant is decided', 'MessageEventDefinition', 'executionPlatformVersion', 'org.example.Mail', 'bpmn:Signal)']) {
      expect(said(part), part).not.toEqual([]);
    }
    expect(said('Tell applicant')[0]?.where).toEqual({ element: 'Event_0tell', name: 'Tell applicant', type: 'bpmn:IntermediateThrowEvent', line: 27 });
    expect(notes.find(({ became }) => became?.step === 'event0late')?.message.en).toContain('Event_0late');
    const middles = process.steps.map((step) => step.position.x + stepSize(step).width / 2);
    expect(middles[1]).toBeCloseTo(290 * 1.4);
  });

  test('bpmn.io: lanes become roles, and what is not drawn is laid out from left to right', async () => {
    const { process, said } = await brought('bpmnIo');
    expect(kinds(process)).toMatchObject({ taskA: 'userTask', taskB: 'userTask', sub1: 'subProcess', subTask: 'multiInstanceUserTask' });
    expect(process.roles).toEqual([{ id: 'frontDesk', name: { zh: 'Front desk', en: 'Front desk' } }, { id: 'role', name: { zh: '审核人', en: '审核人' } }, { id: 'staff', name: { zh: '经办人', en: 'Staff' } }]);
    expect(process.steps.find(({ id }) => id === 'subTask')).toMatchObject({ parent: 'sub1', instances: 3, mode: 'parallel' });
    const x = (id: string) => process.steps.find((step) => step.id === id)?.position.x ?? NaN;
    for (const [before, after] of [['start1', 'taskA'], ['taskA', 'split1'], ['split1', 'taskB'], ['sub1', 'join1'], ['join1', 'end1'], ['subStart', 'subTask']] as const) expect(x(before)).toBeLessThan(x(after));
    const stages = ['start1', 'taskA', 'split1', 'sub1', 'end1'].map((id) => process.steps.find((step) => step.id === id)?.stage);
    expect(stages[0]).toBe('declaration');
    expect(stages.at(-1)).toBe('disbursement');
    for (const part of ['Applicant', 'MessageFlow_1', 'DataObject_1', 'no place in the drawing', 'stage of']) expect(said(part), part).not.toEqual([]);
    expect(findProblems(process).filter(({ rule }) => ['flowEnds', 'scopes', 'boundaryHosts', 'uniqueIds'].includes(rule))).toEqual([]);
  });

  test('Signavio: the frame tells the stage, and a gateway that waits for events is passed over', async () => {
    const { process, said } = await brought('signavio');
    expect(kinds(process)).toEqual({ sid00A1: 'startEvent', sid00A2: 'timerCatchEvent', sid00A4: 'messageCatchEvent', sid00A5: 'businessRuleTask', sid00A6: 'endEvent' });
    expect(new Set(process.steps.map(({ stage }) => stage))).toEqual(new Set(['publicity']));
    expect(ways(process)).toContain('sid00A2 > sid00A4');
    expect(process.flows.find(({ id }) => id === 'sidF5')?.condition).toBe('amount > 5');
    for (const part of ['R3/PT10H', 'sid-00A3', 'has no name', 'decision table', 'EscalationEventDefinition', 'does not name its language', 'signavioMetaData']) expect(said(part), part).not.toEqual([]);
  });

  test('Flowable: scripts and calls are for a person to look at, the second process is listed', async () => {
    const { process, said } = await brought('flowable');
    expect(kinds(process)).toEqual({ start: 'startEvent', today2: 'userTask', sidNote: 'serviceTask', callPay: 'userTask', finish: 'endEvent', oops: 'boundaryError' });
    expect(process.name).toEqual({ zh: '请假', en: '请假' });
    expect(process.steps.find(({ id }) => id === 'today2')).toMatchObject({ role: 'managers' });
    for (const part of ['另一个', 'onAlarm', '“alarm”', 'scriptFormat', 'println', 'calledElement', 'E-17', "{outcome == 'ok'}", 'taskListener']) expect(said(part), part).not.toEqual([]);
  });

  test('a drawing comes into a measure: its own data stay, and it can be exported again', async () => {
    const [into] = measures;
    const { process } = await importBpmn(fileOf('camundaModeler'), into);
    expect(process).toMatchObject({ id: into?.id, name: into?.name, forms: into?.forms, measure: into?.measure, separation: into?.separation });
    expect(process?.roles.slice(0, into?.roles.length)).toEqual(into?.roles);
    if (process) expect(await importBpmn(await exportBpmn(process))).toEqual({ process, notes: [] });
  });
});
