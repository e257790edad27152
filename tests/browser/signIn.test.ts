import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { preparePage } from '../../server/setup/page.mjs';
import { Office } from '../server/identityProvider.ts';
import { openRealDoor, settingsFor, type RealDoor } from '../server/realDoor.ts';
import { barriers } from './barriers.ts';
import { openBrowser } from './openBrowser.ts';
import { Person, type Taste } from './person.ts';

const pageFolder = fileURLToPath(new URL('../../dist/designer', import.meta.url));

let office: Office;
let door: RealDoor;
let origin: string;
let browser: Browser;
beforeAll(async () => {
  office = await Office.listen();
  [door, browser] = await Promise.all([openRealDoor(settingsFor(office.issuer, 'clerks=intakeClerk')), openBrowser(), preparePage({ say: () => undefined })]);
  origin = await door.beside({ pageFolder });
  office.open(origin, { li: { name: '李明', groups: ['clerks'] }, stranger: { name: '路人', groups: [] } });
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await door?.close();
  await office?.close();
}, 60_000);

const provider = { name: /^(通过统一身份认证登录|Sign in at the identity provider)$/ };

/** Fills in the provider's own pages. */
async function atTheProvider(page: Page, login: string): Promise<void> {
  await page.getByPlaceholder('Enter any login').fill(login);
  await page.getByPlaceholder('and password').fill('any');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

describe('somebody of an authority with its own identity provider', () => {
  test('opens a page, signs in there, is on that page, and signs out of both', async () => {
    const clerk = await Person.with(browser, origin);
    const { page } = clerk;
    await page.goto('/cases?q=M02');
    await page.getByRole('link', provider).waitFor();
    await expect.poll(() => barriers(page), { timeout: 10_000 }).toEqual([]);
    await page.getByRole('link', provider).click();
    await atTheProvider(page, 'li');
    await page.waitForURL(`${origin}/cases?q=M02`);
    await page.getByText('李明', { exact: true }).waitFor();
    await page.getByText(/共 \d+ 件/).waitFor(); // else the list is still asked for when nobody is signed in any more
    await page.getByRole('button', { name: '退出' }).click();
    await page.getByRole('button', { name: 'Yes, sign me out' }).click();
    await page.waitForURL(`${origin}/sign-in`);
    await page.getByRole('link', provider).click();
    await page.getByPlaceholder('Enter any login').waitFor();
    expect(clerk.complaints.filter((complaint) => complaint.startsWith(origin))).toEqual([]);
    await clerk.context.close();
  });

  test.each<[string, Taste, RegExp]>([
    ['in Chinese', {}, /没有任何岗位/],
    ['in English and dark', { language: 'en', dark: true }, /none of your groups has a post here/],
  ])('without a post is told so, %s', async (_how, taste, sentence) => {
    const { page, context } = await Person.with(browser, origin, taste);
    await page.goto('/sign-in');
    if (taste.language === 'en') await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('link', provider).click();
    await atTheProvider(page, 'stranger');
    await page.getByRole('alert').filter({ hasText: sentence }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    expect(await page.getByText(/[0-9a-f]{8}-[0-9a-f-]{27}/).count()).toBe(1);
    await expect.poll(() => barriers(page), { timeout: 10_000 }).toEqual([]);
    await context.close();
  });
});

test('where no identity provider is connected the page says what to set, and offers no password', async () => {
  const bare = await door.beside({ pageFolder }, 'none');
  const { page, context } = await Person.with(browser, bare);
  await page.goto('/sign-in');
  await page.getByText('SHENPI_OIDC_ISSUER').waitFor();
  await page.getByText(`${bare}/api/sign-in/callback`).waitFor();
  expect(await page.getByLabel('口令').count()).toBe(0);
  expect(await page.getByRole('link', provider).count()).toBe(0);
  await expect.poll(() => barriers(page), { timeout: 10_000 }).toEqual([]);
  await context.close();
});
