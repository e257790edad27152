/**
 * `npm run demo`: files the sample applications through the public API as the seeded staff would, drives each to its end on the
 * sandbox clock, and ends with a table. Every write carries the same idempotency key in every run: a demonstration that was cut off goes on
 * where it stopped, and one that was finished shows its table again (the rule against double funding holds here too).
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { CaseView } from '../../model/api/cases.ts';
import { formatYuan } from '../../model/money.ts';
import type { Process } from '../../model/process.ts';
import type { TrailEntry } from '../../model/trail.ts';
import { applications, type Application } from './application.ts';
import { drive, file, type Demonstration } from './drive.ts';
import { Refused } from './door.ts';
import { daysTaken, outcomeName, pathTaken, stageName, stepsTaken } from './path.ts';
import { Staff } from './staff.ts';
import { table } from './table.ts';

const { values: options } = parseArgs({
  options: {
    start: { type: 'string', default: '2026-03-02' },
    'day-ms': { type: 'string', default: '1000' },
    only: { type: 'string' },
    'at-once': { type: 'string', default: '6' },
    json: { type: 'string' },
  },
});
const origin = process.env['SHENPI_ORIGIN'] ?? 'http://127.0.0.1:7788';
const wanted = applications.filter(({ id }) => options.only === undefined || options.only.split(',').includes(id));
const staff = new Staff(origin);
const began = Date.now();

let finished = 0;
const demo: Demonstration = {
  staff,
  start: options.start,
  dayMs: Number(options['day-ms']),
  tell(application, what, view) {
    const seconds = ((Date.now() - began) / 1_000).toFixed(0).padStart(4);
    console.log(`${seconds} s  ${String(finished).padStart(2)}/${wanted.length}  ${(view?.case ?? application.id).padEnd(20)}  ${application.applicant.name}  ${stageName(what)}`);
  },
};

interface Result {
  application: Application;
  view?: CaseView;
  row: string[];
  right: boolean;
}

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
  const view = await drive(demo, application, (await filing).case);
  const { items: trail } = await staff.door('auditor-1').get<{ items: TrailEntry[] }>(`/api/cases/${view.case}/trail`);
  const { expected } = application;
  const paidNow = expected.amountFen === 0 ? 0 : (application.applicant.instalmentsFen[0] ?? 0);
  const award = view.outcome === 'disbursed' ? (view.amountFen ?? 0) : 0;
  const right = view.outcome === expected.outcome && award === expected.amountFen && (view.paidFen ?? 0) === paidNow;
  finished += 1;
  demo.tell(application, `结束：${outcomeName(view.outcome ?? '')}`, view);
  const later = view.followOns.map((next) => `；第${next.instalment}期 ${next.scheduledFor?.slice(0, 10) ?? ''} 自动启动`).join('');
  const row = [
    view.case,
    application.applicant.measure,
    application.title.zh,
    pathTaken(definition, trail),
    outcomeName(view.outcome ?? ''),
    formatYuan(award),
    `${formatYuan(view.paidFen ?? 0)}${later}`,
    String(stepsTaken(trail)),
    `${daysTaken(view).toFixed(1)} 天`,
    right ? '✓' : '✗',
  ];
  return { application, view, row, right };
}

/** An application whose way the door barred is shown as such, and the others go on. */
const refused =
  (application: Application) =>
  (error: unknown): Result => {
    if (!(error instanceof Refused)) throw error;
    demo.tell(application, `中断：${error.message}`);
    return { application, row: ['—', application.applicant.measure, application.title.zh, error.message, error.code, '', '', '', '', '✗'], right: false };
  };

async function all(): Promise<Result[]> {
  const results = new Map<string, Result>();
  const waiting = [...wanted];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      if (next.after !== undefined) await filed.get(next.after);
      results.set(next.id, await run(next).catch(refused(next)));
    }
  };
  await Promise.all(Array.from({ length: Number(options['at-once']) }, worker));
  return wanted.flatMap(({ id }) => results.get(id) ?? []);
}

const results = await all();
const head = ['案件 Case', '措施', '申报 Application', '路径 Path', '结果 Outcome', '核定 Award', '已付 Paid', '步骤', '历时', '相符'];
console.log(`\n${table([head, ...results.map(({ row }) => row)], [5, 7, 8])}\n`);
const wrong = results.filter(({ right }) => !right);
for (const { application, view } of wrong) {
  console.log(`✗ ${application.id} ${view?.case ?? ''}: 应为 expected ${outcomeName(application.expected.outcome)} ${formatYuan(application.expected.amountFen)}`);
}
console.log(`${results.length} 个案件，${results.length - wrong.length} 个与方案一致，用时 ${((Date.now() - began) / 1_000).toFixed(0)} 秒（真实时间）。`);
console.log(`${results.length} cases, ${results.length - wrong.length} as the programme says. Look at them at ${origin}/cases`);
if (options.json !== undefined) {
  const plain = results.map(({ application, view, right }) => ({ id: application.id, case: view?.case, outcome: view?.outcome, amountFen: view?.amountFen, paidFen: view?.paidFen, right }));
  writeFileSync(options.json, JSON.stringify(plain, undefined, 2));
}
process.exitCode = wrong.length === 0 ? 0 : 1;
