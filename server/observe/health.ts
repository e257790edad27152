import { timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import express, { type Express } from 'express';
import type { CaseClient } from '../caseClient.ts';
import type { Store } from '../store/createStore.ts';
import type { Figures } from './figures.ts';

/** What is asked of a process by those who watch it. */
export interface Watched {
  store: Pick<Store, 'answers'>;
  cases: Pick<CaseClient, 'answers'>;
  figures: Figures;
  /** Who shows it may read the figures from anywhere; else this machine alone may. */
  token?: string;
  /** How the worker of this process stands, where it has one: `unknown` is not ready. */
  worker?: () => string;
}

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** Adds `/livez`, `/readyz` and `/metrics`. */
export function watchable(app: Express, { store, cases, figures, token, worker }: Watched): void {
  app.get('/livez', (_request, response) => void response.json({ ok: true }));
  app.get('/readyz', async (_request, response) => {
    const [database, temporal] = await Promise.all([store.answers(), cases.answers()]);
    const standing = worker?.();
    const ok = database && temporal && standing !== 'unknown';
    response.status(ok ? 200 : 503).json({ ok, store: database, temporal, ...(standing === undefined ? {} : { worker: standing }) });
  });
  const metrics: RequestHandler = async (request: Request, response: Response, next) => {
    // To those who may not read them they are not there.
    if (!(token === undefined ? loopback.has(request.ip ?? '') : shows(request, token))) return next();
    response.type(figures.contentType).send(await figures.text());
  };
  app.get('/metrics', metrics);
}

/** A server for the watchers alone: what a worker without a door answers. */
export function watchApp(watched: Watched): Express {
  const app = express().disable('x-powered-by');
  watchable(app, watched);
  return app;
}

function shows(request: Request, token: string): boolean {
  const shown = Buffer.from(request.get('Authorization') ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return shown.length === wanted.length && timingSafeEqual(shown, wanted);
}
