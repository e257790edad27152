import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { CanvasParts, Gesture } from './gestures.ts';

/** The canvas whose parts are drawn. */
export const CanvasContext = createContext<CanvasParts | undefined>(undefined);

/** The drawing and the gestures of the canvas. */
export function useCanvasParts(): CanvasParts {
  const parts = useContext(CanvasContext);
  if (!parts) throw new Error('a part of the canvas is drawn without one');
  return parts;
}

/** A part of what the hand is doing, drawn anew when that part changes. */
export function useGesture<T>(part: (gesture: Gesture) => T): T {
  return useStore(useCanvasParts().gestures, part);
}
