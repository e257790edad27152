import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { SampleApplicant } from '../../measures/sampleApplicant.ts';
import type { Process } from '../../model/process.ts';
import { answersOf, formOf, userTask } from './cases.ts';
import { fillIn } from './fillIn.ts';

/** How somebody's browser is set up. */
export interface Taste {
  language?: 'zh' | 'en';
  dark?: boolean;
  width?: number;
}

/** Somebody in front of a browser of their own; whatever the page complains about is kept in `complaints`. */
export class Person {
  readonly complaints: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
  ) {}

  /** Opens a browser for somebody who has not signed in. */
  static async with(browser: Browser, origin: string, { language = 'zh', dark = false, width = 1280 }: Taste = {}): Promise<Person> {
    const context = await browser.newContext({
      baseURL: origin,
      locale: language === 'zh' ? 'zh-CN' : 'en-GB',
      colorScheme: dark ? 'dark' : 'light',
      viewport: { width, height: 900 },
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(30_000); // how soon is not what is tested
    const page = await context.newPage();
    const person = new Person(context, page);
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) person.complaints.push(`${page.url()}: ${message.text()} (${message.location().url})`);
    });
    page.on('pageerror', (error) => person.complaints.push(`${page.url()}: ${error.message}`));
    return person;
  }

  /** Signs in as people do: account, password, button. */
  async signIn(account: string): Promise<this> {
    const { page } = this;
    await page.goto('/sign-in');
    await page.getByLabel(/^(账号|Account)$/).fill(account);
    await page.getByLabel(/^(口令|Password)$/).fill('shenpi');
    await page.getByRole('button', { name: /^(登录|Sign in)$/ }).click();
    await page.getByRole('button', { name: /^(退出|Sign out)$/ }).waitFor();
    return this;
  }

  /** Opens one of the tasks of a case at my work, and claims it. */
  async openTask(caseId: string, name: string): Promise<Locator> {
    const { page } = this;
    await page.goto('/work');
    await page.getByRole('navigation', { name: '任务列表' }).getByRole('button').filter({ hasText: caseId }).filter({ hasText: name }).first().click();
    const task = page.getByRole('region', { name, exact: true });
    await task.getByRole('button', { name: '签收' }).click();
    await task.getByText('您已签收。').waitFor();
    return task;
  }

  /** Claims one of the tasks of a case, fills in its form as the sample has it, and finishes it. */
  async finish(caseId: string, process: Process, step: string, outcome: string, applicant: SampleApplicant): Promise<void> {
    const { page } = this;
    const definition = userTask(process, step);
    const task = await this.openTask(caseId, definition.name.zh);
    if (definition.form !== undefined) await fillIn(task, formOf(process, definition.form), answersOf(applicant)[step] ?? {});
    await task.getByRole('button', { name: definition.outcomes.find(({ id }) => id === outcome)?.name.zh ?? outcome, exact: true }).click();
    await page.getByText(`案件 ${caseId}：${definition.name.zh}已办结`).first().waitFor({ state: 'attached' });
  }

  /** Chooses a file by the button of that name, and waits until it is taken. */
  async upload(button: string, file: string): Promise<void> {
    const { page } = this;
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: button, exact: true }).click()]);
    await chooser.setFiles({ name: file, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.4\n% ${file}\n%%EOF\n`) });
    await page.getByText(`✓ ${file}`).waitFor();
  }

  /** How wide the page is: wider than the window means that it must be pushed sideways. */
  pageWidth(): Promise<number> {
    return this.page.evaluate<number>('document.documentElement.scrollWidth');
  }

  /** Says goodbye; a page that complained about anything fails the test. */
  async leave(): Promise<void> {
    await this.context.close();
    expect(this.complaints).toEqual([]);
  }
}
