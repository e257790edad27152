import { configDefaults, defineConfig } from 'vitest/config';

const usual = {
  environment: 'node',
  pool: 'forks',
  testTimeout: 60_000,
  hookTimeout: 120_000,
} as const;

// Far from Asia/Shanghai on purpose: the host's time zone must change nothing.
const env = { TZ: 'America/Los_Angeles' };

/** What people and processes do at once to the whole system. */
const atOnce = 'tests/system/atOnce.test.ts';
/** Stories on a real Temporal server, whose cases write to the store. */
const stories = 'tests/scenarios/durable.test.ts';

/** Suites that mean something only where several connections work at once. */
const postgresOnly = 'tests/postgres/**/*.test.ts';
/** The README's pictures change with every look of the page: taken when asked for, by `PICTURES=1`. */
const pictures = process.env['PICTURES'] === '1' ? [] : ['tests/browser/pictures.test.ts'];
const storeless = ['access', 'connect', 'drained', 'identitySettings', 'rollout', 'openapi', 'settings', 'tracing'].map((name) => `tests/server/${name}.test.ts`);

export default defineConfig({
  test: {
    maxWorkers: 2,
    // Once for the run, whatever projects it touches.
    globalSetup: ['tests/setup/temporalForTheRun.ts', 'tests/setup/postgresForTheRun.ts'],
    projects: [
      { test: { ...usual, env, name: 'embedded', include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'], exclude: [...configDefaults.exclude, postgresOnly, ...pictures] } },
      // What goes through the store, once more on a real PostgreSQL.
      { test: { ...usual, env: { ...env, SHENPI_TEST_STORE: 'postgres' }, name: 'postgres', include: ['tests/server/**/*.test.ts', postgresOnly, atOnce, stories], exclude: [...configDefaults.exclude, ...storeless] } },
    ],
  },
});
