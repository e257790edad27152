import { parseArgs } from 'node:util';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Text } from '../model/text.ts';
import { identityOf, identityVariables, type IdentitySettings } from './identity/identitySettings.ts';
import { officesOf, officeVariables, type OfficeSettings, type officeNames } from './officeSettings.ts';
import { aboutOf } from './settings/about.ts';
import { ownSettings } from './settings/ownSettings.ts';
import { temporalPlace, temporalSettings, type TemporalPlace } from './settings/temporalSettings.ts';
import { Fault } from './setup/exitCodes.mjs';

const usage = 'server/start.ts [--port 7788] [--host 127.0.0.1] [--data FOLDER] [--day 1000] [--start 2026-03-02] [--no-sandbox] [--no-worker] [--no-door] [--no-page]';
const root = fileURLToPath(new URL('..', import.meta.url));

const named = { ...ownSettings, ...temporalSettings, ...identityVariables };

/** Every setting of the product by the name of its variable: how it is read, what holds without it, and what it means. */
export const settingsSchema = z.object({ ...named, ...(officeVariables as object) });

/** The schema of each variable. */
export const variables: { [name: string]: z.ZodType } = { ...named, ...officeVariables };

/** Everything a server process is told from outside. */
export interface Settings {
  port: number;
  host: string;
  /** Folder of everything that is kept and is not in a PostgreSQL server. */
  data: string;
  databaseUrl?: string;
  databasePool: number;
  temporal: TemporalPlace;
  rollout: z.output<typeof ownSettings.SHENPI_ROLLOUT>;
  sandbox: boolean;
  /** Real milliseconds that one day of case time lasts. */
  dayMs: number;
  /** Day on which a new case of a sandbox begins. */
  startDay: string;
  /** Real milliseconds after which a claim lapses, so that a colleague can take the task. */
  claimMs: number;
  worker: boolean;
  /** Whether this process answers HTTP; a mere worker does not. */
  door: boolean;
  pageFolder?: string;
  secure: boolean;
  /** Address under which browsers reach the door, without a path. */
  origin?: string;
  proxies: number;
  logLevel: z.output<typeof ownSettings.SHENPI_LOG>;
  watch: { port?: number; host: string; token?: string };
  traces?: { endpoint: string; service: string };
  offices: { [name in (typeof officeNames)[number]]: OfficeSettings };
  identity?: IdentitySettings;
}

/** Names that begin like a setting: those of tests and measurements, and what docker-compose.yml fills in. */
const foreign = /^SHENPI_(TEST|BENCH)_|^SHENPI_(VERSION|DB_PASSWORD)$/;

/** Reads arguments and environment; arguments win. Faults: `usage`, naming each variable that is wrong. */
export function readSettings(args: readonly string[], env: NodeJS.ProcessEnv): Settings {
  const given = givenBy(args, env);
  const unknown = Object.keys(env).filter((name) => name.startsWith('SHENPI_') && !foreign.test(name) && !(name in variables));
  const result = settingsSchema.safeParse(given);
  const faults = [...unknown.map((name): Text => ({ zh: `没有 ${name} 这一设置`, en: `there is no setting ${name}` })), ...(result.success ? [] : faultsOf(result.error, given))];
  if (faults.length > 0 || !result.success) throw faulty(faults);
  const { data: it } = result;
  const identity = identityOf(it, Object.keys(given));
  if ('missing' in identity) throw faulty([sentence(identity.missing, identity.said)]);
  const page = it.SHENPI_PAGE ?? join(root, 'dist', 'designer');
  return {
    port: it.SHENPI_PORT,
    host: it.SHENPI_HOST,
    data: it.SHENPI_DATA ?? join(root, '.shenpi', 'data'),
    ...(it.DATABASE_URL === undefined ? {} : { databaseUrl: it.DATABASE_URL }),
    databasePool: it.SHENPI_DATABASE_POOL,
    temporal: placeOf(env),
    rollout: it.SHENPI_ROLLOUT,
    sandbox: it.SHENPI_SANDBOX,
    dayMs: it.SHENPI_DAY_MS,
    startDay: it.SHENPI_START,
    claimMs: it.SHENPI_CLAIM_MS,
    worker: it.SHENPI_WORKER,
    door: it.SHENPI_DOOR,
    ...(page === 'none' ? {} : { pageFolder: resolve(page) }),
    secure: it.SHENPI_SECURE,
    ...(it.SHENPI_ORIGIN === undefined ? {} : { origin: it.SHENPI_ORIGIN }),
    proxies: it.SHENPI_PROXIES,
    logLevel: it.SHENPI_LOG,
    watch: {
      host: it.SHENPI_WATCH_HOST,
      ...(it.SHENPI_WATCH_PORT === undefined ? {} : { port: it.SHENPI_WATCH_PORT }),
      ...(it.SHENPI_WATCH_TOKEN === undefined ? {} : { token: it.SHENPI_WATCH_TOKEN }),
    },
    ...(it.OTEL_EXPORTER_OTLP_ENDPOINT === undefined ? {} : { traces: { endpoint: it.OTEL_EXPORTER_OTLP_ENDPOINT, service: it.OTEL_SERVICE_NAME } }),
    offices: officesOf(it as { [name: string]: unknown }), // the offices' variables are in the schema and not in its type
    ...identity,
  };
}

/** What is set, by the name of its variable; an empty variable, as compose files leave it, says nothing. */
export function givenBy(args: readonly string[], env: NodeJS.ProcessEnv): { [name: string]: string } {
  const from = readArguments(args);
  const given: { [name: string]: string } = {};
  for (const [name, schema] of Object.entries(variables)) {
    const { also, argument } = aboutOf(schema);
    const said = (argument && from[argument.name] !== undefined ? (argument.sets ?? String(from[argument.name])) : undefined) ?? (env[name] || (also && env[also]));
    if (said) given[name] = said;
  }
  return given;
}

function readArguments(args: readonly string[]): { [name: string]: unknown } {
  const known = Object.values(variables).flatMap((schema) => aboutOf(schema).argument ?? []);
  try {
    return parseArgs({ args: [...args], strict: true, options: Object.fromEntries(known.map(({ name, sets }) => [name, { type: sets === undefined ? ('string' as const) : ('boolean' as const) }])) }).values;
  } catch (error) {
    throw new Fault('usage', { what: error instanceof Error ? error.message : String(error), usage });
  }
}

function placeOf(env: NodeJS.ProcessEnv): TemporalPlace {
  try {
    return temporalPlace(env);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw faulty([{ zh: `Temporal 的连接设置无法读取（${why}）`, en: `the settings of the connection to Temporal cannot be read (${why})` }]);
  }
}

function faultsOf({ issues }: z.ZodError, given: { [name: string]: string }): Text[] {
  return issues.map((issue): Text => {
    const name = String(issue.path[0]);
    const said = issue.code === 'custom' ? (issue.params?.['said'] as Text | undefined) : undefined; // put there by our own schemas
    if (said) return sentence(name, said);
    const { expects, secret } = aboutOf(variables[name] as z.ZodType); // issues come from these very schemas
    const value = secret ? '***' : (given[name] ?? '');
    return sentence(name, { zh: `应为${expects.zh}，现为“${value}”`, en: `must be ${expects.en}, and is “${value}”` });
  });
}

const sentence = (name: string, { zh, en }: Text): Text => ({ zh: `${name}：${zh}`, en: `${name}: ${en}` });

function faulty(faults: readonly Text[]): Fault {
  return new Fault('usage', { what: { zh: faults.map(({ zh }) => zh).join('；'), en: faults.map(({ en }) => en).join('; ') }, usage: 'npm run config' });
}
