import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext, Script } from 'node:vm';
// The SDK's own way to a case's context; it has no public name, and only a benchmark may ask for it.
import { ReusableVMWorkflowCreator } from '@temporalio/worker/lib/workflow/reusable-vm.js';
import { scaled } from './scale.ts';
import type { Section } from './section.ts';
import { figure, median } from './statistics.ts';
import { bundled, entries } from './testbed.ts';

/** Libraries that the engine's bundle brings in, each with what it brings in itself and a case that imports nothing else. */
const libraries: { [name: string]: { parts: string[]; alone: string } } = {
  zod: { parts: ['zod'], alone: 'zod.ts' },
  feelin: { parts: ['feelin', 'lezer-feel', 'temporal-polyfill', 'temporal-utils', 'min-dash', '@lezer/common', '@lezer/lr', '@lezer/highlight'], alone: 'feelin.ts' },
  '@cfworker/json-schema': { parts: ['@cfworker/json-schema'], alone: 'jsonSchema.ts' },
};

const alone = (file: string): string => fileURLToPath(new URL(`./imports/${file}`, import.meta.url));

/** By these files everything that the kernel imports is loaded. */
const kernel = ['advance.ts', 'mayAccept.ts'];

setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc') as () => void; // the flag above makes it

/** What an earlier measurement left goes in two turns: its finalizers run between them. */
async function collect(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) {
    gc();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

interface Load {
  compileMs: number;
  contextMs: number;
  caseMs: number;
  caseKib: number;
}

type CreateOptions = Parameters<ReusableVMWorkflowCreator['createWorkflow']>[0];

/** What the SDK hands to a case's context when its first workflow task arrives. */
function optionsOf(workflowType: string, place: number): CreateOptions {
  const now = Date.now();
  const info = {
    workflowType, workflowId: `bench-${place}`, runId: `bench-${place}`, firstExecutionRunId: `bench-${place}`, attempt: 1, taskQueue: 'bench', namespace: 'default',
    startTime: new Date(now), runStartTime: new Date(now), historyLength: 3, historySize: 0, continueAsNewSuggested: false, searchAttributes: {}, typedSearchAttributes: undefined,
    taskTimeoutMs: 10_000, unsafe: { isReplaying: false, isReplayingHistoryEvents: false, now: Date.now },
  };
  return { info, randomnessSeed: [1, 2, 3, 4], now, showStackTraceSources: false } as unknown as CreateOptions; // only what loading reads
}

async function loadOf(code: string, workflowType: string): Promise<Load> {
  const bundle = { code, sourceMap: { version: 3, sources: [], sourcesContent: [], names: [], mappings: '', file: '' }, filename: `workflow-bundle-${process.hrtime.bigint()}.js` };
  const compiling: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const since = performance.now();
    // Another name each time, so that V8 does not know the text already.
    new Script(`${code}\n//${round} ${bundle.filename}`, { filename: `${round}-${bundle.filename}` });
    compiling.push(performance.now() - since);
  }
  const since = performance.now();
  const creator = (await ReusableVMWorkflowCreator.create(bundle as unknown as Parameters<typeof ReusableVMWorkflowCreator.create>[0], 5_000, new Set())) as ReusableVMWorkflowCreator;
  const contextMs = performance.now() - since;
  const warm = [];
  for (let place = 0; place < 20; place += 1) warm.push(await creator.createWorkflow(optionsOf(workflowType, place)));
  const count = scaled(200, 20);
  const took: number[] = [];
  const kept = [];
  await collect();
  const heap = process.memoryUsage().heapUsed;
  for (let place = 0; place < count; place += 1) {
    const begun = performance.now();
    kept.push(await creator.createWorkflow(optionsOf(workflowType, 1_000 + place)));
    took.push(performance.now() - begun);
  }
  await collect();
  const caseKib = (process.memoryUsage().heapUsed - heap) / count / 1_024;
  for (const workflow of [...warm, ...kept]) await workflow.dispose();
  await creator.destroy();
  return { compileMs: median(compiling), contextMs, caseMs: median(took), caseKib };
}

