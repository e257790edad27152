import type { TraceStep } from '../../../model/soundness/trace.ts';
import type { Layer, StepMark } from '../../canvas/layer.ts';

/** A counterexample up to one of its steps, as it lies on the diagram: what was passed, the flows taken, where the tokens stand. */
export function traceLayer(trace: readonly TraceStep[], upTo: number): Layer {
  const told = trace.slice(0, upTo + 1);
  const marks = new Map<string, StepMark>();
  const taken = new Set<string>();
  for (const { step, choices, tokens } of told) {
    for (const { via } of tokens) if (via !== undefined) taken.add(via);
    if (step !== undefined) marks.set(step, { state: 'done' });
    for (const choice of choices) {
      marks.set(choice.step, { state: choice.notRequired ? 'notRequired' : 'done' });
      for (const flow of choice.flows) taken.add(flow);
    }
  }
  const tokens = told.at(-1)?.tokens ?? [];
  for (const { step, scope } of tokens) for (const id of [...scope, step]) marks.set(id, { state: 'active' });
  return { marks, taken, discs: tokens.map(({ step }, i) => ({ id: `${step} ${i}`, step })), focus: tokens.map(({ step }) => step) };
}
