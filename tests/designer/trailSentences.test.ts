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

test('two people who skip a step, a deadline that stands still, and a vote that is not told yet have their sentences', () => {
  const process = processOf('M02');
  if (!process) throw new Error('There is no measure M02.');
  const at = '2026-03-02T09:00:00.000+08:00';
  const actor = { id: 'admin-1', name: '管理员', roles: ['administrator'] };
  const proposed = eventSentence({ event: 'skipProposed', at, actor, incident: 'i1.1', reason: '人工核对' }, process, []);
  expect(proposed).toMatchObject({ zh: expect.stringContaining('人工核对'), en: expect.stringContaining('another person has to confirm') });
  const vote = { event: 'taskCompleted' as const, at, task: 'siteCheck#1.1', actor, outcome: '', data: {} };
  expect(eventSentence(vote, process, []).zh).toContain('不公开');
  expect(factSentence({ fact: 'skipped', step: 'documentsCheck', token: 'documentsCheck#1', reason: '人工核对', proposedBy: 'admin-1', confirmedBy: 'owner-1' }, process)?.zh).toMatch(/admin-1.*owner-1.*人工核对/);
  expect(factSentence({ fact: 'dueStopped', step: 'review', task: 'review#1', remaining: { workingDays: 3, firstDayCounts: true } }, process)?.en).toContain('was stopped');
  expect(factSentence({ fact: 'dueMoved', step: 'review', task: 'review#1', due: at }, process)?.en).toContain('is now due');
});
