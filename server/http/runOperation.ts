import canonicalize from 'canonicalize';
import type { Request, RequestHandler, Response } from 'express';
import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { Operation, OperationName } from '../../model/api/operations.ts';
import type { Account } from '../../model/api/session.ts';
import type { Json } from '../../model/text.ts';
import { accessOf, mayCall } from '../access.ts';
import type { Deps } from '../deps.ts';
import { Refused, refuse } from '../refusals.ts';
import { needsKey, type Call, type Handler, type Write } from './call.ts';
import { checkShape } from './checkShape.ts';
import { readable, readJson } from './readJson.ts';
import { receiveUpload, type Received } from './receiveUpload.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Who writes when nobody is signed in; their keys share one memory. */
const anonymous: Account = { id: 'anonymous', name: { zh: '未登录', en: 'not signed in' }, roles: [] };

/** The Express handler of one operation: reads, judges, and does a write once for its idempotency key. */
export function runOperation(deps: Deps, name: OperationName, operation: Operation, handler: Handler<OperationName>): RequestHandler {
  return async (request, response) => {
    response.locals.operation = name;
    response.locals.caseId = request.params['case'];
    const signedIn = response.locals.account as Account | undefined; // set by the session reader alone
    mayCall(operation, signedIn);
    const account = signedIn ?? anonymous;
    const key = needsKey(operation) ? keyOf(request) : undefined;
    const query = operation.query ? checkShape(operation.query, readable({ ...request.query })) : undefined;
    const upload = operation.upload ? await receiveUpload(request, deps.files) : undefined;
    try {
      const body = operation.body ? checkShape(operation.body, upload ? readable(upload.fields) : readJson(textOf(request))) : undefined;
      const params = readable(request.params) as Record<string, string>; // no wildcard in our paths, so no lists
      const actor = { id: account.id, name: account.name.zh, roles: account.roles, ...(account.applicant === undefined ? {} : { applicant: account.applicant }) };
      const call = { params, query, body, account, access: accessOf(account), actor, upload, request, response };
      // The table of operations and the type `Call` are made from the same schemas.
      const run = (write?: Write) => handler({ ...call, write } as unknown as Call<OperationName>) as Promise<Json | undefined>;
      if (key === undefined) return void send(response, operation, operation.status ?? 200, await run());
      const bodyHash = sha256(canonicalize({ name, params, body: body ?? null, file: upload ? [upload.name, upload.sha256] : null }) ?? '');
      const { status, answer } = await once(deps, account.id, key, bodyHash, operation.status ?? 200, run);
      send(response, operation, status, answer);
    } finally {
      if (upload) await discard(upload);
    }
  };
}

function send(response: Response, operation: Operation, status: number, answer: Json | undefined): void {
  if (response.headersSent || operation.media !== undefined) return;
  if (answer === undefined) response.status(204).end();
  else response.status(status).json(answer);
}

async function discard(upload: Received): Promise<void> {
  // Where the file was kept, it is no longer at this path.
  await rm(upload.path, { force: true });
}

function keyOf(request: Request): string {
  const key = request.get('Idempotency-Key') ?? '';
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw refuse('keyMissing', '写操作需要 Idempotency-Key 请求头（1–200 个可打印字符，每次操作一个，重试时不变）。', 'A write needs the header Idempotency-Key (1–200 printable characters, one for each act, the same when repeated).', 'Idempotency-Key');
  }
  return key;
}

function textOf(request: Request): string {
  if (typeof request.body === 'string') return request.body;
  if (request.get('Content-Length') === undefined || request.get('Content-Length') === '0') return '';
  throw refuse('malformed', '请以 application/json 发送。', 'Send the body as application/json.', 'Content-Type');
}

/** Does a write once: a repeat gets the first answer, another body under the same key is refused, an interrupted one is taken up again. */
async function once(deps: Deps, actor: string, key: string, bodyHash: string, status: number, run: (write: Write) => Promise<Json | undefined>): Promise<{ status: number; answer: Json }> {
  const { acts } = deps.store;
  const first = await acts.begin(actor, key, bodyHash);
  if (first.bodyHash !== bodyHash) throw refuse('keyReused', '这个 Idempotency-Key 已用于另一请求；请为新的操作使用新的键。', 'This Idempotency-Key was used for another request; use a new key for a new act.', 'Idempotency-Key');
  if (first.status !== null) return { status: first.status, answer: first.answer };
  let intent = first.intent ?? undefined;
  for (;;) {
    let mine = intent !== undefined;
    const write: Write = {
      key: sha256(`${actor}\n${key}`),
      bodyHash,
      ...(intent === undefined ? {} : { intent }),
      async intend(planned) {
        mine = true;
        return acts.intend(actor, key, bodyHash, planned);
      },
    };
    try {
      const answer = (await run(write)) ?? null;
      const kept = await acts.finish(actor, key, bodyHash, status, answer);
      return { status: kept?.status ?? status, answer: kept?.answer ?? answer };
    } catch (error) {
      // What is unknown (a server that is gone, a bug) is kept, so that the repeat takes it up.
      if (!(error instanceof Refused) || error.refusal.code === 'notReady') throw error;
      const now = await acts.find(actor, key);
      if (now && now.status !== null) return { status: now.status, answer: now.answer };
      // The same request, running beside this one, came first and changed what this one was judged by.
      if (!mine && now?.intent) {
        intent = now.intent;
        continue;
      }
      await acts.forget(actor, key);
      throw error;
    }
  }
}
