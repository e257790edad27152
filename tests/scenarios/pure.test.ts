import { describe, test } from 'vitest';
import { PureDriver } from '../drivers/pure.ts';
import { scenarios } from './index.ts';
import { play } from './play.ts';

describe.each(Object.entries(scenarios))('%s', (_topic, told) => {
  test.each(told.map((scenario) => [scenario.name, scenario] as const))('%s', async (_name, scenario) => play(scenario, new PureDriver()));
});
