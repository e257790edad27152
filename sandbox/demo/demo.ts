/**
 * `npm run demo`: files the sample applications through the public API as the seeded staff would, drives each to its end on the
 * sandbox clock, and ends with a table. Every write carries the same idempotency key in every run: a demonstration that was cut off goes on
 * where it stopped, and one that was finished shows its table again (the rule against double funding holds here too).
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { CaseView } from '../../model/api/cases.ts';
import type { Process } from '../../model/process.ts';
import type { TrailEntry } from '../../model/trail.ts';
import { applications, type Application } from './application.ts';
import { drive, file, FiledOtherwise, type Demonstration } from './drive.ts';
import { Refused } from './door.ts';
import { outcomeName, stageName } from './path.ts';
import { barred, head, numbers, resultOf, type Result } from './result.ts';
import { Staff } from './staff.ts';
import { table } from './table.ts';

const { values: options } = parseArgs({
  options: {
    start: { type: 'string', default: '2026-03-02' },
    'day-ms': { type: 'string', default: '1000' },
    only: { type: 'string' },
    'at-once': { type: 'string', default: '6' },
    json: { type: 'string' },
    /** Seconds after which a case that does not end is left where it stands; ten minutes and the time of 250 of its days unless told. */
    patience: { type: 'string' },
  },
});
const origin = process.env['SHENPI_ORIGIN'] ?? 'http://127.0.0.1:7788';
const wanted = applications.filter(({ id }) => options.only === undefined || options.only.split(',').includes(id));
const staff = new Staff(origin);
const began = Date.now();

let finished = 0;
/** A demonstration with other options that came before this one. */
let otherwise: FiledOtherwise | undefined;
const demo: Demonstration = {
  staff,
  start: options.start,
  dayMs: Number(options['day-ms']),
  ...(options.patience === undefined ? {} : { patienceMs: Number(options.patience) * 1_000 }),
  tell(application, what, view) {
    const seconds = ((Date.now() - began) / 1_000).toFixed(0).padStart(4);
    console.log(`${seconds} s  ${String(finished).padStart(2)}/${wanted.length}  ${(view?.case ?? application.id).padEnd(20)}  ${application.applicant.name}  ${stageName(what)}`);
  },
};

const processes = new Map<string, Process>();
async function processOf(measure: string): Promise<Process> {
  const known = processes.get(measure) ?? (await staff.door('auditor-1').get<{ process: Process }>(`/api/processes/${measure}/versions/latest`)).process;
  processes.set(measure, known);
  return known;
}

const filed = new Map<string, Promise<CaseView>>();
async function run(application: Application): Promise<Result> {
  const definition = await processOf(application.applicant.measure);
  const filing = file(demo, application, definition);
  filed.set(application.id, filing);
  const driven = await drive(demo, application, (await filing).case);
  const { view, left } = driven;
  const { items: trail } = await staff.door('auditor-1').get<{ items: TrailEntry[] }>(`/api/cases/${view.case}/trail`);
  finished += 1;
  demo.tell(application, left === undefined ? `结束：${outcomeName(view.outcome ?? '')}` : '未结，不再等待', view);
  return resultOf(application, definition, driven, trail);
}

/** An application whose way was barred is shown as such, and the others go on. */
const stopped =
  (application: Application) =>
  (error: unknown): Result => {
    finished += 1;
    const { message } = error as Error; // nothing else is thrown
    demo.tell(application, `中断：${message}`);
    if (error instanceof FiledOtherwise) {
      otherwise ??= error;
      return barred(application, '已另行申报', { zh: message, en: `was filed with --start ${error.start} --day-ms ${error.dayMs}` }, error.view);
    }
    if (error instanceof Refused) return barred(application, error.code, { zh: message, en: message });
    console.error(error); // a server that is gone for good, or a bug
    return barred(application, '中断', { zh: message, en: message });
  };

async function all(): Promise<Result[]> {
  const results = new Map<string, Result>();
  const waiting = [...wanted];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      if (next.after !== undefined) await filed.get(next.after)?.catch(() => undefined); // shown in its own row
      results.set(next.id, await run(next).catch(stopped(next)));
    }
  };
  await Promise.all(Array.from({ length: Number(options['at-once']) }, worker));
  return wanted.flatMap(({ id }) => results.get(id) ?? []);
}

const results = await all();
console.log(`\n${table([head, ...results.map(({ row }) => row)], numbers)}\n`);
const wrong = results.filter(({ right }) => !right);
for (const { application, view, why } of wrong) console.log(`✗ ${application.id} ${view?.case ?? ''}: ${why?.zh ?? ''}\n  ${why?.en ?? ''}`);
if (otherwise) {
  const { start, dayMs } = otherwise;
  console.log(`这里的演示是以 --start ${start} --day-ms ${dayMs} 申报的，同一申报不能再获扶持。以这些选项再次运行可查看其结果；要用别的开始日期或日长，请另用一个数据文件夹和端口：npm run demo -- --data 文件夹 --port 端口 --start 日期`);
  console.log(`The demonstration was filed here with --start ${start} --day-ms ${dayMs}, and no claim is paid twice. Run it with these options to see its results; for another start or length of day take another data folder and port: npm run demo -- --data FOLDER --port PORT --start DAY`);
}
console.log(`${results.length} 个案件，${results.length - wrong.length} 个与方案一致，用时 ${((Date.now() - began) / 1_000).toFixed(0)} 秒（真实时间）。`);
console.log(`${results.length} cases, ${results.length - wrong.length} as the programme says. Look at them at ${origin}/cases`);
if (options.json !== undefined) {
  const plain = results.map(({ application, view, right }) => ({ id: application.id, case: view?.case, outcome: view?.outcome, amountFen: view?.amountFen, paidFen: view?.paidFen, right }));
  writeFileSync(options.json, JSON.stringify(plain, undefined, 2));
}
process.exitCode = wrong.length === 0 ? 0 : 1;
