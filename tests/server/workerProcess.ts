/** The product's worker in a process of its own, so that it can be killed for good. It says `ready`, and `wrote` with the case of each projection. */
import { NativeConnection } from '@temporalio/worker';
import { createWorker } from '../../server/worker.ts';
import { fakeOutside } from '../activities/fakeOutside.ts';

const { TEMPORAL_ADDRESS = '', QUEUE = '' } = process.env;
const { outside } = fakeOutside('http://127.0.0.1:1');
const write = async ({ case: id }: { case: string }): Promise<void> => void process.stdout.write(`wrote ${id}\n`);
const worker = await createWorker({ connection: await NativeConnection.connect({ address: TEMPORAL_ADDRESS }), namespace: 'default', queue: QUEUE, outside: { ...outside, projection: { write } } });
process.stdout.write('ready\n');
await worker.run();
