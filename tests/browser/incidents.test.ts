import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Office } from '../system/office.ts';
import { System } from '../system/system.ts';
import { barriers } from './barriers.ts';
import { openBrowser } from './openBrowser.ts';
import { Person } from './person.ts';

let system: System;
let browser: Browser;
let stuck: string;
beforeAll(async () => {
  [system, browser] = await Promise.all([System.start(['--day', '60000']), openBrowser()]);
  const office = new Office(system);
  stuck = await office.file({ year: 2031, start: '2031-03-03', dayMs: 60_000 });
  await office.until(stuck, ({ status }) => status === 'incident');
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await system?.stop();
}, 60_000);

test('an administrator sees a stuck case with place, reason and what to do, and tries again; a process owner reads why they may not', { timeout: 150_000 }, async () => {
  const admin = await (await Person.with(browser, system.origin)).signIn('admin-1');
  const { page } = admin;
  await page.getByRole('link', { name: '异常', exact: true }).click();
  const first = page.getByRole('listitem').filter({ hasText: stuck }).first();
  await first.getByText('缺少年度日历').waitFor();
  await first.getByText('形式审查', { exact: false }).or(first.getByText('第 4 个工作日', { exact: false })).first().waitFor();
  await first.getByText('载入所缺年度的工作日历').waitFor();
  await expect.poll(() => barriers(page), { timeout: 10_000 }).toEqual([]);
  const again = first.getByRole('button', { name: '重试' });
  expect(await again.getAttribute('aria-disabled')).toBe('true');
  await first.getByRole('textbox').fill('再试一次');
  const before = await first.getAttribute('data-incident');
  await again.click();
  await expect.poll(async () => (await new Office(system).trail(stuck)).at(-1)?.event).toMatchObject({ event: 'incidentResolved', how: 'retry', reason: '再试一次' });
  // The step is stuck again, which is another incident: a form opened on the old one would go with it.
  await expect.poll(() => first.getAttribute('data-incident'), { timeout: 15_000 }).not.toBe(before);
  await first.getByRole('button', { name: '更正数据……' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: '项目名称' }).fill('更正后的项目');
  expect(await dialog.getByText('账号').count()).toBe(0);
  await dialog.getByRole('button', { name: '更正并重试' }).click();
  expect(await dialog.isVisible()).toBe(true); // without a reason it stays
  await dialog.getByRole('textbox', { name: '理由' }).fill('名称有误');
  await expect.poll(() => barriers(page), { timeout: 10_000 }).toEqual([]);
  await dialog.getByRole('button', { name: '更正并重试' }).click();
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(async () => (await new Office(system).trail(stuck)).at(-1)?.event).toMatchObject({ event: 'incidentResolved', how: 'correct', reason: '名称有误', data: { declaration: { projectName: '更正后的项目' } } });
  const kind = page.getByRole('combobox', { name: '异常种类' });
  await kind.focus();
  await kind.press('ArrowDown');
  await page.locator('.ant-select-item-option').filter({ hasText: '没有等待的循环' }).dispatchEvent('click'); // its list may lie outside of the window when the page under it has just grown
  await page.getByText('没有此类停滞的案件。').waitFor();
  await admin.leave();

  const owner = await (await Person.with(browser, system.origin, { language: 'en', dark: true, width: 360 })).signIn('owner-1');
  await owner.page.goto('/incidents?kind=calendarMissing');
  const barred = owner.page.getByRole('listitem').filter({ hasText: stuck }).first().getByRole('button', { name: /^(重试|Try again)$/ });
  await barred.waitFor();
  expect(await barred.getAttribute('aria-description')).toMatch(/由管理员办理|administrator/);
  expect(await owner.pageWidth()).toBeLessThanOrEqual(360);
  await expect.poll(() => barriers(owner.page), { timeout: 10_000 }).toEqual([]);
  await owner.leave();

  const reviewer = await (await Person.with(browser, system.origin)).signIn('reviewer-1');
  expect(await reviewer.page.getByRole('link', { name: '异常', exact: true }).count()).toBe(0);
  await reviewer.leave();
});
