/**
 * A worker in a process of its own, so that it can be killed for good. It writes each projection as a line of FILE;
 * once it has written that the task HANG_ON was completed it hangs, so that its workflow task never commits.
 */
import { appendFileSync } from 'node:fs';
import { fakeOutside } from '../activities/fakeOutside.ts';
import { TemporalWorld } from './temporalWorld.ts';

const { FILE = '', HANG_ON = '', QUEUE = '' } = process.env;
const { outside } = fakeOutside('http://127.0.0.1:1');
const world = await TemporalWorld.open(
  {
    ...outside,
    lookUp: async () => ({ documents: ['form'], cases: [], paidFen: 0 }),
    projection: {
      async write(projection) {
        appendFileSync(FILE, `${JSON.stringify(projection)}\n`);
        const hit = projection.trail.some(({ event }) => event.event === 'taskCompleted' && event.task === HANG_ON);
        if (hit) await new Promise(() => undefined);
      },
    },
  },
  QUEUE,
);
await world.worker();
console.log('ready');
