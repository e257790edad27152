import { context, propagation, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { RequestHandler } from 'express';
import { randomUUID } from 'node:crypto';
import type { Deps } from '../deps.ts';
import type { Figures } from './figures.ts';

/** Gives each request an id and, where this process traces, a span; its end is counted and logged: never a body, never a name. */
export function watchRequests({ log, now, figures }: Pick<Deps, 'log' | 'now'> & { figures: Figures }): RequestHandler {
  const tracer = trace.getTracer('shenpi');
  return (request, response, next) => {
    const requestId = randomUUID();
    const since = now();
    const { path, method } = request;
    response.locals.requestId = requestId;
    response.setHeader('X-Request-Id', requestId);
    const caller = propagation.extract(context.active(), request.headers);
    const span = tracer.startSpan(method, { kind: SpanKind.SERVER, attributes: { 'http.request.method': method, 'url.path': path, 'shenpi.request': requestId } }, caller);
    response.on('close', () => {
      const { operation = 'other', caseId, refusal, account } = response.locals;
      const ms = now() - since;
      const status = response.statusCode;
      figures.answered({ operation, method, status, seconds: ms / 1_000, ...(refusal === undefined ? {} : { refusal }) });
      // What was read is looked at when something is searched for; what was done is told.
      const tell = method === 'GET' || method === 'HEAD' ? 'debug' : 'info';
      log[tell]({ requestId, method, path, operation, case: caseId, status, refusal, ms, account: account?.id, trace: span.isRecording() ? span.spanContext().traceId : undefined }, 'answered');
      span.updateName(`${method} ${operation}`).setAttributes({ 'http.response.status_code': status, ...(caseId === undefined ? {} : { 'shenpi.case': caseId }) });
      if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    });
    context.with(trace.setSpan(caller, span), next);
  };
}
