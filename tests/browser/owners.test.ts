import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { measures } from '../../measures/index.ts';
import { apply } from '../../model/edits/index.ts';
import { System } from '../system/system.ts';
import { barriers } from './barriers.ts';
import { openBrowser } from './openBrowser.ts';
import { Person } from './person.ts';

let system: System;
let browser: Browser;
beforeAll(async () => {
  [system, browser] = await Promise.all([System.start(['--day', '60000']), openBrowser()]);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await system?.stop();
}, 60_000);

/** The page as it is, kept where somebody wants to look at it. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
}

const panel = async (page: Page, name: RegExp): Promise<Locator> => {
  await page.getByRole('tab', { name }).first().click();
  return page.getByRole('complementary', { name: /^(面板|Panels)$/ });
};

/** Whether the draft is at the server. */
const saved = (page: Page) => page.locator('[data-keeping="saved"]').waitFor();

test('an owner rehearses a draft, keeps it as a scenario, and changes it; a second owner compares and approves', { timeout: 300_000 }, async () => {
  const one = await (await Person.with(browser, system.origin)).signIn('owner-1');
  const { page } = one;
  await page.goto('/processes/M01/edit');
  const side = await panel(page, /^演练$/);
  await side.getByRole('button', { name: '提交申报，开始演练' }).click();
  const task = side.getByRole('region', { name: '形式审查' });
  // The world is asked first, and says what it usually does.
  for (const check of ['工商登记核验', '材料齐全核验']) await side.getByRole('region', { name: check }).getByRole('button', { name: '答复', exact: true }).click();
  await task.waitFor();
  await picture(page, 'rehearsal');
  await expect.poll(() => barriers(page), { timeout: 10_000 }).toEqual([]);
  await task.getByRole('button', { name: '受理', exact: true }).click();
  await task.waitFor({ state: 'detached' });
  await side.getByRole('button', { name: '退回一步' }).click();
  await task.waitFor();
  await side.getByRole('button', { name: /过 1 个工作日/ }).click();
  await side.getByRole('button', { name: '保存为情景' }).click();
  const ask = page.getByRole('dialog');
  await ask.getByRole('textbox', { name: '名称' }).fill('形式审查一日');
  await ask.getByRole('button', { name: '保存为情景' }).click();
  const kept = side.getByRole('listitem').filter({ hasText: '形式审查一日' });
  await kept.getByText('符合', { exact: true }).waitFor();
  await kept.getByRole('button', { name: /^演给我看/ }).click();
  await task.waitFor();

  await panel(page, /^属性$/);
  await page.getByRole('textbox', { name: '名称 中' }).first().fill('直播园区奖补（新）');
  await page.keyboard.press('Tab');
  await page.locator('[data-keeping="waiting"], [data-keeping="saving"]').first().waitFor();
  await saved(page);
  await panel(page, /^演练$/);
  await side.getByRole('status').filter({ hasText: '草稿已修改' }).waitFor();
  await side.getByRole('button', { name: '在新草稿上重放' }).click();
  await side.getByRole('status').filter({ hasText: '草稿已修改' }).waitFor({ state: 'detached' });

  const two = await (await Person.with(browser, system.origin, { language: 'en', dark: true, width: 1024 })).signIn('owner-2');
  await two.page.goto('/processes/M01/edit');
  await page.getByRole('img', { name: /也打开了此流程/ }).waitFor();
  await two.page.getByRole('button', { name: 'English' }).click();
  await panel(two.page, /^Compare$/);
  await two.page.getByRole('status').filter({ hasText: '1 difference' }).waitFor();
  await picture(two.page, 'compare-panel');
  await expect.poll(() => barriers(two.page), { timeout: 10_000 }).toEqual([]);

  await panel(page, /^比较$/);
  await side.getByText(/直播园区奖补（新）/).first().waitFor();
  await panel(page, /^发布$/);
  await side.getByText('证明：没有发现').waitFor();
  await side.getByText('情景：1 个全部符合').waitFor();
  const propose = side.getByRole('button', { name: '提交发布申请' });
  expect(await propose.getAttribute('aria-disabled')).toBe('true');
  await side.getByRole('textbox', { name: '修改说明' }).fill('改名，演练过。');
  await picture(page, 'publish');
  await expect.poll(() => barriers(page), { timeout: 10_000 }).toEqual([]);
  await propose.click();
  await side.getByRole('status').filter({ hasText: '正等待批准' }).waitFor();
  await side.getByRole('link', { name: '查看' }).click();
  const own = page.getByRole('button', { name: '批准并发布' });
  await own.waitFor();
  expect(await own.getAttribute('aria-disabled')).toBe('true');
  await picture(page, 'proposal-own');

  await two.page.goto('/processes');
  await two.page.getByRole('link', { name: /Proposal 1/ }).click();
  const approve = two.page.getByRole('button', { name: 'Approve and publish' });
  await approve.waitFor();
  await two.page.getByRole('group', { name: 'Differences' }).getByRole('button').first().click();
  await picture(two.page, 'proposal');
  await expect.poll(() => barriers(two.page), { timeout: 10_000 }).toEqual([]);
  await approve.click();
  await two.page.getByRole('tooltip').getByRole('button', { name: 'Approve and publish' }).click();
  await two.page.getByText(/approved and published by/).first().waitFor();
  await two.page.goto('/processes/M01');
  await two.page.getByRole('tab', { name: 'Versions' }).click();
  await two.page.getByText('version 2', { exact: true }).first().waitFor();
  await picture(two.page, 'versions');
  await two.page.goto('/processes/M01/compare?before=1&after=2');
  await two.page.getByRole('status').filter({ hasText: '1 difference' }).waitFor();
  await expect.poll(() => barriers(two.page), { timeout: 10_000 }).toEqual([]);
  await Promise.all([one.leave(), two.leave()]);
});

