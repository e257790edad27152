import { applicantOf } from '../measures/applicants.ts';
import type { CaseView } from '../model/api/cases.ts';
import type { TaskView } from '../model/api/tasks.ts';
import type { Change } from '../model/api/upkeep.ts';
import { taskPath } from '../sandbox/demo/staff.ts';
import { Person } from '../tests/system/person.ts';
import { inLanes } from './contestants.ts';
import { onPostgres } from './postgres.ts';
import { scaled } from './scale.ts';
import type { Section } from './section.ts';
import { figure, latencies } from './statistics.ts';
import { withServer } from './system.ts';
import { onTestbed, type Testbed } from './testbed.ts';

const measure = 'M13';
const perSecond = 10;
const loads = [
  { name: '1 at once', atOnce: 1, acts: 150 },
  { name: '8 at once', atOnce: 8, acts: 240 },
  { name: '32 at once', atOnce: 32, acts: 320 },
  { name: `${perSecond} a second`, atOnce: undefined, acts: 300 },
];

/** The colleague at the next desk: hears of a change as a page does, and reads the case's tasks in a session of their own. */
class Colleague {
  private readonly wanted = new Map<string, { step: string; seen: (at: number) => void; looking: boolean; again: boolean }>();
  private readonly closing = new AbortController();
  private constructor(private readonly person: Person) {}

  static async at(origin: string, account: string): Promise<Colleague> {
    const colleague = new Colleague(new Person(origin, account));
    const stream = await openStream(origin, account, colleague.closing.signal);
    void colleague.listen(stream).catch(() => undefined); // ends when it is closed
    return colleague;
  }

  /** Resolves with the moment at which this session's list shows a task of this case at a step. */
  sees(id: string, step: string): Promise<number> {
    return new Promise((seen) => this.wanted.set(id, { step, seen, looking: false, again: false }));
  }

  close(): void {
    this.closing.abort();
  }

  private async listen(stream: ReadableStream<Uint8Array>): Promise<void> {
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of stream) {
      const lines = `${text}${decoder.decode(chunk, { stream: true })}`.split('\n');
      text = lines.pop() ?? '';
      for (const line of lines) if (line.startsWith('data: ')) void this.look((JSON.parse(line.slice(6)) as Change).case); // what the door writes
    }
  }

  private async look(id: string): Promise<void> {
    const wish = this.wanted.get(id);
    if (!wish) return;
    wish.again = true;
    if (wish.looking) return;
    wish.looking = true;
    while (wish.again) {
      wish.again = false;
      const { body } = await this.person.get<{ items: TaskView[] }>(`/api/tasks?case=${id}`);
      if (!body.items.some(({ step }) => step === wish.step)) continue;
      this.wanted.delete(id);
      wish.seen(performance.now());
      return;
    }
    wish.looking = false;
  }
}

async function openStream(origin: string, account: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
  const signedIn = await fetch(`${origin}/api/session`, {
    method: 'POST', body: JSON.stringify({ account, password: 'shenpi' }), headers: { 'content-type': 'application/json', 'x-requested-with': 'shenpi', 'idempotency-key': `bench-${account}` },
  });
  const cookie = signedIn.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
  const { body } = await fetch(`${origin}/api/events`, { headers: { cookie }, signal });
  if (!body) throw new Error('the stream of changes has no body');
  return body;
}

async function file(clerk: Person, colleague: Colleague, place: number): Promise<TaskView> {
  const sample = applicantOf(measure);
  if (!sample) throw new Error(`there is no sample applicant of ${measure}`);
  const { creditCode, name, declaration } = sample;
  const filed = await clerk.post<CaseView>('/api/cases', { measure, applicant: { creditCode, name }, declaration: { ...declaration, projectName: `bench ${place}` }, documents: [] });
  if (filed.status !== 201) throw new Error(`case ${place} was not taken: ${JSON.stringify(filed.body)}`);
  const find = async (): Promise<TaskView | undefined> => (await clerk.get<{ items: TaskView[] }>(`/api/tasks?case=${filed.body.case}`)).body.items.find(({ step }) => step === 'formCheck');
  const seen = colleague.sees(filed.body.case, 'formCheck');
  const task = (await find()) ?? (await seen, await find());
  if (!task) throw new Error(`${filed.body.case} has no form check`);
  return task;
}

