import { createStore, type StoreApi } from 'zustand/vanilla';
import type { StageId } from '../../../model/steps/defineStep.ts';
import type { Step } from '../../../model/steps/index.ts';
import type { Text } from '../../../model/text.ts';
import type { Point } from '../../canvas/diagram.ts';
import type { Guide } from './alignment.ts';
import { DraftDrawing } from './DraftDrawing.ts';

/** Where a step that is being added shall go: after a step, into a flow, onto a border, or just at a place. */
export interface AddingTo {
  after?: string;
  onFlow?: string;
  host?: string;
  at?: Point;
}

/** What a hand is doing on the canvas at this moment; nothing of it is kept. */
export interface Gesture {
  /** The step under the cursor. */
  hovered: string | undefined;
  /** Steps are being dragged: lines they lie on, and the stage where they would land. */
  dragging: { guides: Guide[]; stage: StageId | undefined; parent: string | undefined } | undefined;
  /** A flow is being drawn or led elsewhere: its way so far. */
  line: Point[] | undefined;
  /** The step or flow that would be hit. */
  aim: string | undefined;
  /** Why it would not work, beside the cursor. */
  why: { reason: Text; at: Point } | undefined;
  /** The kind of step that is being dragged out of the palette. */
  adding: Step['kind'] | undefined;
  /** The box in which to search for a kind to add, and where it would go. */
  quickAdd: AddingTo | undefined;
  /** The list in which to search for a step: to go there, or to connect the selected step to it. */
  finding: 'go' | 'connect' | undefined;
}

/** The gestures of one canvas. */
export type Gestures = StoreApi<Gesture>;

/** What the canvas and the parts around it share besides the draft: the drawing that is carried along, and what the hand is doing. */
export interface CanvasParts {
  drawing: DraftDrawing;
  gestures: Gestures;
}

/** A canvas on which nothing is being done. */
export function createCanvasParts(): CanvasParts {
  return {
    drawing: new DraftDrawing(),
    gestures: createStore<Gesture>(() => ({
      hovered: undefined, dragging: undefined, line: undefined, aim: undefined, why: undefined, adding: undefined, quickAdd: undefined, finding: undefined,
    })),
  };
}
