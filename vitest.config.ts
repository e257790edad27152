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
    // Times of day are Asia/Shanghai's wherever the tests run.
    env: { TZ: 'Asia/Shanghai' },
  },
});
