import type { LookupAddress } from 'node:dns';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Json, JsonObject } from '../model/text.ts';
import { allowedAddresses } from './allowedAddresses.ts';
import { finalFailure, passingFailure } from './failures.ts';
import type { OfficeAccess } from './outside.ts';

/** The most an office may answer. */
const maximumBytes = 256 * 1024;

/** What an office answered; `body` is undefined where it was not JSON. */
export interface OfficeReply {
  status: number;
  body: Json | undefined;
}

/**
 * One HTTP exchange with an office, within `access.timeoutMs` from beginning to end, over a connection of its own to the very addresses
 * that were checked. No redirect is followed (final `redirected`). Passing failures: `unresolved`, `noAnswer`, `answerTooLarge`.
 */
export async function officeRequest(
  access: OfficeAccess,
  method: 'GET' | 'POST',
  path: string,
  body?: JsonObject,
): Promise<OfficeReply> {
  const url = new URL(access.baseUrl.replace(/\/$/, '') + path);
  const addresses = await allowedAddresses(url, access);
  const { status, text } = await exchange(url, addresses, access, method, body);
  if (status >= 300 && status < 400) {
    throw finalFailure('redirected', {
      zh: `外部单位 ${url.host} 要求转向其他地址，系统不予跟随：请由管理员更正连接地址。`,
      en: `The office at ${url.host} redirects elsewhere, which is not followed: an administrator should correct its address.`,
    });
  }
  return { status, body: parsed(text) };
}

function exchange(
  url: URL,
  addresses: LookupAddress[],
  access: OfficeAccess,
  method: string,
  body: JsonObject | undefined,
): Promise<{ status: number; text: string }> {
  const sent = body === undefined ? undefined : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const noAnswer = () =>
      reject(
        passingFailure('noAnswer', {
          zh: `外部单位 ${url.host} 未在 ${access.timeoutMs} 毫秒内完整答复，将自动重试。`,
          en: `The office at ${url.host} gave no complete answer within ${access.timeoutMs} ms; it will be tried again.`,
        }),
      );
    const outgoing = (url.protocol === 'https:' ? httpsRequest : httpRequest)(
      url,
      {
        method,
        agent: false,
        signal: AbortSignal.timeout(access.timeoutMs),
        lookup: (_host, options, done) => (options.all ? done(null, addresses) : done(null, addresses[0]?.address ?? '', addresses[0]?.family)),
        headers: {
          authorization: `Bearer ${access.key}`,
          accept: 'application/json',
          ...(sent === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(sent) }),
        },
      },
      (incoming) => {
        collect(incoming, url.host).then(
          (text) => resolve({ status: incoming.statusCode ?? 0, text }),
          (failure) => (failure ? reject(failure) : noAnswer()),
        );
      },
    );
    outgoing.on('error', noAnswer);
    outgoing.end(sent);
  });
}

/** Rejects with a failure where the answer is too large, with nothing where the connection broke. */
function collect(incoming: IncomingMessage, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    incoming.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= maximumBytes) return void chunks.push(chunk);
      incoming.destroy();
      reject(
        passingFailure('answerTooLarge', {
          zh: `外部单位 ${host} 的答复超过 256 KiB，不予读取。`,
          en: `The answer of the office at ${host} is larger than 256 KiB and was not read.`,
        }),
      );
    });
    incoming.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    incoming.on('error', () => reject());
    incoming.on('close', () => reject());
  });
}

function parsed(text: string): Json | undefined {
  try {
    // JSON.parse gives nothing but JSON.
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
