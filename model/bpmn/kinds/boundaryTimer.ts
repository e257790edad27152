import type { BoundaryTimer } from '../../steps/boundaryTimer.ts';
import { defineMapping } from '../defineMapping.ts';
import { attachedReads, readHost, readInterrupting, writeAttached } from '../parts/attached.ts';
import { hasTimer, readTimer, supplyTimer, writeTimer } from '../parts/timer.ts';

/** A clock on the border of a step is a boundary event with a timer. */
export const boundaryTimer = defineMapping<BoundaryTimer>({
  kind: 'boundaryTimer',
  reads: attachedReads,
  claims: hasTimer,
  write: (step, pen) => ({ ...writeAttached(step.host, step.interrupting, pen), eventDefinitions: writeTimer(step.wait, pen) }),
  read(element, eye) {
    const wait = readTimer(element);
    return { ...readHost(element, eye), interrupting: readInterrupting(element), ...(wait ? { wait } : {}) };
  },
  supply: (element, eye, said) => ({ host: said.host ?? '', interrupting: said.interrupting ?? true, wait: said.wait ?? supplyTimer(element, eye) }),
});
