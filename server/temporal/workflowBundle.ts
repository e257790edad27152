import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildId } from './buildId.ts';

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

const kept = pathOf('dist/workflows');

/**
 * The bundle for a worker: the one that an earlier start left in `dist/workflows` under the name of this very build, else made now and left
 * there. Making it takes seconds, and every start would wait for them.
 */
export async function keptBundle(): Promise<{ codePath: string } | { code: string }> {
  const codePath = join(kept, `${buildId()}.cjs`);
  if (existsSync(codePath)) return { codePath };
  const { code } = await bundleWorkflows();
  try {
    mkdirSync(kept, { recursive: true });
    // Written beside and renamed, so that nobody who starts at the same time reads half of it.
    const next = `${codePath}.${process.pid}`;
    writeFileSync(next, code);
    renameSync(next, codePath);
    for (const name of readdirSync(kept)) if (name.endsWith('.cjs') && !codePath.endsWith(name)) rmSync(join(kept, name), { force: true });
  } catch {
    // An image may not be written to: then each start makes its own.
    return { code };
  }
  return { codePath };
}