/** Bytes of source by package, as the bundle's source map tells. */
function sourcesIn(code: string): { text: number; packages: Map<string, number> } {
  const [marker = '', encoded = ''] = /\/\/# sourceMappingURL=data:application\/json;charset=utf-8;base64,(\S+)/.exec(code) ?? [];
  const map = JSON.parse(Buffer.from(encoded, 'base64').toString('utf8') || '{"sources":[],"sourcesContent":[]}') as { sources: string[]; sourcesContent: (string | null)[] }; // as source maps are
  const packages = new Map<string, number>();
  map.sources.forEach((source, place) => {
    const name = [...source.matchAll(/node_modules\/((?:@[^/]+\/)?[^/]+)/g)].at(-1)?.[1] ?? (source.includes('webpack') ? 'webpack' : 'our own');
    packages.set(name, (packages.get(name) ?? 0) + (map.sourcesContent[place]?.length ?? 0));
  });
  return { text: code.length - marker.length, packages };
}

/**
 * The engine's bundle with the whole kernel, and all it imports, loaded once per thread. Named by our own files: a bare `require` of a package
 * that declares itself free of side effects is dropped by the bundler without a word. Zod alone cannot be shared: what is shared is
 * frozen, and a frozen zod makes no further schema.
 */
async function kernelLoadedOnce(): Promise<string> {
  const code = await bundled(entries.engine, kernel.map((file) => fileURLToPath(new URL(`../model/${file}`, import.meta.url))));
  const [, body = ''] = /exports\.preloadModules = function preloadModules\(\) \{([^}]*)\}/.exec(code) ?? [];
  if (!body.includes('__webpack_require__')) throw new Error('the bundler dropped what was to be preloaded: nothing would be shared');
  return code;
}

/** How large the workflow bundle is, how long it loads, and what each library in it costs each case. */
export async function run(): Promise<Section> {
  const rows: string[][] = [];
  const row = (name: string, bytes: number, { compileMs, contextMs, caseMs, caseKib }: Load): void => void rows.push([name, ...[bytes / 1_024, compileMs, contextMs, caseMs, caseKib].map((value) => figure(value))]);
  const code = await bundled(entries.engine);
  const { text, packages } = sourcesIn(code);
  const emptyCode = await bundled(alone('nothing.ts'));
  const empty = await loadOf(emptyCode, 'runCase');
  const baselineCode = await bundled(entries.baseline);
  const sharedCode = await kernelLoadedOnce();
  row('engine', text, await loadOf(code, 'runCase'));
  row('engine, its kernel loaded once for all cases', sourcesIn(sharedCode).text, await loadOf(sharedCode, 'runCase'));
  row('hand-written workflow', sourcesIn(baselineCode).text, await loadOf(baselineCode, 'approveClaim'));
  row('a workflow that does nothing', sourcesIn(emptyCode).text, empty);
  for (const [name, { parts, alone: file }] of Object.entries(libraries)) {
    if (!packages.has(name)) continue;
    const load = await loadOf(await bundled(alone(file)), 'runCase');
    const more = { compileMs: load.compileMs - empty.compileMs, contextMs: load.contextMs - empty.contextMs, caseMs: load.caseMs - empty.caseMs, caseKib: load.caseKib - empty.caseKib };
    row(`+ ${name}`, parts.reduce((sum, part) => sum + (packages.get(part) ?? 0), 0), more);
  }
  const shares = [...packages].sort(([, a], [, b]) => b - a).map(([name, size]) => `${name} ${figure(size / 1_024)}`);
  return {
    title: 'The workflow bundle: size, load time, and what each library costs per case',
    table: { head: ['bundle', 'KiB', 'compile ms', 'context ms', 'ms per case', 'heap KiB per case'], rows },
    notes: [
      '“Per case” is what the SDK does before a case\'s first line runs: every module of the bundle is evaluated anew for each case that is not in the worker\'s cache, a replay after eviction included. Medians in one thread, outside a worker.',
      'Rows with + say what a library adds to the workflow that does nothing; their KiB are sources, with what the library brings in.',
      `Sources of the engine's bundle by package (KiB): ${shares.join(', ')}.`,
    ],
  };
}
