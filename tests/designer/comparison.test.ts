import { expect, test } from 'vitest';
import { compareLayer, groupOf } from '../../designer/pages/design/compare/compareLayer.ts';
import { unionProcess } from '../../designer/pages/design/compare/unionProcess.ts';
import { processOf } from '../../measures/index.ts';
import { compare } from '../../model/compare/index.ts';
import { apply } from '../../model/edits/index.ts';
import type { Process } from '../../model/process.ts';

const before = processOf('M02')!; // the programme has it

const drawn = (after: Process) => {
  const differences = compare(before, after);
  return { differences, union: unionProcess(before, after, differences), layer: compareLayer(differences) };
};

test('a step that was taken away stands as a ghost where it was, with the flows it had, and nothing is there twice', () => {
  const { union, layer } = drawn(apply(before, { edit: 'removeElements', steps: ['siteCheck'], flows: [], bridge: true }));
  const ghost = union.steps.find(({ id }) => id === 'siteCheck');
  expect(ghost?.position).toEqual(before.steps.find(({ id }) => id === 'siteCheck')?.position);
  expect(layer.marks.get('siteCheck')?.state).toBe('removed');
  const gone = union.flows.filter(({ id }) => layer.flows?.get(id) === 'removed');
  expect(gone.length).toBeGreaterThan(0);
  for (const list of [union.steps, union.flows]) expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
  const there = new Set(union.steps.map(({ id }) => id));
  for (const { from, to } of union.flows) expect(there.has(from) && there.has(to)).toBe(true);
});

test('moved, changed and renamed steps are marked for what they are, with the sentences behind it; a renamed one is no ghost', () => {
  const review = before.steps.find(({ id }) => id === 'review')!; // every path has a review
  const moved = drawn(apply(before, { edit: 'moveSteps', moves: [{ step: 'review', x: review.position.x + 10, y: review.position.y }] }));
  expect(moved.layer.marks.get('review')?.state).toBe('moved');
  const changed = drawn(apply(before, { edit: 'changeStep', step: 'review', to: { ...review, name: { zh: '复核', en: 'Second look' }, position: { x: 1, y: 1 } } }));
  expect(changed.layer.marks.get('review')).toMatchObject({ state: 'changed', note: { zh: expect.stringContaining('复核') as string } });
  const renamed = drawn(apply(before, { edit: 'changeStep', step: 'formCheck', to: { ...before.steps.find(({ id }) => id === 'formCheck')!, id: 'paperCheck' } })); // every path begins with it
  expect(renamed.union.steps.map(({ id }) => id)).not.toContain('formCheck');
  expect(renamed.layer.marks.has('paperCheck')).toBe(true);
});

test('what is compared with itself has no mark, and each difference is told under the part it is about', () => {
  expect(drawn(before)).toMatchObject({ differences: [], union: { steps: before.steps, flows: before.flows } });
  const after: Process = { ...before, name: { zh: '新名', en: 'New' }, roles: [...before.roles, { id: 'guest', name: { zh: '来宾', en: 'Guest' } }], flows: before.flows.slice(1) };
  const told = compare(before, after).map((difference) => [groupOf(difference), difference.change]);
  expect(told).toEqual(expect.arrayContaining([['process', 'changed'], ['role', 'added'], ['flow', 'removed']]));
});
