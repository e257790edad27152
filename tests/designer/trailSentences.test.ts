import { expect, test } from 'vitest';
import { caseLayer, stepOfTask } from '../../designer/canvas/caseLayer.ts';
import { carryOver } from '../../designer/canvas/carryOver.ts';
import { eventSentence } from '../../designer/trail/eventSentence.ts';
import { factSentence } from '../../designer/trail/factSentence.ts';
import { applicants } from '../../measures/applicants.ts';
import { processOf } from '../../measures/index.ts';
import { walk } from '../measures/walk.ts';

test.each(applicants)('every entry of the story of $measure is told in both languages, by names and never by ids', (applicant) => {
  const process = processOf(applicant.measure);
  if (!process) throw new Error(`There is no measure ${applicant.measure}.`);
  const { trail } = walk(applicant);
  const taskNames = new Set(process.steps.filter((step) => 'outcomes' in step).map((step) => step.id));
  for (const entry of trail) {
    const told = [eventSentence(entry.event, process, trail), ...entry.facts.flatMap((fact) => factSentence(fact, process) ?? [])];
    for (const sentence of told) {
      expect(sentence.zh).toMatch(/\p{Script=Han}/u);
      expect(sentence.en).toMatch(/[a-z]/);
      expect(`${sentence.zh}${sentence.en}`).not.toMatch(/undefined|\[object|““/);
    }
    if (entry.event.event === 'taskCompleted') expect(taskNames).toContain(stepOfTask(entry.event.task));
  }
});

test('a case that was paid shows its steps as done or not required, and none as active', () => {
  const [applicant] = applicants;
  const process = applicant && processOf(applicant.measure);
  if (!process) throw new Error('There is no first applicant.');
  const { trail, notRequired } = walk(applicant);
  const layer = caseLayer(process, { tokens: [], tasks: [], suspensions: [] }, trail);
  expect([...layer.marks].filter(([, mark]) => mark.state === 'active')).toEqual([]);
  expect(layer.marks.get('payment')?.state).toBe('done');
  for (const step of notRequired) expect(layer.marks.get(step)).toMatchObject({ state: 'notRequired', note: { zh: expect.stringContaining('规则') as string } }); // the matcher stands for a string
});

test('a disc that moves on keeps its mark on the screen', () => {
  const before = carryOver([], [{ id: 'a#1', step: 'a' }, { id: 'b#1', step: 'b' }]);
  const after = carryOver(before, [{ id: 'b#1', step: 'b' }, { id: 'c#1', step: 'c' }]);
  expect(after).toEqual([{ id: 'b#1', step: 'b', key: 'b#1' }, { id: 'c#1', step: 'c', key: 'a#1' }]);
});
