import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Runtime, DefaultLogger, type LogEntry } from '@temporalio/worker';
import { pino, type Logger } from 'pino';
import { createApp } from './app.ts';
import { startArchiver } from './archiver/archiver.ts';
import { startStarter } from './starter/starter.ts';
import { banner } from './banner.ts';
import { drained } from './http/drained.ts';
import { deliverMessages } from './deliverMessages.ts';
import { watchEngine } from './incidents/watchEngine.ts';
import { createFigures } from './observe/figures.ts';
import { watchApp, type Watched } from './observe/health.ts';
import { startTracing } from './observe/tracing.ts';
import { sdkMetrics, timed, watchWorker } from './observe/watchWorker.ts';
import { openOffices } from './offices.ts';
import { openIdentityProvider } from './identity/identityProvider.ts';
import { createOutside } from './outside/createOutside.ts';
import { seedStore } from './seed.ts';
import { entry } from './setup/entry.mjs';
import { Fault } from './setup/exitCodes.mjs';
import { interruption } from './setup/interruption.mjs';
import { tryLock } from './setup/lockFile.mjs';
import { openControl } from './rebuild/control.ts';
import { rebuild } from './rebuild/rebuild.ts';
import { openingOf } from './routes/declare.ts';
import { readSettings, type Settings } from './settings.ts';
import { createStore, type Store } from './store/createStore.ts';
import { folderFiles } from './store/files.ts';
import { openDatabase } from './store/openStore.ts';
import { buildId } from './temporal/buildId.ts';
import { startTelling } from './tellCalendars.ts';
import { catchUp } from './temporal/catchUp.ts';
import { taskQueue, temporalCaseClient } from './temporal/caseClient.ts';
import { connectTemporal } from './temporal/connect.ts';
import { startRollout, tellsBuildsApart } from './temporal/rollout.ts';
import { createWorker } from './worker.ts';

/** A server that runs. */
export interface RunningServer {
  origin: string;
  /** Stops listening, drains the worker, closes the store; once. */
  stop(): Promise<void>;
  /** Resolves when the worker ended by itself, with what ended it. */
  failed: Promise<unknown>;
}

const loopback = new Set(['127.0.0.1', '::1', 'localhost']);

