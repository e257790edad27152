import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    globalSetup: ['tests/setup/temporalForTheRun.ts'],
    // Far from Asia/Shanghai on purpose: the host's time zone must change nothing.
    env: { TZ: 'America/Los_Angeles' },
  },
});
