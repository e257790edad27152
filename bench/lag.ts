import type { TaskView } from '../model/api/tasks.ts';
import { taskPath } from '../sandbox/demo/staff.ts';
import { openRealEngine } from '../tests/server/realEngine.ts';
import { inLanes } from './contestants.ts';
import { scaled } from './scale.ts';
import type { Section } from './section.ts';
import { latencies } from './statistics.ts';

const loads = [
  { name: '1 at once', atOnce: 1, acts: 100 },
  { name: '8 at once', atOnce: 8, acts: 240 },
  { name: '32 at once', atOnce: 32, acts: 320 },
];
const warm = 40;
const dayMs = 86_400_000;

/** How far what the lists show is behind what a person did: from the request to the rows in the store, and from there to the answer. */
export async function run(): Promise<Section> {
  const engine = await openRealEngine({ inMemory: false });
  try {
    const { office, store } = engine;
    const plans = [{ name: '', atOnce: 4, acts: warm }, ...loads].map((load) => ({ ...load, acts: scaled(load.acts, load.atOnce) }));
    const tasks: TaskView[] = [];
    await inLanes(plans.reduce((sum, { acts }) => sum + acts, 0), 8, async () => {
      const id = await office.file({ year: 2026, dayMs });
      await office.until(id, ({ tasks: open }) => open.some(({ step }) => step === 'formCheck'));
      tasks.push(await office.task(id, 'formCheck'));
    });
    const writing = new Map<string, (at: number) => void>();
    store.written.on('written', ({ case: id }) => {
      writing.get(id)?.(performance.now());
      writing.delete(id);
    });
    const clerk = office.person('intake-1');
    const rows: string[][] = [];
    for (const { name, atOnce, acts } of plans) {
      const mine = tasks.splice(0, acts);
      const toRows: number[] = [];
      const toAnswer: number[] = [];
      await inLanes(mine.length, atOnce, async (place) => {
        const task = mine[place];
        if (!task) return;
        const begun = performance.now();
        const written = new Promise<number>((seen) => writing.set(task.case, seen));
        const { status, body } = await clerk.post<unknown>(`${taskPath(task)}/complete`, { outcome: 'accept', data: {} });
        const answered = performance.now();
        if (status !== 200) throw new Error(`${task.case}: ${JSON.stringify(body)}`);
        const at = await written;
        toRows.push(at - begun);
        toAnswer.push(answered - at);
      });
      if (name !== '') rows.push([name, String(toRows.length), ...latencies(toRows), ...latencies(toAnswer)]);
    }
    return {
      title: 'Lag of the projection: from an act to the rows that show it',
      table: { head: ['acts', 'number', 'request → rows p50', 'p95', 'p99', 'rows → answer p50', 'p95', 'p99'], rows },
      notes: [
        'Aim: p99 below 250 ms.',
        'Rows are written before the workflow task commits, so no answered act is ever missing from the lists: the second figure is never negative.',
        'Form checks of measure M13 over HTTP, on the embedded store in memory; door, worker and the people who act share one process, Temporal is one of its own with its file on disk.',
      ],
    };
  } finally {
    await engine.close();
  }
}
