import { describe, expect, test } from 'vitest';
import { snapped } from '../../../designer/editor/canvas/alignment.ts';
import { DraftDrawing } from '../../../designer/editor/canvas/DraftDrawing.ts';
import { DraftNodes } from '../../../designer/editor/canvas/DraftNodes.ts';
import { stageAt, stagePlaces } from '../../../designer/editor/canvas/stagePlaces.ts';
import { dropOf, takenAlong } from '../../../designer/editor/canvas/dropping.ts';
import { commandOf, commands } from '../../../designer/editor/commands/commands.ts';
import { neighbour } from '../../../designer/editor/commands/neighbour.ts';
import { createEditorStore } from '../../../designer/editor/editorStore.ts';
import { outlineOf, stageLine } from '../../../designer/editor/outline/outlineOf.ts';
import { placeAfter, placeFor } from '../../../designer/editor/palette/placing.ts';
import { patchOf, patched } from '../../../designer/editor/problems/draftPatch.ts';
import { faultsByPlace } from '../../../designer/editor/problems/faultsByPlace.ts';
import { traceLayer } from '../../../designer/editor/problems/traceLayer.ts';
import { measures } from '../../../measures/index.ts';
import { allowed, apply, type Edit } from '../../../model/edits/index.ts';
import type { Process } from '../../../model/process.ts';
import { indexOf } from '../../../model/processIndex.ts';
import { proveSound } from '../../../model/soundness/proveSound.ts';
import { kindOf, stepKinds } from '../../../model/steps/index.ts';
import { make, processOf, soundProcess, way } from '../../model/rules/processes.ts';

const process = soundProcess();
const spread = { ...process, steps: process.steps.map((step, i) => ({ ...step, position: { x: i * 240, y: 0 } })) };
const drawing = new DraftDrawing().at(spread, 'zh');

describe('dragging', () => {
  test('snaps to the lines of neighbours, else to the raster, and not at all when told so', () => {
    const other = { x: 100, y: 300, width: 140, height: 64 };
    const near = snapped({ x: 103, y: 41, width: 140, height: 64 }, [other], 6);
    expect([near.dx, near.dy]).toEqual([-3, -1]);
    expect(near.guides.map(({ along, at }) => [along, at])).toEqual([['x', 170], ['x', 100], ['x', 240]]);
    expect(snapped({ x: 103, y: 41, width: 140, height: 64 }, [other], 6, true)).toEqual({ dx: 0, dy: 0, guides: [] });
  });

  test('a drop decides the stage by the band under it, also for a stage that has no step yet', () => {
    const step = spread.steps[1]!; // a task
    const [{ stage } = {}] = dropOf(spread, drawing, [step], 480, 0).moves;
    expect(stage).toBe('onSiteCheck');
    const bare = { ...spread, steps: spread.steps.filter((other) => other.stage !== 'publicity') };
    const sparse = new DraftDrawing().at(bare, 'zh');
    const places = stagePlaces(bare.stages, sparse.bands, sparse.whole);
    const strip = places.find((place) => place.stage === 'publicity')!; // every stage has a place
    expect(strip.empty).toBe(true);
    expect(stageAt({ x: strip.x + strip.width / 2, y: 0 }, places)).toBe('publicity');
    expect(stageAt({ x: -9_000, y: 0 }, places)).toBe('declaration');
  });

  test('a step that is dropped into a subprocess belongs to it, and one that is dragged out no longer does', () => {
    const into = processOf([make.start('start', { position: { x: 0, y: 100 } }), make.sub('sub', { position: { x: 200, y: 0 }, size: { width: 600, height: 300 } }), make.task('task', { position: { x: 1_000, y: 100 } })], []);
    const places = new DraftDrawing().at(into, 'zh');
    const edit = dropOf(into, places, [into.steps[2]!], -600, 0); // three steps
    expect(edit.moves).toEqual([{ step: 'task', x: 200, y: 100, parent: 'sub', stage: 'preliminaryReview' }]);
    const inside = apply(into, edit);
    const out = dropOf(inside, new DraftDrawing().at(inside, 'zh'), [indexOf(inside).steps.get('task')!], 700, 0); // it was there before
    expect(out.moves).toEqual([{ step: 'task', x: 1_100, y: 100, parent: null, stage: 'disbursement' }]); // the far right is the last stage's
  });

  test('takes along what a step contains and what sits on the borders', () => {
    const [measure] = measures;
    const sub = measure!.steps.find((step) => kindOf(step).contains)!; // measures have subprocesses
    const along = takenAlong(measure!, [sub.id]); // there are measures
    expect(measure!.steps.filter((step) => step.parent === sub.id && !along.has(step.id))).toEqual([]);
    expect(along.size).toBeGreaterThan(1);
  });
});

