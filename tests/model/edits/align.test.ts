import { describe, expect, it } from 'vitest';
import { align, distribute } from '../../../model/edits/align.ts';
import { apply } from '../../../model/edits/index.ts';
import type { MoveSteps } from '../../../model/edits/moveSteps.ts';
import { make, processOf } from '../rules/processes.ts';
import { nested } from './drawn.ts';

const three = processOf([make.task('a', { position: { x: 0, y: 0 } }), make.exclusive('b', { position: { x: 200, y: 40 } }), make.end('c', { position: { x: 500, y: 100 } })], []);
const ids = ['a', 'b', 'c'];
const places = (edit: MoveSteps | undefined) => edit && apply(three, edit).steps.map(({ position }) => [position.x, position.y]);

describe('align', () => {
  it.each([
    ['left', [[0, 0], [0, 40], [0, 100]]],
    ['right', [[396, 0], [486, 40], [500, 100]]],
    ['centre', [[198, 0], [243, 40], [250, 100]]],
    ['top', [[0, 0], [200, 0], [500, 0]]],
    ['bottom', [[0, 72], [200, 86], [500, 100]]],
    ['middle', [[0, 36], [200, 43], [500, 50]]],
  ] as const)('%s', (line, expected) => {
    expect(places(align(three, ids, line))).toEqual(expected);
  });

  it('by the sizes handed in', () => {
    expect(places(align(three, ids, 'right', () => ({ width: 100, height: 100 })))).toEqual([[500, 0], [500, 40], [500, 100]]);
  });

  it('says nothing where nothing moves, or where there is only one', () => {
    expect(align(three, ['a'], 'left')).toBeUndefined();
    const aligned = align(three, ids, 'left');
    expect(aligned && align(apply(three, aligned), ids, 'left')).toBeUndefined();
  });

  it('across levels by where steps are on the canvas; what goes with another of the selection is not moved twice', () => {
    const edit = align(nested, ['decision', 'pay'], 'top');
    expect(edit?.moves).toEqual([{ step: 'pay', x: 80, y: 0 }]);
    expect(align(nested, ['payment', 'pay', 'payFailed', 'end'], 'top')?.moves.map(({ step }) => step)).toEqual(['end']);
  });
});

describe('distribute', () => {
  it('makes the gaps equal between the outermost', () => {
    expect(places(distribute(three, ids, 'horizontal'))).toEqual([[0, 0], [295, 40], [500, 100]]);
    expect(places(distribute(three, ids, 'vertical'))).toEqual([[0, 0], [200, 57], [500, 100]]);
  });

  it('says nothing of two', () => {
    expect(distribute(three, ['a', 'b'], 'horizontal')).toBeUndefined();
  });
});