test('two owners who change one draft at once bring both together; what had no network is offered back', { timeout: 240_000 }, async () => {
  const [one, two] = await Promise.all(['owner-1', 'owner-2'].map(async (account) => (await Person.with(browser, system.origin)).signIn(account)));
  if (!one || !two) throw new Error('two signed in');
  for (const { page } of [one, two]) {
    await page.goto('/processes/M02/edit');
    await saved(page);
  }
  await two.context.setOffline(true);
  const name = (person: Person, language: '中' | '英') => person.page.getByRole('textbox', { name: `名称 ${language}` }).first();
  await name(two, '英').fill('Named without a network');
  await two.page.locator('[data-keeping="offline"]').waitFor();
  await name(one, '中').fill('同事改的名称');
  await one.page.locator('[data-keeping="saved"]').waitFor();
  await two.context.setOffline(false);
  const meeting = two.page.getByRole('dialog').filter({ hasText: '草稿已被他人修改' });
  await meeting.waitFor();
  await picture(two.page, 'meeting');
  await expect.poll(() => barriers(two.page), { timeout: 10_000 }).toEqual([]);
  const conflict = meeting.getByRole('radiogroup').filter({ hasText: '用对方的' }).nth(1);
  if (await conflict.count() > 0) await conflict.getByText('用对方的').click();
  await meeting.getByRole('button', { name: '用这一份继续' }).click();
  await saved(two.page);
  await one.leave();
  two.complaints.length = 0; // the browser itself tells of every request without a network
  await two.leave();
});

test('on the page that compares, what was taken away is a ghost, and list and diagram lead to each other', { timeout: 120_000 }, async () => {
  const owner = await (await Person.with(browser, system.origin)).signIn('owner-1');
  const { page } = owner;
  const before = measures.find(({ id }) => id === 'M03')!; // it is one of the fourteen
  const content = apply(before, { edit: 'removeElements', steps: ['siteCheck'], flows: [], bridge: true });
  const put = { method: 'PUT', headers: { 'Content-Type': 'application/json', 'X-Requested-With': 'shenpi' }, body: JSON.stringify({ revision: 0, process: content }) };
  expect(await page.evaluate(async (request) => (await fetch('/api/processes/M03/draft', request)).status, put)).toBe(200);
  await page.goto('/processes/M03/compare');
  const list = page.getByRole('group', { name: '差异清单' });
  const gone = list.getByRole('button', { name: /已删除.*现场核查/ }).first();
  await gone.click();
  const ghost = page.locator('.react-flow__node .step.is-removed').first();
  await ghost.waitFor();
  expect(await ghost.getAttribute('title')).toContain('已删除');
  await picture(page, 'compare');
  await expect.poll(() => barriers(page), { timeout: 10_000 }).toEqual([]);
  await page.keyboard.press('ArrowDown');
  expect(await list.locator('[aria-current="true"]').count()).toBe(1);
  expect(await gone.getAttribute('aria-current')).toBe('false');
  await ghost.click();
  await list.locator('[aria-current="true"]').filter({ hasText: '现场核查' }).waitFor();
  await owner.leave();
});
