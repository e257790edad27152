import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from 'playwright-core';
import { freePort } from '../server/setup/port.mjs';
import { chromiumPath } from '../tests/setup/chromium.ts';
import { scaled } from './scale.ts';
import type { Section } from './section.ts';
import { figure, median } from './statistics.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const patienceMs = 30 * 60_000;

interface Start {
  answers: number;
  shows: number;
}

/** Seconds from `npm start` until the page is served, and until a browser that is open already shows something to read. */
async function start(clone: string, data: string, browser: Browser): Promise<Start> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const { TEMPORAL_ADDRESS: _other, DATABASE_URL: _production, ...env } = process.env;
  const since = performance.now();
  // As `npm start` does, without npm's own half second, which is npm's: a signal to npm does not always reach what it started.
  const child = spawn(process.execPath, ['server/setup/start.mjs', '--port', String(port), '--data', data], { cwd: clone, env: { ...env, SHENPI_LOG: 'warn' }, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (text: Buffer) => (said = (said + text.toString()).slice(-4_000)));
  const page = await browser.newPage();
  try {
    for (;;) {
      if (child.exitCode !== null || performance.now() - since > patienceMs) throw new Error(`it did not start: ${said}`);
      if (await fetch(origin).then(async (response) => response.ok && (await response.text()).includes('<script'), () => false)) break;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    const answers = (performance.now() - since) / 1_000;
    await page.goto(origin);
    await page.getByRole('heading').first().waitFor();
    return { answers, shows: (performance.now() - since) / 1_000 };
  } finally {
    await page.close();
    const ended = new Promise((resolve) => (child.exitCode === null ? child.once('exit', resolve) : resolve(undefined)));
    child.kill('SIGTERM');
    await ended;
  }
}

/** How long a fresh clone takes to its first page with warm package caches, and a second start. */
export async function run(): Promise<Section> {
  const folder = mkdtempSync(join(tmpdir(), 'shenpi-bench-start-'));
  const browser = await chromium.launch({ executablePath: await chromiumPath(), args: ['--headless', '--no-sandbox', '--disable-gpu'] });
  try {
    const clone = join(folder, 'clone');
    const data = join(folder, 'data');
    execFileSync('git', ['clone', '--quiet', '--no-hardlinks', root, clone], { stdio: 'inherit' });
    if (existsSync(join(clone, 'node_modules'))) throw new Error('the clone is not fresh');
    const first = await start(clone, data, browser);
    const again: Start[] = [];
    for (let turn = 0; turn < scaled(5, 2); turn += 1) again.push(await start(clone, data, browser));
    const row = (name: string, starts: Start[]): string[] => [name, String(starts.length), figure(median(starts.map(({ answers }) => answers)), 's'), figure(median(starts.map(({ shows }) => shows)), 's'), figure(Math.max(...starts.map(({ shows }) => shows)), 's')];
    return {
      title: 'Start-up',
      table: { head: ['start', 'number', 'page served', 'page shown', 'slowest'], rows: [row('fresh clone, warm package caches', [first]), row('second start, same data', again)] },
      notes: [
        'From the start command to the page\'s HTML, and to the first heading in a browser that is open already. Aim of a second start: below 5 s to the first page.',
        'The fresh clone installs its packages from npm\'s cache, builds the page, makes the store and its database files; the Temporal command is in the user\'s cache.',
      ],
    };
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
