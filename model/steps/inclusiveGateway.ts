import { z } from 'zod';
import type { Flow } from '../process.ts';
import { defineStep, stepShape, type StepBase } from './defineStep.ts';

/** Where one or several ways are taken, and where those that were taken meet again. */
export interface InclusiveGateway extends StepBase {
  kind: 'inclusiveGateway';
}

/** BPMN inclusive gateway; its join waits for every token that can still arrive (BPMN 2.0, 13.4.3). */
export const inclusiveGateway = defineStep<InclusiveGateway>({
  kind: 'inclusiveGateway',
  title: { zh: '包容网关', en: 'Inclusive gateway' },
  fields: z.strictObject({ ...stepShape, kind: z.literal('inclusiveGateway') }),
  look: { shape: 'gateway', icon: 'circle', summary: () => undefined },
  bpmn: 'bpmn:InclusiveGateway',
  begins: false,
  ends: false,
  contains: false,
  join: 'inclusive',
  split: 'inclusive',
  waits: () => false,
  moves: () => ({}),
  roles: () => [],
  expressions: () => [],
  renamed: () => ({}),
  blank: (base) => ({ ...base, kind: 'inclusiveGateway' }),
  contributes: () => undefined,
  enter(turn, step, arrival) {
    const flows = turn.outgoing(step.id);
    if (flows.length === 1) {
      turn.pass(step, arrival);
      return;
    }
    const chosen: Flow[] = [];
    for (const flow of flows) {
      if (flow.isDefault || !flow.condition) continue;
      const holds = turn.holds(flow.condition);
      if (holds === null) {
        turn.conditionNull(step, arrival, flow);
        return;
      }
      if (holds) chosen.push(flow);
    }
    const otherwise = flows.find((flow) => flow.isDefault);
    if (chosen.length) turn.choose(step, arrival, chosen);
    else if (otherwise) turn.choose(step, arrival, [otherwise]);
    else turn.noFlowHolds(step, arrival);
  },
  resume: () => undefined,
  check: () => [],
});
