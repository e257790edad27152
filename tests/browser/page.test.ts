import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { questionGroups } from '../../designer/pages/declare/questionGroups.ts';
import type { CaseView } from '../../model/api/cases.ts';
import { formatYuan } from '../../model/money.ts';
import { Staff, taskPath } from '../../sandbox/demo/staff.ts';
import { System } from '../system/system.ts';
import { applicantFor, driven, filed, formOf, processOf, stepName } from './cases.ts';
import { fillIn } from './fillIn.ts';
import { openBrowser } from './openBrowser.ts';
import { Person, type Taste } from './person.ts';

// A day of a case lasts a minute, so that nothing lapses while a person reads; where a notice must run out the case has a faster clock.
const slow = ['--day', '60000'];
const quickDayMs = 3_000;

let system: System;
let browser: Browser;
let staff: Staff;
let paying: Promise<CaseView>;
beforeAll(async () => {
  [system, browser] = await Promise.all([System.start(slow), openBrowser()]);
  staff = new Staff(system.origin);
  // Its notice runs out while the other tests are busy.
  paying = filed(staff, 'M07', quickDayMs).then(({ case: id }) => driven(staff, id, applicantFor('M07'), ({ tasks }) => tasks.some(({ step }) => step === 'issueAward')));
  paying.catch(() => undefined); // looked at by the test that waits for it
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await system?.stop();
}, 60_000);

const somebody = (taste?: Taste): Promise<Person> => Person.with(browser, system.origin, taste);
const signedIn = async (account: string, taste?: Taste): Promise<Person> => (await somebody(taste)).signIn(account);

describe('the process owner', () => {
  test('sees the fourteen measures by aspect, and one of them with its stages, steps and figures, in both languages', async () => {
    const owner = await signedIn('owner-1');
    const { page } = owner;
    await page.getByRole('link', { name: '流程', exact: true }).click();
    await page.getByRole('link', { name: /^M\d\d / }).nth(13).waitFor();
    expect(await page.getByRole('link', { name: /^M\d\d / }).count()).toBe(14);
    expect(await page.getByRole('heading', { level: 2, name: /^[1-4]\. / }).count()).toBe(4);
    await page.getByRole('link', { name: /^M02 / }).click();
    const m02 = processOf('M02');
    const outline = page.getByRole('navigation', { name: '步骤清单' });
    for (const stage of m02.stages) await outline.getByRole('heading', { name: stage.name.zh }).waitFor();
    expect(await outline.getByRole('button').count()).toBe(m02.steps.length);
    await outline.getByRole('button', { name: '形式审查', exact: true }).click();
    await page.getByRole('heading', { level: 2, name: '形式审查' }).waitFor();
    expect(await page.getByText('假定默认值', { exact: true }).count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 2, name: 'Form check' }).waitFor();
    expect(await page.getByText('assumed default', { exact: true }).count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('heading', { level: 2, name: '形式审查' }).waitFor();
    await owner.leave();
  });
});

