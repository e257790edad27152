import fc from 'fast-check';
import type { Flow, Process } from '../../../model/process.ts';
import { kindOf, type Step } from '../../../model/steps/index.ts';
import { randomProcess } from '../kernel/randomProcess.ts';

/** What a hand that slips does to a draft. */
type Slip = { slip: 'drop' | 'retarget' | 'exclusive' | 'parallel' | 'inclusive' | 'terminate' | 'interrupts'; which: number; where: number };

const slips: fc.Arbitrary<Slip[]> = fc.array(
  fc.record({ slip: fc.constantFrom('drop', 'retarget', 'retarget', 'exclusive', 'parallel', 'inclusive', 'terminate', 'interrupts'), which: fc.nat(999), where: fc.nat(999) }),
  { minLength: 1, maxLength: 3 },
);

function slipped(process: Process, { slip, which, where }: Slip): Process {
  const change = (chosen: (step: Step) => boolean, to: (step: Step) => object): Process => {
    const candidates = process.steps.filter(chosen);
    const target = candidates[which % Math.max(1, candidates.length)];
    return { ...process, steps: process.steps.map((step) => (step === target ? ({ ...step, ...to(step) } as Step) : step)) }; // a gateway's kinds have the same fields
  };
  const flow = process.flows[which % Math.max(1, process.flows.length)];
  const parentOf = (id: string): string | undefined => process.steps.find((step) => step.id === id)?.parent;
  switch (slip) {
    case 'drop':
      return { ...process, flows: process.flows.filter((other) => other !== flow) };
    case 'retarget': {
      const steps = process.steps.filter((step) => flow && step.parent === parentOf(flow.from) && !kindOf(step).begins && !kindOf(step).attachedTo);
      const to = steps[where % Math.max(1, steps.length)]?.id;
      return { ...process, flows: process.flows.map((other): Flow => (other === flow && to !== undefined ? { ...other, to } : other)) };
    }
    case 'terminate':
      return change((step) => kindOf(step).ends, () => ({ end: 'terminate' }));
    case 'interrupts':
      return change((step) => kindOf(step).moves(step).interrupts === false, () => ({ interrupting: true }));
    default:
      return change((step) => kindOf(step).look.shape === 'gateway', () => ({ kind: `${slip}Gateway` }));
  }
}

/** Random processes after up to three slips: most are no longer sound, all are well-formed. */
export const brokenProcess: fc.Arbitrary<Process> = fc.tuple(randomProcess, slips).map(([process, made]) => made.reduce(slipped, process));
