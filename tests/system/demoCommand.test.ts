import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applicantOf } from '../../measures/applicants.ts';
import type { CaseRow, CaseView } from '../../model/api/cases.ts';
import { formatYuan } from '../../model/money.ts';
import { freePort, isOpen } from '../../server/setup/port.mjs';
import { everyProcess } from '../../server/setup/processIdentity.mjs';
import { Person } from './person.ts';
import { System } from './system.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const quick = ['--day-ms', '300'];

/** `npm run demo -- …`, as a person types it. */
async function npmRunDemo(port: number, data: string, args: string[]): Promise<{ code: number | null; output: string }> {
  const { TEMPORAL_ADDRESS: _own, ...env } = process.env;
  const child = spawn('npm', ['run', 'demo', '--', '--port', String(port), '--data', data, ...args], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}

/** The rows of the table that ends a demonstration, by its columns. */
function tableIn(output: string): { [column: string]: string }[] {
  const lines = output.split('\n');
  const rule = lines.findIndex((line) => /^─+( {2}─+)+$/.test(line));
  if (rule < 1) throw new Error(`no table in:\n${output}`);
  const end = lines.indexOf('', rule);
  const cells = (line: string) => line.split(/ {2,}/).map((cell) => cell.trim());
  const columns = cells(lines[rule - 1] ?? '');
  return lines.slice(rule + 1, end).map((line) => {
    const values = cells(line);
    return Object.fromEntries(columns.map((column, index) => [column, values[index] ?? '']));
  });
}

const award = (measure: string) => applicantOf(measure)?.awardFen ?? 0;

test('with nothing running it starts the system, shows the table, and leaves nothing running', async () => {
  const data = mkdtempSync(join(tmpdir(), 'shenpi-demo-'));
  const port = await freePort();
  const { code, output } = await npmRunDemo(port, data, [...quick, '--only', 'M10,areaTooSmall', '--start', '2025-03-03']);
  expect(code, output).toBe(0);
  expect(output).toContain('sandbox accounts');
  const [paid, refused, ...more] = tableIn(output);
  expect(more).toEqual([]);
  expect(Object.keys(paid ?? {})).toEqual(['案件 Case', '措施 Measure', '申报 Application', '路径 Path', '结果 Outcome', '核定 Award', '已付 Paid', '步骤 Steps', '历时 Days', '相符']);
  expect(paid).toMatchObject({
    '案件 Case': expect.stringMatching(/^LG-2025-M10-\d{6}$/) as string,
    '措施 Measure': 'M10',
    '申报 Application': '示例申报',
    '路径 Path': '申报→初审→核查(免)→公示→拨付',
    '结果 Outcome': '已拨付',
    '核定 Award': formatYuan(award('M10')),
    '已付 Paid': formatYuan(award('M10')),
    '相符': '✓',
  });
  expect(Number(paid?.['步骤 Steps'])).toBeGreaterThan(15);
  expect(paid?.['历时 Days']).toMatch(/^\d+\.\d 天$/);
  expect(parseFloat(paid?.['历时 Days'] ?? '')).toBeGreaterThan(6); // the notice alone is open for more
  expect(refused).toMatchObject({ '措施 Measure': 'M02', '结果 Outcome': '不予扶持', '核定 Award': formatYuan(0), '已付 Paid': formatYuan(0), '相符': '✓' });
  expect(Number(refused?.['步骤 Steps'])).toBeLessThan(Number(paid?.['步骤 Steps']));
  for (const stage of ['申报', '初审', '公示', '拨付', '结束：已拨付']) expect(output, 'live progress').toMatch(new RegExp(`${stage}$`, 'm'));
  expect(await isOpen(port)).toBe(false);
  expect(everyProcess().filter(({ args }) => args.some((arg) => arg.includes(data)))).toEqual([]);
  expect(readdirSync(data).filter((name) => /(running|server|temporal)\.json$|lock$/.test(name))).toEqual([]);
  rmSync(data, { recursive: true, force: true });
}, 300_000);

describe('beside a running system', () => {
  let system: System;
  beforeAll(async () => {
    system = await System.start();
  }, 180_000);
  afterAll(() => system?.stop(), 60_000);
  const demo = (...args: string[]) => npmRunDemo(system.port, system.data, [...quick, ...args]);
  const admin = () => new Person(system.origin, 'admin-1');
  const caseOf = async (measure: string): Promise<CaseView> => {
    const { items } = (await admin().get<{ items: CaseRow[] }>(`/api/cases?measure=${measure}`)).body;
    return (await admin().get<CaseView>(`/api/cases/${items[0]?.case ?? ''}`)).body;
  };

  test('it uses that one, from the day that is asked for, and shows the same table again', async () => {
    const first = await demo('--only', 'M10', '--start', '2025-03-03');
    expect(first.code, first.output).toBe(0);
    expect(first.output).toContain(`using the server that runs at ${system.origin}`);
    const { clock } = await caseOf('M10');
    expect([clock.start, Math.round(86_400_000 / clock.factor)]).toEqual(['2025-03-03T09:00:00.000+08:00', 300]);
    const second = await demo('--only', 'M10', '--start', '2025-03-03');
    expect(second.code, second.output).toBe(0);
    expect(tableIn(second.output)).toEqual(tableIn(first.output));
    expect((await fetch(`${system.origin}/readyz`)).status).toBe(200);
  }, 180_000);

  test('with another start it says with which options the claims were filed; what waits for such a claim goes on, and the table is shown', async () => {
    const first = await demo('--only', 'sameInvoice-first', '--start', '2025-03-03');
    expect(first.code, first.output).toBe(0);
    const second = await demo('--only', 'sameInvoice-first,sameInvoice', '--start', '2025-04-07', '--at-once', '2');
    expect(second.code).toBe(1);
    const [again, after] = tableIn(second.output);
    expect(again).toMatchObject({ '结果 Outcome': '已另行申报', '案件 Case': tableIn(first.output)[0]?.['案件 Case'] });
    expect(after).toMatchObject({ '案件 Case': expect.stringMatching(/^LG-2025-/) as string, '相符': '✓' }); // the invoice was paid before
    expect(second.output).toContain('The demonstration was filed here with --start 2025-03-03 --day-ms 300');
    expect(second.output).toContain('这里的演示是以 --start 2025-03-03 --day-ms 300 申报的');
    expect(second.output).not.toMatch(/\bat .*\.ts:\d/);
  }, 180_000);

  test('it ends where a case waits for a calendar that nobody loaded, and says so; retrying does not swell the story', async () => {
    const { code, output } = await demo('--only', 'M13', '--start', '2026-12-25');
    expect(code).toBe(1);
    expect(tableIn(output)).toMatchObject([{ '措施 Measure': 'M13', '结果 Outcome': expect.stringContaining('未结：') as string, '相符': '✗' }]);
    expect(output).toMatch(/停在“[^”]+”：尚未载入 2027 年的工作日历.*请管理员/);
    expect(output).toMatch(/stands at “[^”]+”: The working-day calendar of 2027 is not loaded.*Let an administrator/);
    const view = await caseOf('M13');
    expect(view.incidentList.map(({ code: incident }) => incident)).toEqual(['calendarMissing']);
    const { items } = (await admin().get<{ items: { event: { event: string } }[] }>(`/api/cases/${view.case}/trail`)).body;
    expect(items.filter(({ event }) => event.event === 'incidentResolved')).toEqual([]);
  }, 180_000);

  test('a case that does not end in its time is left where it stands', async () => {
    const { code, output } = await npmRunDemo(system.port, system.data, ['--only', 'M08', '--day-ms', '1000', '--patience', '4']);
    expect(code).toBe(1);
    expect(tableIn(output)).toMatchObject([{ '措施 Measure': 'M08', '结果 Outcome': expect.stringContaining('未结：') as string }]);
    expect(output).toMatch(/took too long and stands at “/);
  }, 180_000);
});
