import type { Benchmark } from './section.ts';

/** Every benchmark by its name, in the order of the results; each is loaded when it is run. */
export const benchmarks: { [name: string]: () => Promise<{ run: Benchmark }> } = {
  engine: () => import('./engine.ts'),
  act: () => import('./act.ts'),
  lag: () => import('./lag.ts'),
  parked: () => import('./parked.ts'),
  lists: () => import('./lists.ts'),
  workers: () => import('./workers.ts'),
  startUp: () => import('./startUp.ts'),
  bundle: () => import('./bundle.ts'),
  canvas: () => import('./canvas.ts'),
  rules: () => import('./rules.ts'),
  soundness: () => import('./soundness.ts'),
};