/** All loads against one server; rows of the table, and how many cases a second were filed before. */
async function actsOn(testbed: Testbed, store: string, databaseUrl?: string): Promise<{ rows: string[][]; filed: number }> {
  return withServer(testbed, async (origin) => {
    const [clerk, filer] = [new Person(origin, 'intake-1'), new Person(origin, 'intake-2')];
    const colleague = await Colleague.at(origin, 'intake-2');
    const plans = loads.map((load) => ({ ...load, acts: scaled(load.acts, load.atOnce ?? 20) }));
    const warm = scaled(40, 10);
    const tasks: TaskView[] = [];
    const since = performance.now();
    await inLanes(plans.reduce((sum, { acts }) => sum + acts, warm), 8, async (place) => void tasks.push(await file(filer, colleague, place)));
    const filed = tasks.length / ((performance.now() - since) / 1_000);

    const rows: string[][] = [];
    for (const { name, atOnce, acts } of [{ name: '', atOnce: 4, acts: warm }, ...plans]) {
      const mine = tasks.splice(0, acts);
      const answered: number[] = [];
      const visible: number[] = [];
      const act = async (task: TaskView, begun: number): Promise<void> => {
        const seen = colleague.sees(task.case, 'registerPapers').then((at) => void visible.push(at - begun));
        const { status, body } = await clerk.post<unknown>(`${taskPath(task)}/complete`, { outcome: 'accept', data: {} });
        answered.push(performance.now() - begun);
        if (status !== 200) throw new Error(`${task.case}: ${JSON.stringify(body)}`);
        await seen;
      };
      const start = performance.now();
      if (atOnce === undefined) {
        // Counted from when the person wanted to act, so that a server that lags is not asked less.
        await Promise.all(mine.map(async (task, place) => {
          const due = start + (place * 1_000) / perSecond;
          await new Promise((resolve) => setTimeout(resolve, due - performance.now()));
          await act(task, due);
        }));
      } else await inLanes(mine.length, atOnce, async (place) => {
        const task = mine[place];
        if (task) await act(task, performance.now());
      });
      const seconds = (performance.now() - start) / 1_000;
      if (name !== '') rows.push([store, name, String(answered.length), figure(answered.length / seconds), ...latencies(answered), ...latencies(visible)]);
    }
    colleague.close();
    return { rows, filed };
  }, databaseUrl);
}

/** A person's act through the API: how long until its answer, and until a colleague's session shows the next task. */
export async function run(): Promise<Section> {
  const embedded = await onTestbed((testbed) => actsOn(testbed, 'embedded'));
  const postgres = await onPostgres(({ url, version }) => onTestbed((testbed) => actsOn(testbed, `PostgreSQL ${version}`, url)));
  return {
    title: 'A person\'s act: to its answer, and to the next task in a colleague\'s session',
    table: { head: ['store', 'acts', 'number', 'acts/s', 'answer p50', 'p95', 'p99', 'next task visible p50', 'p95', 'p99'], rows: [...embedded.rows, ...postgres.rows] },
    notes: [
      `Aims at ${perSecond} acts a second: answer p50 below 40 ms, p99 below 200 ms.`,
      `The whole product in one process as \`npm start\` runs it, over HTTP: form checks of measure ${measure} are accepted, and the next task, the registration of papers, is seen by a colleague who hears of the change by the stream of events and reads the list of the case's tasks. The people, Temporal and PostgreSQL share the machine with the server.`,
      `The cases were filed before, eight at once: ${figure(embedded.filed)} a second on the embedded store and ${figure(postgres.filed)} on PostgreSQL, each asking the played business register.`,
    ],
  };
}
