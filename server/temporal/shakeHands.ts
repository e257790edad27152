import { X509Certificate } from 'node:crypto';
import { connect } from 'node:tls';
import type { TemporalPlace } from '../settings/temporalSettings.ts';
import { Fault } from '../setup/exitCodes.mjs';

const patienceMs = 5_000;
/** A server that does not take our certificate says so only after the handshake. */
const objectionMs = 200;

/** Nobody is there, or not yet: no matter of trust. */
const absent = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EPIPE']);

/**
 * Where the connection is to be encrypted: does the handshake by itself, since gRPC tries a certificate that is not trusted again and
 * again and never says why. Throws what the network says of a server that is not there. Faults: `temporalRefused`.
 */
export async function shakeHands({ address, connection: { tls } }: TemporalPlace): Promise<void> {
  if (tls === undefined || tls === null || tls === false) return;
  const { serverRootCACertificate: ca, clientCertPair: ours, serverNameOverride } = tls === true ? {} : tls;
  if (ours) refuseExpired(address, ours.crt);
  const colon = address.lastIndexOf(':');
  const host = address.slice(0, colon).replace(/^\[|\]$/g, '');
  const socket = connect({
    host,
    port: Number(address.slice(colon + 1)),
    servername: serverNameOverride ?? host,
    ALPNProtocols: ['h2'],
    timeout: patienceMs,
    ...(ca ? { ca: Buffer.from(ca) } : {}),
    ...(ours ? { cert: Buffer.from(ours.crt), key: Buffer.from(ours.key) } : {}),
  });
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject);
      socket.once('timeout', () => reject(new Error('no answer')));
      socket.once('secureConnect', () => setTimeout(resolve, ours ? objectionMs : 0));
    });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException; // what Node's sockets throw
    if (code === undefined || absent.has(code)) throw error;
    throw new Fault('temporalRefused', { address, why: message }, error);
  } finally {
    socket.destroy();
  }
}

/** A server says of our expired certificate only that the connection broke; its date we can read ourselves. */
function refuseExpired(address: string, certificate: Uint8Array): void {
  let validTo: string;
  try {
    ({ validTo } = new X509Certificate(certificate));
  } catch (error) {
    throw new Fault('temporalRefused', { address, why: `our certificate cannot be read: ${error instanceof Error ? error.message : String(error)}` }, error);
  }
  if (Date.parse(validTo) < Date.now()) throw new Fault('temporalRefused', { address, why: `our certificate expired on ${validTo}` });
}
