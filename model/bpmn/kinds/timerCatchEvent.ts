import type { TimerCatchEvent } from '../../steps/timerCatchEvent.ts';
import { defineMapping } from '../defineMapping.ts';
import { hasTimer, readTimer, supplyTimer, writeTimer } from '../parts/timer.ts';

/** A wait for time is an intermediate catch event with a timer. */
export const timerCatchEvent = defineMapping<TimerCatchEvent>({
  kind: 'timerCatchEvent',
  reads: ['eventDefinitions'],
  claims: hasTimer,
  write: (step, pen) => ({ eventDefinitions: writeTimer(step.wait, pen) }),
  read(element) {
    const wait = readTimer(element);
    return wait ? { wait } : {};
  },
  supply: (element, eye, said) => ({ wait: said.wait ?? supplyTimer(element, eye) }),
});
