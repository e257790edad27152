import { randomUUID } from 'node:crypto';
import type { Actor } from '../model/case.ts';
import type { Process } from '../model/process.ts';
import { revision } from '../model/revision.ts';
import { calendars } from '../measures/calendars.ts';
import { hashProcess } from '../server/store/versions.ts';
import { act, type ActInput, type RunCaseInput } from '../workflows/messages.ts';
import { tasks, type ClaimInput, type CompleteInput } from './baseline/contract.ts';
import type { Fleet } from './fleet.ts';
import { dayMs, largePath, path } from './path.ts';
import type { Testbed } from './testbed.ts';

/** One way to run the path; each method is a person's or the door's call. */
export interface Contestant {
  name: string;
  start(id: string): Promise<void>;
  complete(id: string, task: string): Promise<void>;
}

const start = '2026-03-02T09:00:00.000+08:00';
const clerk: Actor = { id: 'clerk', name: 'Clerk', roles: ['clerk'] };
const clock = () => ({ start, realStart: Date.now(), factor: 86_400_000 / dayMs });
// Each case is of an applicant of its own: otherwise the check for double funding would grow with the benchmark.
const applicant = (id: string) => ({ creditCode: id, name: '深圳虚构横岗眼镜直播基地管理有限公司' });

/** The engine on a process. */
export function engine({ client }: Testbed, { queues }: Fleet, process: Process = path(), name = 'engine'): Contestant {
  const hash = hashProcess(process);
  return {
    name,
    async start(id) {
      const input: RunCaseInput = {
        case: id, process, version: 1, hash, revision, applicant: applicant(id), actor: clerk, instalment: 1,
        data: { declaration: { amount: 1_000_000 } }, calendar: calendars, clock: clock(),
      };
      await client.workflow.start('runCase', { workflowId: id, taskQueue: queues.engine, args: [input] });
    },
    async complete(id, task) {
      const key = randomUUID();
      const input: ActInput = { key, body: task, act: { event: 'taskCompleted', task: `${task}#1`, actor: clerk, outcome: 'done', data: {} } };
      await client.workflow.getHandle(id).executeUpdate(act, { updateId: key, args: [input] });
    },
  };
}

/** The engine on the same path in a definition of a real measure's size. */
export const largeEngine = (testbed: Testbed, fleet: Fleet): Contestant => engine(testbed, fleet, largePath(), 'engine, large definition');

/** The hand-written workflow. */
export function baseline({ client }: Testbed, { queues }: Fleet): Contestant {
  const { measure } = path();
  return {
    name: 'hand-written',
    async start(id) {
      const input: ClaimInput = { case: id, measure: measure.number, year: 2026, actor: clerk, applicant: applicant(id), amount: 1_000_000, clock: clock() };
      await client.workflow.start('approveClaim', { workflowId: id, taskQueue: queues.baseline, args: [input] });
    },
    async complete(id, task) {
      const key = randomUUID();
      const input: CompleteInput = { key, body: task, task, actor: clerk };
      await client.workflow.getHandle(id).executeUpdate<unknown, [CompleteInput]>('complete', { updateId: key, args: [input] });
    },
  };
}

/** A number for a case that no other case has. */
export const caseId = (): string => `B-${randomUUID()}`;

/** How long the acts of one case took to their answers, and when it is closed. */
export interface CaseRun {
  acts: number[];
  /** Not awaited by the lane: nobody acts while the timer runs, and the server fires it up to a second late. */
  closed: Promise<unknown>;
}

/** One case from its start to its last act. */
export async function wholeCase({ client }: Testbed, fleet: Fleet, contestant: Contestant, id = caseId()): Promise<CaseRun> {
  await contestant.start(id);
  await fleet.begun(id);
  const acts: number[] = [];
  for (const task of tasks) {
    const since = performance.now();
    await contestant.complete(id, task);
    acts.push(performance.now() - since);
  }
  return { acts, closed: client.workflow.getHandle(id).result() };
}

/** Lets `atOnce` lanes work off `count` pieces of work. */
export async function inLanes(count: number, atOnce: number, work: (place: number) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < count) {
      next += 1;
      await work(next - 1);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, lane));
}

/** What a closed case cost the server. */
export async function costOf({ client }: Testbed, id: string): Promise<{ events: number; transitions: number; bytes: number }> {
  const { raw } = await client.workflow.getHandle(id).describe();
  const info = raw.workflowExecutionInfo;
  return { events: Number(info?.historyLength ?? 0), transitions: Number(info?.stateTransitionCount ?? 0), bytes: Number(info?.historySizeBytes ?? 0) };
}
