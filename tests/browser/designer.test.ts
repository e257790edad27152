import { isDeepStrictEqual } from 'node:util';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Draft } from '../../model/api/drafts.ts';
import type { Process } from '../../model/process.ts';
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

/** The draft as the server keeps it, asked for in the person's own session. */
async function kept({ context }: Person, process: string): Promise<Process> {
  const answer = await context.request.get(`/api/processes/${process}/draft`);
  return ((await answer.json()) as Draft).process;
}

/** Until the server has a draft like that. */
const becomes = async (person: Person, process: string, holds: (draft: Process) => boolean): Promise<void> =>
  expect.poll(async () => holds(await kept(person, process)), { timeout: 20_000 }).toBe(true);

const named = (process: Process, name: string) => process.steps.find((step) => step.name.zh === name);

test('by keyboard alone: a second opinion, a way back and a decision table; the proof plays the case that would be stuck, and holds again once all is undone', { timeout: 240_000 }, async () => {
  const owner = await (await Person.with(browser, system.origin)).signIn('owner-1');
  const { page } = owner;
  await page.goto('/processes/M02/edit');
  const before = await kept(owner, 'M02');
  await page.locator('.react-flow__node').first().waitFor();
  const canvas = page.getByLabel(/^流程画布/).first();
  await canvas.focus();
  const { keyboard } = page;
  const choose = async (key: string, words: string): Promise<void> => {
    await keyboard.press(key);
    await page.getByRole('dialog').getByRole('combobox').waitFor();
    await keyboard.type(words);
    await keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };
  await choose('Control+f', '初审');
  await choose('/', '人工任务');
  await becomes(owner, 'M02', (draft) => draft.steps.length === before.steps.length + 1);
  const added = (await kept(owner, 'M02')).steps.find((step) => !before.steps.some(({ id }) => id === step.id));
  const review = named(before, '初审');
  expect((await kept(owner, 'M02')).flows.some((flow) => flow.from === review?.id && flow.to === added?.id)).toBe(true);

  await canvas.focus();
  await choose('/', '排他网关');
  await canvas.focus();
  await choose('c', '补正申报');
  const correction = named(before, '补正申报');
  await becomes(owner, 'M02', (draft) => draft.flows.some((flow) => flow.to === correction?.id && draft.steps.some((step) => step.id === flow.from && step.kind === 'exclusiveGateway' && !before.steps.some(({ id }) => id === step.id))));
  await canvas.focus();
  await choose('Control+f', added?.name.zh ?? '');
  await choose('/', '规则判定');
  await becomes(owner, 'M02', (draft) => draft.steps.length === before.steps.length + 3);
  // A gateway whose ways say nothing is an error, told at once.
  await page.getByText(/\d+ 个错误/).first().waitFor();

  await page.getByRole('tab', { name: '证明' }).first().click();
  await page.getByText('不可靠：有案件会出问题。').waitFor();
  await page.getByRole('button', { name: '演示反例' }).click();
  await page.getByText(/第 1\/\d+ 步/).waitFor();
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByText(/第 2\/\d+ 步/).waitFor();
  await expect.poll(() => barriers(page), { timeout: 10_000 }).toEqual([]);
  await page.getByRole('button', { name: '停止演示' }).click();

  await canvas.focus();
  for (let undone = 0; undone < 4; undone += 1) await keyboard.press('Control+z');
  await becomes(owner, 'M02', (draft) => isDeepStrictEqual(draft, before)); // the store keeps no order of keys
  await page.getByText('可靠：任何案件都能走到结束。').waitFor();
  await keyboard.press('Control+Shift+z');
  await becomes(owner, 'M02', (draft) => draft.steps.length === before.steps.length + 1);
  await keyboard.press('Control+z');
  await becomes(owner, 'M02', (draft) => draft.steps.length === before.steps.length);
  await owner.leave();
});

test('by mouse: a step is dragged from the palette into a flow, moved and named, and the outline says the same', { timeout: 240_000 }, async () => {
  const owner = await (await Person.with(browser, system.origin, { dark: true })).signIn('owner-1');
  const { page } = owner;
  await page.goto('/processes/M03/edit');
  const before = await kept(owner, 'M03');
  await page.locator('.react-flow__node').first().waitFor();
  const palette = page.getByRole('button', { name: '人工任务', exact: true }).first();
  const canvas = page.getByLabel(/^流程画布/).first();
  const [from, on] = await Promise.all([palette.boundingBox(), canvas.boundingBox()]);
  if (!from || !on) throw new Error('palette and canvas are drawn');
  await page.mouse.move(from.x + 20, from.y + 10);
  await page.mouse.down();
  const to = { x: on.x + on.width / 2, y: on.y + on.height * 0.85 };
  await page.mouse.move(to.x - 30, to.y - 30, { steps: 6 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
  await becomes(owner, 'M03', (draft) => draft.steps.length === before.steps.length + 1);
  await page.getByRole('tab', { name: '属性' }).first().click();
  const name = page.getByRole('textbox', { name: '名称 中' }).first();
  await name.fill('第二意见');
  await becomes(owner, 'M03', (draft) => named(draft, '第二意见') !== undefined);
  await page.getByRole('tab', { name: '清单' }).first().click();
  await page.getByRole('treeitem', { name: /第二意见/ }).waitFor();
  await expect.poll(() => barriers(page), { timeout: 10_000 }).toEqual([]);

  const node = page.locator('.react-flow__node').filter({ hasText: '第二意见' });
  const at = await node.boundingBox();
  if (!at) throw new Error('the step is drawn');
  const was = named(await kept(owner, 'M03'), '第二意见')?.position;
  await page.mouse.move(at.x + at.width / 2, at.y + at.height / 2);
  await page.mouse.down();
  await page.mouse.move(at.x + at.width / 2 - 60, at.y + at.height / 2 - 40, { steps: 8 });
  await page.mouse.up();
  await becomes(owner, 'M03', (draft) => JSON.stringify(named(draft, '第二意见')?.position) !== JSON.stringify(was));
  await page.keyboard.press('Delete');
  await becomes(owner, 'M03', (draft) => named(draft, '第二意见') === undefined);
  await owner.leave();
});