/** Brings everything up in order and takes it down in reverse; what came up before a fault, or before `asked` broke it off, is taken down again. */
export async function startServer(settings: Settings, log: Logger, asked?: AbortSignal, sdkFigures?: () => Promise<string>): Promise<RunningServer> {
  const undo: (() => unknown)[] = [];
  let stopping: Promise<void> | undefined;
  const stop = () => (stopping ??= takeDown(undo, log));
  try {
    return { ...(await bringUp(settings, log, (step) => undo.push(step), asked, sdkFigures)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function takeDown(undo: (() => unknown)[], log: Logger): Promise<void> {
  for (const step of undo.reverse()) {
    try {
      await step();
    } catch (error) {
      // The rest has to be closed all the same.
      log.error({ err: error }, 'a part could not be stopped');
    }
  }
}

async function bringUp(settings: Settings, log: Logger, later: (step: () => unknown) => void, asked?: AbortSignal, sdkFigures?: () => Promise<string>): Promise<Omit<RunningServer, 'stop'>> {
  if (settings.databaseUrl === undefined) {
    const held = tryLock(join(settings.data, 'store.lock'));
    if ('holder' in held) throw new Fault('alreadyRunning', { data: settings.data, pid: held.holder.pid });
    later(held.release);
  }
  const database = await openDatabase(settings.databaseUrl === undefined ? { folder: settings.data } : { url: settings.databaseUrl, pool: settings.databasePool }, {
    forMs: 30_000,
    tell: (why) => log.info(`正在等待数据库（${why}）… / waiting for the database (${why}) …`),
  });
  later(() => database.close());
  const store = createStore(database.db, () => new Date(), settings.claimMs, database.signals);
  const sandbox = await markSandbox(store, settings);
  asked?.throwIfAborted();
  await seedStore(store, sandbox);
  asked?.throwIfAborted();

  const temporal = await connectTemporal(settings.temporal, log);
  later(() => temporal.close());
  asked?.throwIfAborted();
  const now = () => Date.now();
  const tracing = settings.traces && startTracing(settings.traces);
  if (tracing) later(() => tracing.stop());
  const cases = temporalCaseClient(temporal.connection, settings.temporal.namespace, taskQueue, tracing?.client);
  const figures = createFigures(store, now);
  if (sdkFigures) figures.beside(sdkFigures);
  const seen: Pick<Watched, 'token' | 'worker'> = settings.watch.token === undefined ? {} : { token: settings.watch.token };
  if (settings.databaseUrl === undefined) {
    const control = await openControl(settings.data, (tell) => rebuild({ store, cases, tell }));
    later(() => control.close());
  }

  let failed: Promise<unknown> = new Promise(() => undefined);
  let offices: string | undefined;
  if (settings.worker) {
    const world = await openOffices({ ...settings, sandbox }, log);
    later(() => world.stop());
    offices = world.url;
    asked?.throwIfAborted();
    const outside = timed(createOutside({ store, cases, offices: world.access, now }), figures, now);
    const { namespace } = settings.temporal;
    const build = settings.rollout !== 'off' && (await tellsBuildsApart(temporal.connection, namespace, log)) ? buildId() : undefined;
    const worker = await createWorker({ connection: await temporal.native(), namespace, outside, ...(build === undefined ? {} : { build }), ...(tracing ? { aroundActivities: tracing.aroundActivities } : {}) });
    watchWorker(figures, worker);
    await catchUp({ store, cases, log });
    const ran = worker.run();
    if (build !== undefined && settings.rollout !== 'off') {
      // Only one process at a time has the embedded store: its worker is the only one there is.
      const mode = settings.databaseUrl === undefined ? 'always' : settings.rollout;
      const rollout = startRollout({ connection: temporal.connection, namespace, deployment: taskQueue, build, mode, log, now });
      later(() => rollout.stop());
      seen.worker = () => rollout.standing;
    }
    failed = ran.then(
      () => new Promise(() => undefined),
      (error: unknown) => error,
    );
    later(async () => {
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await ran;
    });
    asked?.throwIfAborted();
    const archiver = startArchiver({ store, cases, log, now });
    later(() => archiver.stop());
    const delivery = deliverMessages({ store, cases, log, now });
    later(() => delivery.stop());
    const watch = watchEngine({ store, cases, log });
    later(() => watch.stop());
    const telling = startTelling({ store, cases, log, now });
    later(() => telling.stop());
    const starter = startStarter({ store, cases, log, now });
    later(() => starter.stop());
  }
  if (settings.watch.port !== undefined) {
    const watched = createServer(watchApp({ store, cases, figures, ...seen }));
    const end = drained(watched);
    watched.listen(settings.watch.port, settings.watch.host);
    await listening(watched, settings.watch.port);
    later(end);
  }
  if (!settings.door) {
    log.info({ temporal: settings.temporal.address, namespace: settings.temporal.namespace }, 'worker 已启动 / the worker runs');
    return { origin: '', failed };
  }

  const pageFolder = settings.pageFolder !== undefined && existsSync(settings.pageFolder) ? settings.pageFolder : undefined;
  const identity = settings.identity === undefined ? undefined : openIdentityProvider(settings.identity);
  identity?.reach().catch((error: unknown) => log.warn(`统一身份认证暂不可用，登录时再试 / the identity provider cannot be reached, and is tried again at each sign-in: ${String(error)}`));
  if (identity === undefined && !sandbox) log.warn('没有配置统一身份认证（SHENPI_OIDC_ISSUER 等），无人能够登录 / no identity provider is set (SHENPI_OIDC_ISSUER and others): nobody can sign in');
  const app = createApp({
    store,
    files: folderFiles(join(settings.data, 'files')),
    cases,
    log,
    sandbox,
    clock: sandbox ? { dayMs: settings.dayMs, start: openingOf(settings.startDay) } : { dayMs: 86_400_000 },
    now,
    secure: settings.secure,
    // The people of a sandbox, and its demonstration, all come from one address.
    limits: sandbox ? { session: 600, reports: 60 } : { session: 20, reports: 20 },
    proxies: settings.proxies,
    figures,
    watch: seen,
    ...(identity === undefined ? {} : { identity }),
    ...(settings.origin === undefined ? {} : { origin: settings.origin }),
    ...(pageFolder === undefined ? {} : { pageFolder }),
  });
  const server = createServer(app);
  const drain = drained(server);
  // Longer than clients and proxies keep an idle connection, so that none is closed under a request that is just being sent.
  server.keepAliveTimeout = 75_000;
  server.listen(settings.port, settings.host);
  await listening(server, settings.port);
  later(drain);
  const { port } = server.address() as AddressInfo; // it listens on a port
  const origin = `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${port}`;
  const accounts = sandbox ? await store.accounts.list() : [];
  process.stdout.write(`${banner({ origin, accounts, temporal: settings.temporal.address, dayMs: settings.dayMs, ...(offices === undefined ? {} : { offices }) })}\n`);
  return { origin, failed };
}

/** Whether the store is a sandbox: said when it is made, and never changed. */
async function markSandbox(store: Store, { sandbox, host, data, databaseUrl, door }: Settings): Promise<boolean> {
  const marked = (await store.settings.settle('sandbox', sandbox)) === true;
  const place = databaseUrl === undefined ? data : new URL(databaseUrl).host;
  if (sandbox && !marked) throw new Fault('notSandboxStore', { store: place });
  if (!marked && (await store.accounts.hasSandboxAccounts())) throw new Fault('sandboxAccountsInRealStore', { store: place });
  if (marked && door && !loopback.has(host)) throw new Fault('sandboxAccountsNotLoopback', { address: host });
  return marked;
}

async function listening(server: Server, port: number): Promise<void> {
  try {
    await once(server, 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') throw new Fault('portInUse', { port }, error);
    throw error;
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await entry(async () => {
    const settings = readSettings(process.argv.slice(2), process.env);
    const log = pino({ level: settings.logLevel, ...(process.stdout.isTTY ? { transport: { target: 'pino-pretty' } } : {}) });
    const sdk = await sdkMetrics();
    // The SDK speaks of workflows; everybody who reads our log, of cases.
    const tell = ({ level, message, meta }: LogEntry) => log[level === 'ERROR' ? 'error' : 'warn']({ ...meta, ...(meta?.workflowId === undefined ? {} : { case: meta.workflowId as string }) }, message);
    Runtime.install({ logger: new DefaultLogger('WARN', tell), telemetryOptions: { metrics: { prometheus: { bindAddress: sdk.address } } }, shutdownSignals: [] });
    const { signal, goTo } = interruption();
    const server = await startServer(settings, log, signal, sdk.read);
    const asked = new Promise<'asked'>((resolve) => goTo(() => resolve('asked')));
    const reason = await Promise.race([asked, server.failed]);
    await server.stop();
    if (reason === 'asked') return 0;
    log.error({ err: reason }, 'the worker ended');
    return 1;
  });
  process.exit();
}
