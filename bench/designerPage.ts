import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { chromium, type Browser, type Page } from 'playwright-core';
import { build } from 'vite';
import type { Process } from '../model/process.ts';
import { createApp } from '../server/app.ts';
import { sandboxPassword, seedStore } from '../server/seed.ts';
import { createStore, usualClaimMs } from '../server/store/createStore.ts';
import { folderFiles } from '../server/store/files.ts';
import { openDatabase } from '../server/store/openStore.ts';
import { kernelCaseClient } from '../tests/server/kernelCaseClient.ts';
import { chromiumPath } from '../tests/setup/chromium.ts';

const page = fileURLToPath(new URL('../designer/vite.config.ts', import.meta.url));

/** The built page behind the real door over a store in memory that also knows `processes`, and a browser in front of it in which a process owner has signed in. */
export interface DesignerPage {
  origin: string;
  browser: Browser;
  page: Page;
  close(): Promise<void>;
}

/** Builds the page and opens it. No case runs: the designer asks Temporal for nothing. */
export async function openDesigner(processes: readonly Process[]): Promise<DesignerPage> {
  const folder = mkdtempSync(join(tmpdir(), 'shenpi-designer-'));
  await build({ configFile: page, root: fileURLToPath(new URL('../designer', import.meta.url)), logLevel: 'error', build: { outDir: join(folder, 'page'), emptyOutDir: true } });
  const database = await openDatabase({ memory: true });
  const store = createStore(database.db, () => new Date(), usualClaimMs, database.signals);
  await seedStore(store, true);
  for (const process of processes) await store.versions.seed(process, 'bench', 'bench');
  const app = createApp({
    store, files: folderFiles(join(folder, 'files')), cases: kernelCaseClient(store), log: pino({ level: 'silent' }), sandbox: true, clock: { dayMs: 1_000, start: '2026-03-02T09:00:00.000+08:00' },
    now: () => Date.now(), secure: false, limits: { session: 1_000, reports: 5 }, proxies: 0, pageFolder: join(folder, 'page'),
  });
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on a port
  const browser = await chromium.launch({ executablePath: await chromiumPath(), args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
  const context = await browser.newContext({ baseURL: origin, locale: 'zh-CN', viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  const tab = await context.newPage();
  await tab.goto('/sign-in');
  await tab.getByLabel('账号', { exact: true }).fill('owner-1');
  await tab.getByLabel('口令', { exact: true }).fill(sandboxPassword);
  await tab.getByRole('button', { name: '登录', exact: true }).click();
  await tab.getByRole('button', { name: '退出' }).waitFor();
  return {
    origin,
    browser,
    page: tab,
    async close() {
      await browser.close();
      server.closeAllConnections();
      server.close();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