describe('adding', () => {
  test.each(Object.values(stepKinds).map(({ kind }) => kind))('%s can be added after a task, onto its border or into the drawing', (kind) => {
    const { edit, why } = placeAfter(spread, drawing, kind, { after: 'declarationTask' });
    expect(why).toBeUndefined();
    expect(allowed(spread, edit)).toBeUndefined();
    expect(indexOf(apply(spread, edit)).steps.has(edit.step.id)).toBe(true);
  });

  test('after a step that leads on in one way it comes in between, after a gateway it becomes another way, and an end is only led to', () => {
    expect(placeAfter(spread, drawing, 'userTask', { after: 'onSiteCheckTask' }).edit).toMatchObject({ onFlow: 'onSiteCheckTaskToPublicityTask' });
    expect(placeAfter(spread, drawing, 'endEvent', { after: 'onSiteCheckTask' }).edit).toMatchObject({ after: 'onSiteCheckTask' });
    const choosing = processOf([make.exclusive('gate'), make.end()], [way('gate > end')]);
    expect(placeAfter(choosing, new DraftDrawing().at(choosing, 'zh'), 'userTask', { after: 'gate' }).edit).toMatchObject({ after: 'gate' });
  });

  test('it lands in a free place of the same stage', () => {
    const { edit } = placeAfter(spread, drawing, 'userTask', { after: 'onSiteCheckTask' });
    expect(edit.step.stage).toBe('onSiteCheck');
    const after = apply(spread, edit);
    const boxes = new DraftDrawing().at(after, 'zh').boxes;
    const own = boxes.get(edit.step.id)!; // it was added
    for (const [id, box] of boxes) if (id !== edit.step.id) expect(own.x < box.x + box.width && box.x < own.x + own.width && own.y < box.y + box.height && box.y < own.y + own.height, id).toBe(false);
  });

  test('dropped on a flow it splits it; a boundary event asks for a host', () => {
    const [a, b] = drawing.routes.get('startToDeclarationTask')!; // a straight flow
    const onto = placeFor(spread, drawing, 'serviceTask', { x: (a!.x + b!.x) / 2, y: a!.y }, 14); // two points
    expect([onto.edit.onFlow, onto.aim, onto.why]).toEqual(['startToDeclarationTask', 'startToDeclarationTask', undefined]);
    const border = placeFor(spread, drawing, 'boundaryTimer', { x: 300, y: 64 }, 14);
    expect([border.aim, border.why]).toEqual(['declarationTask', undefined]);
    expect(placeFor(spread, drawing, 'boundaryTimer', { x: 300, y: 2_000 }, 14).why?.zh).toContain('边框');
  });
});

describe('keys', () => {
  const press = (key: string, code: string, held: Partial<Record<'ctrlKey' | 'shiftKey' | 'altKey' | 'metaKey', boolean>> = {}) => commandOf({ key, code, ctrlKey: false, shiftKey: false, altKey: false, metaKey: false, ...held })?.key;
  test('ask for commands, whatever the keyboard writes', () => {
    expect(press('z', 'KeyZ', { ctrlKey: true })).toBe('undo');
    expect(press('Z', 'KeyZ', { metaKey: true, shiftKey: true })).toBe('redo');
    expect(press('y', 'KeyY', { ctrlKey: true })).toBe('redo');
    expect(press('/', 'Slash')).toBe('quickAdd');
    expect(press('Backspace', 'Backspace')).toBe('remove');
    expect(press('Ò', 'KeyL', { altKey: true, shiftKey: true })).toBe('alignLeft');
    expect(press('+', 'Equal', { shiftKey: true })).toBe('closer');
    expect(press('c', 'KeyC', { ctrlKey: true })).toBeUndefined(); // the browser's own event brings the clipboard
    expect(press('q', 'KeyQ')).toBeUndefined();
  });

  test('no two commands share one', () => {
    expect(new Set(commands.map(({ shortcut }) => shortcut)).size).toBe(commands.length);
  });

  test('Alt with arrows walks along the flows', () => {
    expect(neighbour(spread, drawing, undefined, 'ArrowRight')?.id).toBe('start');
    expect(neighbour(spread, drawing, 'start', 'ArrowRight')?.id).toBe('declarationTask');
    expect(neighbour(spread, drawing, 'declarationTask', 'ArrowLeft')?.id).toBe('start');
    expect(neighbour(spread, drawing, 'end', 'ArrowRight')).toBeUndefined();
  });

  test('a command that cannot be done now says why, and the rest is done', () => {
    const store = createEditorStore(spread);
    const why = (key: string) => commands.find((command) => command.key === key)?.why?.(store.getState())?.zh;
    expect(why('group')).toBeTruthy();
    expect(why('undo')).toBe('没有可撤销的修改。');
    store.getState().select(['declarationTask', 'preliminaryReviewTask']);
    expect(why('group')).toBeUndefined();
    expect(why('alignTop')).toBeUndefined();
    expect(why('makeDefault')).toBeTruthy();
  });
});