describe('a claim by hand', () => {
  const m10 = processOf('M10');
  const sample = applicantFor('M10');
  let caseId = '';

  test('goes from the declaration with its documents to the public notice', async () => {
    const applicant = await signedIn('applicant-M10');
    const { page } = applicant;
    await page.getByRole('link', { name: /^M10 / }).click();
    await page.getByRole('button', { name: '下一步' }).click();
    for (const group of questionGroups(formOf(m10, 'declaration'), ['applicantName', 'creditCode'])) {
      await fillIn(page, group.schema, sample.declaration);
      await page.getByRole('button', { name: '下一步' }).click();
    }
    const needed = m10.measure.documents.filter(({ required }) => required);
    for (const { name } of needed) await applicant.upload(`选择文件：${name.zh}`, `${name.en}.pdf`);
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByText(`已上传材料：${needed.length} 份`).waitFor();
    await page.getByRole('button', { name: '提交申报' }).click();
    const heading = page.getByRole('heading', { level: 1, name: /^LG-2026-M10-/ });
    await heading.waitFor();
    const filedAs = (await heading.textContent()) ?? '';
    await applicant.leave();

    const duties: [account: string, ...done: [step: string, outcome: string][]][] = [
      ['intake-1', ['formCheck', 'accept'], ['registerPapers', 'registered']],
      ['statistics-1', ['opinionStatistics', 'agree']],
      ['reviewer-1', ['review', 'pass']],
      ['decision-1', ['decision', 'approve']],
    ];
    for (const [account, ...done] of duties) {
      const officer = await signedIn(account);
      for (const [step, outcome] of done) await officer.finish(filedAs, m10, step, outcome, sample);
      await officer.leave();
    }
    caseId = filedAs;
  }, 120_000);

  test('anybody reads its notice on a telephone and reports it; the answer lets the case go on', async () => {
    const neighbour = await somebody({ width: 360 });
    const { page } = neighbour;
    await page.goto('/notices');
    const notice = page.getByRole('row').filter({ hasText: caseId });
    await notice.getByRole('button', { name: '举报' }).click();
    await page.getByLabel('情况说明').fill('销售额与公开数据不符，请核查。');
    await page.getByLabel('姓名').fill('虚构邻居');
    await page.getByLabel('联系方式').fill('0755-00000099');
    expect(await neighbour.pageWidth()).toBeLessThanOrEqual(360);
    await page.getByRole('button', { name: '提交举报' }).click();
    await page.getByText(/^编号 .+，请保存以便查询。$/).waitFor();
    await neighbour.leave();

    const head = await signedIn('decision-2');
    await head.page.goto(`/cases/${caseId}`);
    await head.page.getByText('已中止', { exact: true }).first().waitFor();
    await head.page.getByText(/^自 .+ 起中止/).waitFor();
    await head.finish(caseId, m10, 'answerReport', 'unfounded', sample);
    await head.page.goto(`/cases/${caseId}`);
    await head.page.getByText('办理中', { exact: true }).waitFor();
    await head.leave();
  });
});

describe('a payment', () => {
  test('finance issues and releases after the notice; the page shows the ledger and tells the story', async () => {
    const { case: caseId } = await paying;
    const m07 = processOf('M07');
    const finance = await signedIn('finance-1');
    await finance.finish(caseId, m07, 'issueAward', 'issue', applicantFor('M07'));
    await finance.finish(caseId, m07, 'releasePayment', 'release', applicantFor('M07'));
    const { page } = finance;
    await page.goto(`/cases/${caseId}`);
    await page.getByText('已拨付', { exact: true }).first().waitFor();
    const ledger = page.getByRole('group').filter({ hasText: '预算台账' });
    for (const posting of ['预留', '承诺', '支付']) await ledger.getByText(`${posting} ${formatYuan(applicantFor('M07').awardFen)}`).waitFor();
    const trail = page.getByRole('region', { name: '办理经过' });
    for (const step of ['formCheck', 'review', 'releasePayment']) expect(await trail.getByText(stepName(m07, step)).count()).toBeGreaterThan(0);
    await finance.leave();
  });
});

describe('a page left open', () => {
  test('shows what somebody else does, in the case and in the list of tasks, without being asked again', async () => {
    const { case: caseId } = await filed(staff, 'M02', 60_000);
    const m02 = processOf('M02');
    await driven(staff, caseId, applicantFor('M02'), ({ tasks }) => tasks.some(({ step }) => step === 'formCheck'));
    const [reader, colleague] = await Promise.all([signedIn('auditor-1'), signedIn('intake-2')]);
    await reader.page.goto(`/cases/${caseId}`);
    await colleague.page.goto('/work');
    const trail = reader.page.getByRole('region', { name: '办理经过' });
    const mine = colleague.page.getByRole('navigation', { name: '任务列表' }).getByRole('button').filter({ hasText: caseId });
    await trail.waitFor();
    await mine.filter({ hasText: stepName(m02, 'formCheck') }).first().waitFor();
    const sentence = trail.getByText('按常规办理，材料齐全。');
    expect(await sentence.count()).toBe(0);
    for (const { page } of [reader, colleague]) await page.evaluate('window.leftOpen = true');

    const { tasks } = await staff.door('admin-1').get<CaseView>(`/api/cases/${caseId}`);
    const task = tasks.find(({ step }) => step === 'formCheck');
    if (!task) throw new Error(`${caseId} is not at the form check`);
    await staff.door('intake-1').post(`${taskPath(task)}/complete`, { outcome: 'accept', data: {}, reason: '按常规办理，材料齐全。' });

    await sentence.first().waitFor();
    await mine.filter({ hasText: stepName(m02, 'formCheck') }).waitFor({ state: 'detached' });
    for (const { page } of [reader, colleague]) expect(await page.evaluate('window.leftOpen')).toBe(true); // not loaded anew
    await reader.leave();
    await colleague.leave();
  });
});
