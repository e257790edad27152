import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { Staff } from '../../sandbox/demo/staff.ts';
import { System } from '../system/system.ts';
import { applicantFor, driven, filed } from './cases.ts';
import { openBrowser } from './openBrowser.ts';
import { Person } from './person.ts';

const folder = fileURLToPath(new URL('../../designer/pictures', import.meta.url));

/** The page's picture once it is painted: when two taken one after the other are the same. */
async function settled(page: Page): Promise<Buffer> {
  for (let before = await page.screenshot(); ; ) {
    await pause(700);
    const now = await page.screenshot();
    if (now.equals(before)) return now;
    before = now;
  }
}

// Left out by vitest.config.ts unless asked for.
test('the pictures of the README, from the demonstration’s cases', async () => {
  mkdirSync(folder, { recursive: true });
  const system = await System.start(['--day', '60000']);
  const browser = await openBrowser();
  try {
    const staff = new Staff(system.origin);
    const brought = async (id: string, step: string) => driven(staff, (await filed(staff, id, 60_000)).case, applicantFor(id), ({ tasks }) => tasks.some((task) => task.step === step));
    const noticed = async (id: string) => driven(staff, (await filed(staff, id, 60_000)).case, applicantFor(id), ({ notices }) => notices.length > 0);
    const [running] = await Promise.all([brought('M02', 'jointDecision'), brought('M10', 'review'), brought('M08', 'review'), noticed('M05'), noticed('M07')]);
    const pictures: [file: string, account: string | undefined, path: string, shows: string, width: number][] = [
      ['case.png', 'decision-1', `/cases/${running.case}`, '.disc', 1280],
      ['process.png', 'owner-1', '/processes/M02', '.react-flow__node', 1280],
      ['design.png', 'owner-1', '/processes/M02/edit', '.react-flow__node', 1440],
      ['work.png', 'reviewer-1', '/work', '.task .rjsf', 1280],
      ['notices-360.png', undefined, '/notices', '.notice-table', 360],
    ];
    for (const [file, account, path, shows, width] of pictures) {
      const person = await Person.with(browser, system.origin, { width });
      if (account !== undefined) await person.signIn(account);
      await person.page.goto(path);
      await person.page.locator(shows).first().waitFor();
      writeFileSync(`${folder}/${file}`, await settled(person.page));
      expect(statSync(`${folder}/${file}`).size, file).toBeLessThan(250_000);
      await person.leave();
    }
  } finally {
    await browser.close();
    await system.stop();
  }
}, 300_000);
