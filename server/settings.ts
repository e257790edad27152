import { parseArgs } from 'node:util';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { identityFrom, identitySchema } from './identity/identitySettings.ts';
import { officesFrom, officesSchema } from './officeSettings.ts';
import { Fault } from './setup/exitCodes.mjs';

const usage = 'server/start.ts [--port 7788] [--host 127.0.0.1] [--data FOLDER] [--day 1000] [--start 2026-03-02] [--no-sandbox] [--no-worker] [--no-page]';
const root = fileURLToPath(new URL('..', import.meta.url));
const flag = z.enum(['0', '1']).transform((value) => value === '1');

const settingsSchema = z.object({
  port: z.coerce.number().int().min(0).max(65_535),
  host: z.string().min(1),
  /** Folder of everything that is kept and is not in a PostgreSQL server. */
  data: z.string().min(1),
  databaseUrl: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  temporal: z.object({ address: z.string().min(1), namespace: z.string().min(1), apiKey: z.string().optional(), tls: z.boolean() }),
  sandbox: z.boolean(),
  /** Real milliseconds that one day of case time lasts. */
  dayMs: z.coerce.number().int().min(10).max(86_400_000),
  /** Day on which a new case of a sandbox begins. */
  startDay: z.iso.date(),
  /** Real milliseconds after which a claim lapses, so that a colleague can take the task. */
  claimMs: z.coerce.number().int().min(1_000),
  worker: z.boolean(),
  /** Whether this process answers HTTP; a mere worker does not. */
  door: z.boolean(),
  pageFolder: z.string().optional(),
  secure: z.boolean(),
  /** Address under which browsers reach the door, without a path. */
  origin: z.url({ protocol: /^https?$/, error: 'SHENPI_ORIGIN must be an address such as https://approvals.example.cn' }).transform((address) => new URL(address).origin).optional(),
  proxies: z.coerce.number().int().min(0).max(10),
  logLevel: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
  offices: officesSchema,
  identity: identitySchema.optional(),
});

/** Everything a server process is told from outside. */
export type Settings = z.output<typeof settingsSchema>;

/** Reads arguments and environment; arguments win. Faults: `usage`, naming what is wrong. */
export function readSettings(args: string[], env: NodeJS.ProcessEnv): Settings {
  const given = readArguments(args);
  const bool = (name: string, otherwise: boolean) => (env[name] === undefined ? otherwise : flag.safeParse(env[name]).data ?? otherwise);
  const { offices, unknown } = officesFrom(env);
  const { identity, unknown: foreign } = identityFrom(env);
  if (unknown.length + foreign.length > 0) throw new Fault('usage', { what: [...unknown, ...foreign].join(', '), usage });
  const result = settingsSchema.safeParse({
    port: given.port ?? env.SHENPI_PORT ?? env.PORT ?? '7788',
    host: given.host ?? env.SHENPI_HOST ?? '127.0.0.1',
    data: given.data ?? env.SHENPI_DATA ?? join(root, '.shenpi', 'data'),
    databaseUrl: env.DATABASE_URL,
    temporal: {
      address: env.TEMPORAL_ADDRESS ?? '127.0.0.1:7233',
      namespace: env.TEMPORAL_NAMESPACE ?? 'default',
      apiKey: env.TEMPORAL_API_KEY,
      tls: bool('TEMPORAL_TLS', false),
    },
    sandbox: given['no-sandbox'] ? false : bool('SHENPI_SANDBOX', true),
    dayMs: given.day ?? env.SHENPI_DAY_MS ?? '1000',
    startDay: given.start ?? env.SHENPI_START ?? '2026-03-02',
    claimMs: env.SHENPI_CLAIM_MS ?? '86400000',
    worker: given['no-worker'] ? false : bool('SHENPI_WORKER', true),
    door: given['no-door'] ? false : bool('SHENPI_DOOR', true),
    pageFolder: given['no-page'] ? undefined : (env.SHENPI_PAGE ?? join(root, 'dist', 'designer')),
    secure: bool('SHENPI_SECURE', false),
    proxies: env.SHENPI_PROXIES ?? '0',
    logLevel: env.SHENPI_LOG ?? 'info',
    origin: env.SHENPI_ORIGIN,
    offices,
    identity,
  });
  if (result.success) return result.data;
  throw new Fault('usage', { what: result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '), usage });
}

function readArguments(args: string[]) {
  const text = { type: 'string' } as const;
  const yes = { type: 'boolean' } as const;
  try {
    return parseArgs({ args, strict: true, options: { port: text, host: text, data: text, day: text, start: text, 'no-sandbox': yes, 'no-worker': yes, 'no-door': yes, 'no-page': yes } }).values;
  } catch (error) {
    throw new Fault('usage', { what: error instanceof Error ? error.message : String(error), usage });
  }
}
