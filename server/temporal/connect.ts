import { Connection, isGrpcServiceError } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import type { Logger } from 'pino';
import type { TemporalPlace } from '../settings/temporalSettings.ts';
import { Fault } from '../setup/exitCodes.mjs';
import { shakeHands } from './shakeHands.ts';

const patienceMs = 30_000;
const attemptMs = 5_000;

/** What gRPC says of who may not come in: permission denied, unauthenticated. */
const refusedCodes = new Set([7, 16]);
const notFound = 5;

/** The connections of one process. */
export interface TemporalConnections {
  connection: Connection;
  /** A worker's own. */
  native(): Promise<NativeConnection>;
  close(): Promise<void>;
}

/**
 * Connects, waiting for a server that is still coming up; what waiting cannot mend is told at once.
 * Faults: `temporalUnreachable`, `temporalRefused`, `temporalNamespace`.
 */
export async function connectTemporal(place: TemporalPlace, log: Logger, forMs = patienceMs): Promise<TemporalConnections> {
  const { address, namespace, connection: options } = place;
  const until = Date.now() + forMs;
  for (;;) {
    const probe = Connection.lazy(clientOptions(place));
    try {
      await shakeHands(place);
      await probe.withDeadline(Date.now() + attemptMs, () => probe.workflowService.describeNamespace({ namespace }));
      break;
    } catch (error) {
      if (error instanceof Fault) throw error;
      const why = whyOf(error);
      if (isGrpcServiceError(error) && Number(error.code) === notFound) throw new Fault('temporalNamespace', { address, namespace }, error);
      if (isGrpcServiceError(error) && refusedCodes.has(Number(error.code))) throw new Fault('temporalRefused', { address, why }, error);
      if (Date.now() >= until) throw new Fault('temporalUnreachable', { address, why }, error);
      log.info(`正在等待 Temporal（${address}）… / waiting for Temporal (${address}) …`);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    } finally {
      await probe.close();
    }
  }
  const connection = await Connection.connect(clientOptions(place));
  let native: NativeConnection | undefined;
  return {
    connection,
    native: async () => (native ??= await NativeConnection.connect(options)),
    async close() {
      await native?.close();
      await connection.close();
    },
  };
}

const clientOptions = ({ connection: { address, apiKey, tls, metadata } }: TemporalPlace) => ({
  ...(address === undefined ? {} : { address }),
  ...(apiKey === undefined ? {} : { apiKey }),
  ...(tls === undefined || tls === null ? {} : { tls }),
  ...(metadata === undefined ? {} : { metadata }),
});

function whyOf(error: unknown): string {
  if (isGrpcServiceError(error)) return error.details || error.message;
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${whyOf(error.cause)}` : error.message;
}
