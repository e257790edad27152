import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { fileURLToPath } from 'node:url';

const pathOf = (file: string): string => fileURLToPath(new URL(`../../${file}`, import.meta.url));

/**
 * What a worker bundles its workflows from. The kernel, with zod and the FEEL parser behind it, is loaded once for all cases instead of once
 * for each: it keeps nothing of a case beyond what is derived from, and held by, that case's own immutable definition.
 */
export const workflowSources = {
  workflowsPath: pathOf('workflows/index.ts'),
  /** Hands traces on; here and not at the worker, so that replays are of what runs. */
  workflowInterceptorModules: [pathOf('workflows/traceHeader.ts')],
  preloadModules: [pathOf('model/advance.ts'), pathOf('model/mayAccept.ts')],
};

/** Bundles them, or what is told `instead` of a part of them; it takes seconds, so a process does it once. */
export const bundleWorkflows = (instead: Partial<Parameters<typeof bundleWorkflowCode>[0]> = {}): ReturnType<typeof bundleWorkflowCode> =>
  bundleWorkflowCode({ ...workflowSources, logger: new DefaultLogger('WARN'), ...instead });
