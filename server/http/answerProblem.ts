import type { ErrorRequestHandler, Request } from 'express';
import type { ProblemDetails } from '../../model/api/problemDetails.ts';
import type { Deps } from '../deps.ts';
import { Refused, refusals, refuse } from '../refusals.ts';
import { saysFull } from '../store/openStore.ts';
import { languageOf } from './language.ts';
import { bodyLimitBytes } from './readJson.ts';

/** The entry of the door that catches everything: a refusal becomes problem details and is recorded, anything else is a bug with a request id. */
export function answerProblem({ store, log }: Pick<Deps, 'store' | 'log'>): ErrorRequestHandler {
  return async (error: unknown, request, response, _next) => {
    const requestId = String(response.locals.requestId ?? '');
    const full = saysFull(error);
    const refused = full ? noRoom() : refusedOf(error);
    response.locals.refusal = refused?.refusal.code;
    if (full) log.error({ err: error, requestId }, 'no room left on the disk of the store or of the files');
    else if (!refused) log.error({ err: error, requestId }, 'a bug');
    else await record(store, request, response.locals.account?.id, refused, requestId, log);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const body = refused ? problemOf(refused, request, requestId) : bugOf(request, requestId);
    // What was not read of a refused upload need not be read.
    if (body.status === 413) response.setHeader('Connection', 'close');
    if (body.status === 503) response.setHeader('Retry-After', '2');
    response.status(body.status).type('application/problem+json').send(JSON.stringify(body));
  };
}

const noRoom = (): Refused =>
  refuse('notReady', '磁盘已满，本次操作没有保存任何内容。请告知管理员清理空间；之后用同样的内容重试即可。', 'The disk is full, and nothing of this was saved. Tell the administrator to make room; then try again with the same content.');

function refusedOf(error: unknown): Refused | undefined {
  if (error instanceof Refused) return error;
  // What Express and its body reader throw carries a status of its own.
  const { status, type, limit } = error as { status?: unknown; type?: unknown; limit?: unknown };
  if (type === 'entity.too.large') {
    const most = `${(typeof limit === 'number' ? limit : bodyLimitBytes) / 1024} KiB`;
    return refuse('tooLarge', `请求体超过 ${most}。请减少内容，文件请另行上传。`, `The body is larger than ${most}. Shorten it; upload files separately.`);
  }
  if (typeof status === 'number' && status >= 400 && status < 500) return refuse('malformed', '请求无法解读，请检查地址和内容编码。', 'The request cannot be read; check its address and encoding.');
  return undefined;
}

function problemOf({ refusal, errors, beside }: Refused, request: Request, requestId: string): ProblemDetails {
  const { status, title } = refusals[refusal.code];
  const language = languageOf(request);
  return {
    type: `/api/docs#${refusal.code}`,
    title: title[language],
    status,
    code: refusal.code,
    detail: refusal.message[language],
    text: refusal.message,
    ...(refusal.where === undefined ? {} : { where: refusal.where }),
    ...(errors.length === 0 ? {} : { errors }),
    ...beside,
    requestId,
  };
}

function bugOf(request: Request, requestId: string): ProblemDetails {
  const text = { zh: `程序出错，已记录。请稍后重试；如仍出现，请把编号 ${requestId} 告知管理员。`, en: `Something is broken on our side and was logged. Try again later; if it stays, tell the administrator this number: ${requestId}.` };
  const language = languageOf(request);
  return { type: '/api/docs#fault', title: { zh: '程序错误', en: 'A fault of ours' }[language], status: 500, code: 'fault', detail: text[language], text, requestId };
}

async function record(store: Deps['store'], request: Request, actor: string | undefined, { refusal, hidden }: Refused, requestId: string, log: Deps['log']): Promise<void> {
  // Reading without being signed in is the page asking who is there, and happens all the time.
  if (request.method === 'GET' && refusal.code !== 'notAllowed' && !hidden) return;
  const detail = `${hidden ? 'Not theirs to read, and answered as if it were not there. ' : ''}${refusal.message.en}`;
  try {
    await store.attempts.add({ ...(actor === undefined ? {} : { actor }), method: request.method, path: request.path.slice(0, 300), code: refusal.code, detail: detail.slice(0, 1_000), requestId });
  } catch (error) {
    // The refusal is the answer even where the record of it cannot be written; the log keeps it then.
    log.error({ err: error, requestId, refusal: refusal.code }, 'a refused attempt could not be recorded');
  }
}
