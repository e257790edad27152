import { apply, type Edit } from '../model/edits/index.ts';
import type { Process } from '../model/process.ts';
import { findProblemsAfter } from '../model/rules/incremental.ts';
import { findProblems } from '../model/rules/index.ts';
import { largeProcess } from '../tests/model/rules/largeProcess.ts';
import { scaled } from './scale.ts';
import type { Section } from './section.ts';
import { latencies } from './statistics.ts';

const size = 1_000;

/** One kind of change, made at another place each time. */
type Changes = (process: Process, place: number) => Edit | undefined;

const stepAt = (process: Process, place: number) => process.steps[(place * 37) % process.steps.length];

const changes: { [name: string]: Changes } = {
  'a step is moved': (process, place) => {
    const step = stepAt(process, place);
    return step && { edit: 'moveSteps', moves: [{ step: step.id, x: step.position.x + 1 + (place % 7), y: step.position.y }] };
  },
  'a step is given another name': (process, place) => {
    const step = stepAt(process, place);
    return step && { edit: 'changeStep', step: step.id, to: { ...step, name: { zh: `名称${place}`, en: `Name ${place}` } } };
  },
  'a condition is written': (process, place) => {
    const flows = process.flows.filter((flow) => flow.condition !== undefined);
    const flow = flows[(place * 37) % flows.length];
    return flow && { edit: 'changeFlow', flow: flow.id, to: { ...flow, condition: `${flow.condition?.replace(/ and visits\.[a-zA-Z0-9]+ < \d+$/, '')} and visits.start < ${2 + place}` } };
  },
  'a step gets another identifier': (process, place) => {
    const step = stepAt(process, place);
    return step && { edit: 'changeStep', step: step.id, to: { ...step, id: `renamed${place}` } };
  },
  'a step is put into a flow': (process, place) => {
    const flow = process.flows[(place * 37) % process.flows.length];
    const like = process.steps.find((step) => step.id === flow?.from);
    return flow && like && { edit: 'addStep', onFlow: flow.id, step: { id: `extra${place}`, kind: 'parallelGateway', name: { zh: '网关', en: 'Gateway' }, stage: like.stage, position: { x: 0, y: 0 } } };
  },
};

/** How long one waits for the problems after a change of a large process, in one thread. */
export async function run(): Promise<Section> {
  const rows: string[][] = [];
  const count = scaled(300, 40);
  for (const [name, change] of Object.entries(changes)) {
    let process = largeProcess(size);
    let problems = findProblems(process);
    const [edits, rules]: [number[], number[]] = [[], []];
    for (let place = 0; place < count; place += 1) {
      const edit = change(process, place);
      if (!edit) continue;
      const since = performance.now();
      const next = apply(process, edit);
      const applied = performance.now();
      if (next === process) continue;
      problems = findProblemsAfter(problems, process, next);
      if (place >= 20) {
        edits.push(applied - since);
        rules.push(performance.now() - applied);
      }
      process = next;
    }
    rows.push([name, ...latencies(edits).slice(0, 2), ...latencies(rules).slice(0, 2)]);
  }
  return {
    title: `All rules after an edit of a process of ${largeProcess(size).steps.length} steps`,
    table: { head: ['edit', 'edit p50', 'edit p95', 'rules p50', 'rules p95'], rows },
    notes: ['Each row makes one kind of edit at ever other places of the same draft, as a process owner would, and asks for all its problems after each; the first 20 warm up.'],
  };
}
