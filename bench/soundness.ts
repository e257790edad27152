import { measures } from '../measures/index.ts';
import type { Process } from '../model/process.ts';
import { proveSound } from '../model/soundness/proveSound.ts';
import { largeProcess } from '../tests/model/soundness/largeProcess.ts';
import { scaled } from './scale.ts';
import type { Section } from './section.ts';
import { figure, percentile } from './statistics.ts';

/** A process as the page proves it: a new object, so that nothing derived from an earlier one is left. */
const anew = (process: Process): Process => ({ ...process });

/** How long a draft's proof of soundness takes: each measure, and generated processes of two and four hundred steps. */
export async function run(): Promise<Section> {
  const processes: [string, Process][] = [...measures.map((process): [string, Process] => [process.measure.number, process]), ['generated, 6 parallel branches', largeProcess(200, 6)], ['generated, 6 parallel branches', largeProcess(400, 6)]];
  const rounds = scaled(100, 5);
  const rows: string[][] = [];
  for (const [name, process] of processes) {
    const began = performance.now();
    const { verdict, markings } = proveSound(anew(process));
    const first = performance.now() - began;
    const took: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const since = performance.now();
      proveSound(anew(process));
      took.push(performance.now() - since);
    }
    rows.push([name, String(process.steps.length), verdict, String(markings), ...[first, percentile(took, 0.5), percentile(took, 0.95)].map((value) => figure(value))]);
  }
  return {
    title: 'The proof that a draft is sound',
    table: { head: ['process', 'steps', 'verdict', 'markings', 'first ms', 'p50 ms', 'p95 ms'], rows },
    notes: ['Aims: each measure under 100 ms, two hundred steps with six parallel branches under one second. In one thread, as the page’s worker does it.', '“First” is the first proof of that process in this run; the very first of all includes the compilation of the code.'],
  };
}
