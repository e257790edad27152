import { lazy, Suspense, useDeferredValue, useMemo } from 'react';
import { caseSchema } from '../../../model/caseSchema.ts';
import type { ExpectedType } from '../../../model/condition.ts';
import { dataKnownAt } from '../../../model/dataKnownAt.ts';
import type { Place } from '../../../model/problem.ts';
import { Bones } from '../../shell/Bones.tsx';
import { useEditor } from '../useEditor.ts';
import './feel.css';
import { useSample } from './useSample.ts';

const FeelEditor = lazy(async () => ({ default: (await import('./FeelEditor.tsx')).FeelEditor }));

/** A FEEL text at a place of the open draft, with the data that a case has there. */
export function PlaceFeel({ place, ...props }: {
  id: string;
  label: string;
  value: string;
  place: Place;
  expected: ExpectedType;
  disabled?: boolean;
  describedBy?: string | undefined;
  take: (feel: string, typing: boolean) => boolean;
}) {
  const process = useEditor((state) => state.history.process);
  // What is known at a place is asked of the whole process; a key need not wait for it.
  const settled = useDeferredValue(process);
  const { sample, put } = useSample();
  const { step, flow } = place;
  const known = useMemo(() => dataKnownAt(settled, { ...(step === undefined ? {} : { step }), ...(flow === undefined ? {} : { flow }) }), [settled, step, flow]);
  return <Suspense fallback={<Bones rows={1} />}><FeelEditor {...props} schema={caseSchema(process)} known={known} sample={sample} put={put} /></Suspense>;
}
