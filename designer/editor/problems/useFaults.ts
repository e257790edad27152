import { useMemo, useRef } from 'react';
import { useEditor } from '../useEditor.ts';
import { faultsByPlace, type Faults } from './faultsByPlace.ts';

/** What is wrong at each step and flow; unchanged places keep their object. */
export function useFaults(): ReadonlyMap<string, Faults> {
  const problems = useEditor((state) => state.problems);
  const before = useRef<ReadonlyMap<string, Faults>>(new Map());
  return useMemo(() => (before.current = faultsByPlace(problems, before.current)), [problems]);
}