test('the outline tells stages, steps, borders and contents from left to right, and hides what is closed', () => {
  const within = processOf(
    [make.start('start', { stage: 'declaration' }), make.sub('sub', { position: { x: 400, y: 0 } }), make.task('inner', { parent: 'sub' }), make.task('task', { position: { x: 200, y: 0 } }), make.onTime('late', 'task')],
    [way('start > task > sub')],
  );
  const words = (closed: string[]) => outlineOf(within, new Set(closed)).filter((line) => line.step).map(({ id, level, place, of, opens }) => [id, level, place, of, opens]);
  expect(words([])).toEqual([['start', 2, 1, 1, false], ['task', 2, 1, 2, true], ['late', 3, 1, 1, false], ['sub', 2, 2, 2, true], ['inner', 3, 1, 1, false]]);
  expect(words([stageLine('declaration'), 'sub'])).toEqual([['task', 2, 1, 2, true], ['late', 3, 1, 1, false], ['sub', 2, 2, 2, true]]);
});

test('a draft comes whole out of its patches, and what an edit left alone is the same object there too', () => {
  const edits: Edit[] = [
    { edit: 'moveSteps', moves: [{ step: 'start', x: 8, y: 8 }] },
    { edit: 'removeElements', steps: ['onSiteCheckTask'], flows: [], bridge: true },
    { edit: 'changeProcess', to: { firstDayCounts: false } },
    placeAfter(spread, drawing, 'userTask', { after: 'start' }).edit,
  ];
  let here: Process = { ...spread, awardedBy: 'declarationTask' };
  let there = structuredClone(here);
  for (const edit of edits) {
    const after = apply(here, edit);
    const sent = structuredClone(patchOf(here, after));
    const before = there;
    there = patched(there, sent);
    expect(there).toEqual(after);
    const kept = before.steps.filter((step) => there.steps.includes(step)).length;
    expect(kept).toBe(here.steps.filter((step) => after.steps.includes(step)).length);
    here = after;
  }
  const { awardedBy: _gone, ...without } = here;
  expect(patched(there, structuredClone(patchOf(here, without)))).toEqual(without);
});

test('a drawing that was prepared in turns is the one that is drawn at once', async () => {
  const turned = new DraftDrawing();
  turned.at(spread, 'zh');
  const moved = apply(spread, { edit: 'moveSteps', moves: [{ step: 'declarationTask', x: 320, y: 96 }] });
  await turned.prepare(moved, 'zh');
  expect(turned.at(moved, 'zh')).toEqual(new DraftDrawing().at(moved, 'zh'));
});

test('a step that only stands elsewhere is not drawn anew', () => {
  const nodes = new DraftNodes();
  const context = { language: 'zh' as const, selected: new Set<string>(), faults: new Map(), layer: undefined, stateWord: String };
  const before = nodes.of(spread, { ...context, drawing });
  const moved = apply(spread, { edit: 'moveSteps', moves: [{ step: 'declarationTask', x: 320, y: 96 }] });
  const after = nodes.of(moved, { ...context, drawing: new DraftDrawing().at(moved, 'zh') });
  expect(after[1]).not.toBe(before[1]);
  expect(after[1]?.data).toBe(before[1]?.data);
  const renamed = apply(moved, { edit: 'changeStep', step: 'declarationTask', to: { ...moved.steps[1]!, name: { zh: '新名', en: 'New name' } } }); // it is the second
  expect(nodes.of(renamed, { ...context, drawing: new DraftDrawing().at(renamed, 'zh') })[1]?.data.title).toBe('新名');
});

test('faults of a place that did not change stay the same object', () => {
  const fault = (step: string, zh: string) => ({ rule: 'r', severity: 'error' as const, message: { zh, en: zh }, where: { step } });
  const before = faultsByPlace([fault('a', 'x'), fault('b', 'y')]);
  const after = faultsByPlace([fault('a', 'x'), fault('b', 'z'), fault('b', 'y')], before);
  expect(after.get('a')).toBe(before.get('a'));
  expect(after.get('b')).toMatchObject({ errors: 2, warnings: 0 });
});

test('a counterexample lies on the canvas step by step', () => {
  const stuck = processOf(
    [make.start(), make.exclusive('split'), make.task('a'), make.task('b'), make.parallel('join'), make.end()],
    [way('start > split'), way('split > a', { condition: 'declaration.cost > 1' }), way('a > join'), way('split > b', { isDefault: true }), way('b > join > end')],
  );
  const finding = proveSound(stuck).findings.find(({ trace }) => trace.length > 1)!; // an exclusive split never fills a parallel join
  const first = traceLayer(finding.trace, 0);
  const last = traceLayer(finding.trace, finding.trace.length - 1);
  expect(first.discs.length).toBeGreaterThan(0);
  expect(last.marks.get('join')?.state).toBe('active');
  expect([...last.taken].some((flow) => flow === 'aToJoin' || flow === 'bToJoin')).toBe(true);
});
