import { readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { findCompose } from '../../server/setup/compose.mjs';
import { root } from '../../server/setup/places.mjs';
import { run } from '../../server/setup/run.mjs';
import { say } from '../../server/setup/say.mjs';
import { readSettings, variables } from '../../server/settings.ts';

/** A service of the file as `docker compose config` gives it, as far as tests look at it. */
interface Service {
  build?: { context: string; dockerfile?: string; dockerfile_inline?: string };
  command?: string[] | null;
  user?: string;
  restart?: string;
  environment?: Record<string, string | null>;
  healthcheck?: { test: string[] };
  depends_on?: Record<string, { condition: string }>;
  deploy?: { replicas?: number };
  ports?: { host_ip?: string; published: string }[];
  volumes?: { type: string; source: string; target: string }[];
  cap_drop?: string[];
  privileged?: boolean;
}

const needed = {
  POSTGRES_PASSWORD: 'superuser’s',
  TEMPORAL_DB_PASSWORD: 'temporal’s',
  SHENPI_DB_PASSWORD: 'a:b/c@d',
  SHENPI_ORIGIN: 'https://approvals.example.cn',
  SHENPI_OIDC_ISSUER: 'https://id.example.cn',
  SHENPI_OIDC_CLIENT_ID: 'shenpi',
  SHENPI_OIDC_ROLES: 'intake=intakeClerk',
  SHENPI_OFFICES_URL: 'https://offices.example.cn',
  SHENPI_OFFICES_KEY: 'key',
  SHENPI_OFFICES_HOSTS: 'offices.example.cn',
};
const oneShots = ['databases', 'migrate', 'temporal-namespace', 'temporal-schema'];
const ours = ['server', 'worker'];

let compose: readonly string[];
let services: Record<string, Service>;

async function config(variables: Record<string, string>): Promise<{ code: number; output: string }> {
  const [program = '', ...args] = compose;
  const { PATH = '', HOME = '' } = process.env;
  // A developer's own .env must not fill in what is missing.
  return run(program, [...args, '--env-file', '/dev/null', '-f', join(root, 'docker-compose.yml'), 'config', '--format', 'json'], { cwd: root, env: { PATH, HOME, ...variables }, timeoutMs: 30_000 });
}

beforeAll(async () => {
  compose = await findCompose({ say });
  const { code, output } = await config(needed);
  expect(code, output).toBe(0);
  services = (JSON.parse(output) as { services: Record<string, Service> }).services; // what the command prints
}, 1_800_000);

const service = (name: string): Service => services[name] ?? expect.unreachable(`there is no service ${name}`);
const environmentOf = (name: string): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(service(name).environment ?? {}).filter((entry): entry is [string, string] => entry[1] !== null)); // null: not given

test('the shape: one store, one Temporal, two servers behind a proxy, two workers', () => {
  expect(Object.keys(services).sort()).toEqual(['databases', 'migrate', 'postgres', 'proxy', 'server', 'temporal', 'temporal-namespace', 'temporal-schema', 'temporal-ui', 'worker']);
  expect(ours.map((name) => service(name).deploy?.replicas)).toEqual([2, 2]);
  expect(readFileSync(join(root, 'server/Caddyfile'), 'utf8')).toContain(`port ${environmentOf('server').SHENPI_PORT}`);
});

test('what the file names is there', () => {
  const files = Object.values(services).flatMap(({ build, volumes = [], command }) => [
    ...(build?.dockerfile === undefined || build.dockerfile_inline !== undefined ? [] : [join(build.context, build.dockerfile)]),
    ...volumes.filter(({ type }) => type === 'bind').map(({ source }) => source),
    ...(command ?? []).filter((word) => /^server\/\S+\.ts$/.test(word)).map((word) => join(root, word)),
  ]);
  expect(files.length).toBeGreaterThan(4);
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
});

describe('without', () => {
  test.each(Object.keys(needed))('%s nothing starts, and the message names it', async (name) => {
    const { code, output } = await config({ ...needed, [name]: '' });
    expect(code).not.toBe(0);
    expect(output).toContain(`${name} is missing`);
  });
});

test('what stays up says whether it is well; what ends is waited for, and starts nothing before the databases are there', () => {
  for (const [name, { healthcheck, restart, depends_on: needs = {} }] of Object.entries(services)) {
    if (oneShots.includes(name)) expect(restart, name).toMatch(/^on-failure/);
    else expect([name, restart, healthcheck?.test[0]]).toEqual([name, 'unless-stopped', expect.stringMatching(/^CMD/)]);
    for (const [other, { condition }] of Object.entries(needs)) {
      expect([name, other, condition]).toEqual([name, other, oneShots.includes(other) ? 'service_completed_successfully' : 'service_healthy']);
    }
  }
  for (const name of ours) expect(Object.keys(service(name).depends_on ?? {}).sort()).toEqual(['migrate', 'temporal-namespace']);
  expect(service('server').healthcheck?.test.join(' ')).toContain(`:${environmentOf('server').SHENPI_PORT}/readyz`);
  expect(service('worker').healthcheck?.test.join(' ')).toContain(`:${environmentOf('worker').SHENPI_WATCH_PORT}/readyz`);
});

test('nothing runs as root or may become it, and only the proxy is reached from other machines', () => {
  for (const [name, { privileged, cap_drop: dropped, ports = [] }] of Object.entries(services)) {
    expect([name, privileged ?? false, dropped]).toEqual([name, false, ['ALL']]);
    if (name !== 'proxy') expect(ports.every(({ host_ip: address }) => address === '127.0.0.1'), name).toBe(true);
  }
  const lastUser = (dockerfile: string) => [...dockerfile.matchAll(/^\s*USER (\S+)/gm)].at(-1)?.[1];
  expect(service('postgres').user).toBe('postgres');
  expect(lastUser(readFileSync(join(root, 'server/Dockerfile'), 'utf8'))).toBe('node');
  expect(lastUser(service('proxy').build?.dockerfile_inline ?? '')).toBe('65532:65532');
});

test('whatever servers, workers and the migration are told is a setting, but for the password that PostgreSQL’s clients read by themselves', () => {
  for (const name of ['migrate', ...ours]) {
    const told = Object.keys(service(name).environment ?? {});
    expect(told.length).toBeGreaterThan(1);
    expect(told.filter((variable) => !(variable in variables)), name).toEqual(['PGPASSWORD']);
  }
});

test('servers and workers understand what they are told', () => {
  const server = readSettings([], environmentOf('server'));
  expect(server).toMatchObject({ door: true, worker: false, sandbox: false, host: '0.0.0.0', secure: true, proxies: 1, origin: needed.SHENPI_ORIGIN, temporal: { address: 'temporal:7233' }, identity: { issuer: needed.SHENPI_OIDC_ISSUER } });
  const worker = readSettings([], environmentOf('worker'));
  expect(worker).toMatchObject({ door: false, worker: true, sandbox: false, databaseUrl: server.databaseUrl, offices: { treasury: { url: needed.SHENPI_OFFICES_URL, key: 'key', allowedHosts: ['offices.example.cn'] } } });
  expect(service('server').volumes).toEqual([expect.objectContaining({ target: server.data })]);
});
