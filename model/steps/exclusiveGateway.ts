import { z } from 'zod';
import { defineStep, stepShape, type StepBase } from './defineStep.ts';

/** Where exactly one way is taken. */
export interface ExclusiveGateway extends StepBase {
  kind: 'exclusiveGateway';
}

/** BPMN exclusive gateway: the first flow whose condition holds, in the order of the process, else the default. */
export const exclusiveGateway = defineStep<ExclusiveGateway>({
  kind: 'exclusiveGateway',
  title: { zh: '排他网关', en: 'Exclusive gateway' },
  fields: z.strictObject({ ...stepShape, kind: z.literal('exclusiveGateway') }),
  look: { shape: 'gateway', icon: 'cross', summary: () => undefined },
  bpmn: 'bpmn:ExclusiveGateway',
  begins: false,
  ends: false,
  contains: false,
  join: 'each',
  split: 'exclusive',
  waits: () => false,
  moves: () => ({}),
  roles: () => [],
  expressions: () => [],
  renamed: () => ({}),
  blank: (base) => ({ ...base, kind: 'exclusiveGateway' }),
  contributes: () => undefined,
  enter(turn, step, arrival) {
    const flows = turn.outgoing(step.id);
    if (flows.length === 1) {
      turn.pass(step, arrival);
      return;
    }
    for (const flow of flows) {
      if (flow.isDefault || !flow.condition) continue;
      const holds = turn.holds(flow.condition);
      if (holds === null) {
        turn.conditionNull(step, arrival, flow);
        return;
      }
      if (holds) {
        turn.choose(step, arrival, [flow]);
        return;
      }
    }
    const otherwise = flows.find((flow) => flow.isDefault);
    if (otherwise) turn.choose(step, arrival, [otherwise]);
    else turn.noFlowHolds(step, arrival);
  },
  resume: () => undefined,
  check: () => [],
});
