import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaseView } from '../../model/api/cases.ts';
import { Staff } from '../../sandbox/demo/staff.ts';
import { System } from '../system/system.ts';
import { applicantFor, driven, filed } from './cases.ts';
import { barriers } from './barriers.ts';
import { openBrowser } from './openBrowser.ts';
import { Person, type Taste } from './person.ts';

let system: System;
let browser: Browser;
let atIntake: CaseView;
let reviewed: CaseView;
beforeAll(async () => {
  [system, browser] = await Promise.all([System.start(['--day', '60000']), openBrowser()]);
  const staff = new Staff(system.origin);
  const brought = async (id: string, step: string): Promise<CaseView> => driven(staff, (await filed(staff, id, 60_000)).case, applicantFor(id), ({ tasks, notices }) => (step === 'notice' ? notices.length > 0 : tasks.some((task) => task.step === step)));
  [atIntake, reviewed] = await Promise.all([brought('M02', 'formCheck'), brought('M10', 'review'), brought('M05', 'notice')]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await system?.stop();
}, 60_000);

const signedIn = async (account: string | undefined, taste?: Taste): Promise<Person> => {
  const person = await Person.with(browser, system.origin, taste);
  return account === undefined ? person : person.signIn(account);
};

/** Presses the tab key until the place has the focus. */
async function tabTo(page: Page, place: Locator, most = 60): Promise<void> {
  const there = () => place.evaluate((element) => (element as unknown) === (element as unknown as { ownerDocument: { activeElement: unknown } }).ownerDocument.activeElement);
  for (let pressed = 0; pressed < most; pressed += 1) {
    if (await there()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${most} presses of the tab key did not lead to ${String(place)}`);
}

// A page with a whole process takes axe some seconds.
describe.each<[string, Taste]>([['in Chinese and light', {}], ['in English and dark', { language: 'en', dark: true }]])('nobody is kept out by the page, %s', { timeout: 150_000 }, (_how, taste) => {
  test('at the sign-in and at the public notices', async () => {
    const anybody = await signedIn(undefined, taste);
    const { page } = anybody;
    await page.goto('/sign-in');
    await page.getByRole('textbox').first().waitFor();
    await expect.poll(() => barriers(page), { timeout: 10_000 }).toEqual([]);
    await page.goto('/notices');
    await page.getByRole('row').nth(1).waitFor();
    await expect.poll(() => barriers(page), { timeout: 10_000 }).toEqual([]);
    await anybody.leave();
  });

  test('at the processes, the cases, one case and my work', async () => {
    const reviewer = await signedIn('reviewer-1', taste);
    const { page } = reviewer;
    const places: [path: string, shows: Locator][] = [
      ['/processes', page.getByRole('link', { name: /^M14 / })],
      ['/processes/M07', page.locator('.react-flow__node').first()],
      ['/cases', page.getByRole('link', { name: reviewed.case })],
      [`/cases/${reviewed.case}`, page.locator('.disc').first()],
      ['/work', page.locator('.task form, .task .rjsf').first()],
    ];
    for (const [path, shows] of places) {
      await page.goto(path);
      await shows.waitFor();
      await expect.poll(() => barriers(page), { timeout: 10_000, message: path }).toEqual([]);
    }
    await reviewer.leave();
  });

  test('at the declaration', async () => {
    const applicant = await signedIn('applicant-M13', taste);
    const { page } = applicant;
    await page.goto('/declare');
    await page.getByRole('link', { name: /^M13 / }).click();
    const onward = page.getByRole('button', { name: /^(下一步|Next)$/ });
    await onward.waitFor();
    await expect.poll(() => barriers(page), { timeout: 10_000 }).toEqual([]);
    await onward.click();
    await onward.click();
    await page.locator('.ant-form-item-explain-error').first().waitFor();
    await expect.poll(() => barriers(page), { timeout: 10_000 }).toEqual([]);
    await applicant.leave();
  });
});

test('a clerk who has no mouse signs in, takes a task and finishes it, and is led to what is next', async () => {
  const clerk = await signedIn(undefined);
  const { page } = clerk;
  const { keyboard } = page;
  await page.goto('/sign-in');
  await tabTo(page, page.getByRole('textbox', { name: '账号' }), 80);
  await keyboard.type('intake-1');
  await keyboard.press('Tab');
  await keyboard.type('shenpi');
  await keyboard.press('Enter');
  const list = page.getByRole('navigation', { name: '任务列表' });
  await list.waitFor();
  await page.locator('body').press('Home');
  const mine = list.getByRole('button').filter({ hasText: atIntake.case });
  await tabTo(page, mine);
  await keyboard.press('Enter');
  const task = page.getByRole('region', { name: '形式审查', exact: true });
  await task.getByText(atIntake.case).waitFor();
  await tabTo(page, task.getByRole('button', { name: '签收' }));
  await keyboard.press('Enter');
  await task.getByText('您已签收。').waitFor();
  await tabTo(page, task.getByRole('button', { name: '受理', exact: true }));
  await keyboard.press('Enter');
  await page.getByRole('region', { name: '登记纸质材料', exact: true }).waitFor();
  await expect.poll(() => page.evaluate<string>('document.activeElement?.tagName'), { timeout: 10_000 }).toMatch(/^H[12]$/);
  // At the next task, or, while that is on its way, at the head of my work: never at the top of the page again.
  expect(await page.evaluate<string>('document.activeElement?.textContent')).toMatch(/登记纸质材料|工作台/);
  await clerk.leave();
}, 90_000);

test('an act that is barred says why to those who have no mouse, and one without its reason is not done', async () => {
  const admin = await signedIn('admin-1');
  const { page } = admin;
  await page.goto(`/cases/${reviewed.case}`);
  const resume = page.getByRole('button', { name: '恢复案件' });
  await resume.waitFor();
  expect(await resume.getAttribute('aria-disabled')).toBe('true');
  const why = (await resume.getAttribute('aria-description')) ?? '';
  expect(why).toMatch(/中止/);
  await tabTo(page, resume);
  await page.getByRole('tooltip').getByText(why).waitFor();
  await page.getByRole('button', { name: '终止案件' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '终止案件' }).click();
  await dialog.getByText('请写明理由；理由记入案件的办理经过。').waitFor();
  await admin.leave();
}, 60_000);

test('on a telephone nothing is pushed sideways', async () => {
  const applicant = await signedIn('applicant-M10', { width: 360 });
  const { page } = applicant;
  const places: [path: string, shows: Locator][] = [
    ['/notices', page.getByRole('row').first()],
    ['/declare', page.getByRole('link', { name: /^M14 / })],
    ['/declare?measure=M10', page.getByRole('button', { name: '下一步' })],
    [`/cases/${reviewed.case}`, page.locator('.disc').first()],
  ];
  for (const [path, shows] of places) {
    await page.goto(path);
    await shows.waitFor();
    expect(await applicant.pageWidth(), path).toBeLessThanOrEqual(360);
  }
  await applicant.leave();
}, 60_000);
