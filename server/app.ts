import express, { type Express, type RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { operations, type Operation, type OperationName } from '../model/api/operations.ts';
import type { Deps } from './deps.ts';
import { docsPage } from './docsPage.ts';
import { answerProblem } from './http/answerProblem.ts';
import type { Handler, Handlers } from './http/call.ts';
import { bodyLimitBytes } from './http/readJson.ts';
import { runOperation } from './http/runOperation.ts';
import { readSession } from './http/session.ts';
import { createFigures } from './observe/figures.ts';
import { watchable } from './observe/health.ts';
import { watchRequests } from './observe/watchRequests.ts';
import { openApi } from './openapi.ts';
import { refuse } from './refusals.ts';
import { caseRoutes } from './routes/cases.ts';
import { declareRoutes } from './routes/declare.ts';
import { documentRoutes } from './routes/documents.ts';
import { draftRoutes } from './routes/drafts.ts';
import { eventRoutes } from './routes/events.ts';
import { incidentRoutes } from './routes/incidents.ts';
import { measureRoutes } from './routes/measures.ts';
import { noticeRoutes } from './routes/notices.ts';
import { proposalRoutes } from './routes/proposals.ts';
import { sessionRoutes } from './routes/session.ts';
import { signInRoutes } from './routes/signIn.ts';
import { taskRoutes } from './routes/tasks.ts';
import { upkeepRoutes } from './routes/upkeep.ts';

// Sign-ins a minute from one address by an identity provider: a whole office comes from one in the morning, and there is no password to guess.
const identityLimit = 300;

/** The door as a value: an Express app without a port. */
export function createApp(deps: Deps): Express {
  const app = express().disable('x-powered-by').set('trust proxy', deps.proxies).set('query parser', 'simple');
  const handlers: Handlers<OperationName> = {
    ...sessionRoutes(deps),
    ...signInRoutes(deps),
    ...measureRoutes(deps),
    ...declareRoutes(deps),
    ...caseRoutes(deps),
    ...incidentRoutes(deps),
    ...taskRoutes(deps),
    ...documentRoutes(deps),
    ...noticeRoutes(deps),
    ...upkeepRoutes(deps),
    ...draftRoutes(deps),
    ...proposalRoutes(deps),
    ...eventRoutes(deps),
  };
  const figures = deps.figures ?? createFigures(deps.store);
  app.use(watchRequests({ ...deps, figures }), headers(deps.secure));
  watchable(app, { ...deps, ...deps.watch, figures });
  const api = express.Router({ caseSensitive: true });
  const document = openApi();
  const page = docsPage();
  api.get('/api/openapi.json', (_request, response) => void response.json(document));
  api.get('/api/docs', (_request, response) => void response.type('html').send(page));
  api.use('/api', readSession(deps), sameSite);
  const limited: { [name in OperationName]?: RequestHandler } = { signIn: limit(deps.limits.session), beginSignIn: limit(identityLimit), finishSignIn: limit(identityLimit), report: limit(deps.limits.reports) };
  for (const [name, operation] of Object.entries(operations) as [OperationName, Operation][]) { // Object.entries forgets the names
    const handler = handlers[name] as Handler<OperationName>; // the handler of this very operation
    const text = express.text({ type: 'application/json', limit: operation.limitBytes ?? bodyLimitBytes });
    api[operation.method](operation.path, ...(limited[name] ? [limited[name]] : []), text, runOperation(deps, name, operation, handler));
  }
  api.use('/api', (request) => {
    throw refuse('unknown', `没有 ${request.method} ${request.originalUrl.slice(0, 200)} 这一接口，见 /api/docs。`, `There is no ${request.method} ${request.originalUrl.slice(0, 200)}; see /api/docs.`);
  });
  app.use(api);
  if (deps.pageFolder !== undefined) servePage(app, deps.pageFolder);
  app.use(answerProblem(deps));
  return app;
}

function headers(secure: boolean): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // The UI kit writes its styles into the page.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: secure,
  });
}

/** A write has to come from our own page or a client that knows us: a foreign page cannot set this header. */
const sameSite: RequestHandler = (request, _response, next) => {
  const reads = request.method === 'GET' || request.method === 'HEAD';
  if (!reads && request.get('X-Requested-With') !== 'shenpi') {
    throw refuse('notAllowed', '写操作须带请求头 X-Requested-With: shenpi。', 'A write needs the header X-Requested-With: shenpi.', 'X-Requested-With');
  }
  next();
};

function limit(perMinute: number): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_request, _response, next) => next(refuse('tooManyRequests', '请求过于频繁，请一分钟后再试。', 'Too many requests; try again in a minute.')),
  });
}

/** The built page; every path that is no file shows its start, since the page routes by itself. */
function servePage(app: Express, folder: string): void {
  app.use(express.static(folder, { index: false, maxAge: '1y', immutable: true, setHeaders: (response, path) => void (/\/assets\//.test(path) ? undefined : response.setHeader('Cache-Control', 'no-cache')) }));
  const start = join(folder, 'index.html');
  app.get('/{*path}', (_request, response, next) => {
    if (existsSync(start)) response.set('Cache-Control', 'no-cache').sendFile(start);
    else next();
  });
}
