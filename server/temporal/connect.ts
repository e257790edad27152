import { Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import type { Logger } from 'pino';
import { Fault } from '../setup/exitCodes.mjs';

/** Where the Temporal server is, and how it is talked to. */
export interface TemporalPlace {
  address: string;
  namespace: string;
  apiKey?: string;
  tls?: boolean;
}

const patienceMs = 30_000;

const optionsOf = ({ address, apiKey, tls }: TemporalPlace) => ({ address, ...(apiKey === undefined ? {} : { apiKey }), ...(tls || apiKey !== undefined ? { tls: true } : {}) });

/** Connects as client and as worker, waiting for a server that is still coming up. Faults: `temporalUnreachable`. */
export async function connectTemporal(place: TemporalPlace, log: Logger): Promise<{ connection: Connection; native: NativeConnection; close(): Promise<void> }> {
  const until = Date.now() + patienceMs;
  for (;;) {
    try {
      const connection = await Connection.connect({ ...optionsOf(place), connectTimeout: 5_000 });
      await connection.workflowService.describeNamespace({ namespace: place.namespace });
      const native = await NativeConnection.connect(optionsOf(place));
      return {
        connection,
        native,
        async close() {
          await native.close();
          await connection.close();
        },
      };
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      if (Date.now() >= until) throw new Fault('temporalUnreachable', { address: place.address, why }, error);
      log.info(`正在等待 Temporal（${place.address}）… / waiting for Temporal (${place.address}) …`);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
}
