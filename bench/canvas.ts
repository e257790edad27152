import type { Page } from 'playwright-core';
import { generated } from '../tests/model/generated.ts';
import { openDesigner } from './designerPage.ts';
import { watched, type MainThread } from './mainThread.ts';
import { scaled } from './scale.ts';
import type { Section } from './section.ts';
import { figure, median, percentile } from './statistics.ts';

const steps = '.react-flow__node-draft';
const box = { x: 560, y: 480 };

/** Waits in the page, frame by frame, until something holds; playwright's own waiting would need the page to allow eval. */
async function until(page: Page, holds: string): Promise<void> {
  await page.evaluate(`new Promise((done, fail) => {
    const last = performance.now() + 60_000;
    const look = () => (${holds}) ? done() : performance.now() > last ? fail(new Error(${JSON.stringify(holds)} + ' never held')) : requestAnimationFrame(look);
    look();
  })`);
}

/** Everything is drawn, the rules have looked, and the page has come to rest. */
async function drawn(page: Page, count: number): Promise<void> {
  await until(page, `document.querySelectorAll('${steps}').length === ${count} && /没有问题/.test(document.querySelector('.problems-head')?.textContent ?? '')`);
}

const nextFrame = (page: Page): Promise<unknown> => page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');

/** How long it takes from the list of processes until all steps of one are on the canvas, when the code is loaded already. */
async function opening(page: Page, process: string, count: number): Promise<number> {
  await page.getByRole('link', { name: '流程', exact: true }).click();
  await until(page, `!document.querySelector('${steps}')`);
  await page.evaluate(`
    window.opened = undefined;
    const since = performance.now();
    new MutationObserver((_changes, watcher) => {
      if (document.querySelectorAll('${steps}').length < ${count}) return;
      watcher.disconnect();
      requestAnimationFrame(() => { window.opened = performance.now() - since; });
    }).observe(document.body, { childList: true, subtree: true });
    history.pushState({}, '', '/processes/${process}/edit');
    dispatchEvent(new PopStateEvent('popstate', { state: {} }));
  `);
  await until(page, 'window.opened !== undefined');
  return page.evaluate<number>('window.opened');
}

async function panning(page: Page, rounds: number): Promise<void> {
  await page.mouse.move(box.x, box.y);
  for (let round = 0; round < rounds; round += 1) {
    await page.mouse.wheel(round % 60 < 45 ? 40 : -100, round % 8 < 4 ? 12 : -12);
    await nextFrame(page);
  }
}

async function zooming(page: Page, rounds: number): Promise<void> {
  await page.mouse.move(box.x, box.y);
  await page.keyboard.down('Control');
  for (let round = 0; round < rounds; round += 1) {
    await page.mouse.wheel(0, round % 40 < 20 ? 60 : -60);
    await nextFrame(page);
  }
  await page.keyboard.up('Control');
}

async function dragging(page: Page, rounds: number): Promise<void> {
  const step = await page.evaluate<{ x: number; y: number } | undefined>(`(() => {
    for (const node of document.querySelectorAll('${steps}')) {
      const { x, y, width, height } = node.getBoundingClientRect();
      if (width > 60 && x > 300 && x + width < 800 && y > 200 && y + height < 700) return { x: x + width / 2, y: y + height - 8 };
    }
  })()`);
  if (!step) throw new Error('no step is in sight to be dragged');
  await page.mouse.move(step.x, step.y);
  await page.mouse.down();
  for (let round = 0; round < rounds; round += 1) {
    await page.mouse.move(step.x + Math.sin(round / 9) * 120, step.y + Math.cos(round / 7) * 90);
    await nextFrame(page);
  }
  await page.mouse.up();
  await nextFrame(page);
}

/** Milliseconds from a key until the draft, what is wrong with it, and the canvas are up to date: a flow is removed and brought back by undo and redo. */
async function editing(page: Page, flow: string, rounds: number): Promise<number[]> {
  await page.locator(`g[data-flow="${flow}"] .flow-reach`).dispatchEvent('click');
  await page.locator('.design-canvas').focus();
  await page.evaluate(`
    window.took = [];
    window.next = undefined;
    addEventListener('keydown', (event) => {
      if (event.key === 'Control') return;
      const since = performance.now();
      const gone = !!document.querySelector('g[data-flow="${flow}"]');
      const look = () => {
        const there = !!document.querySelector('g[data-flow="${flow}"]');
        const fine = /没有问题/.test(document.querySelector('.problems-head')?.textContent ?? '');
        if (there === gone || fine === gone) return requestAnimationFrame(look);
        window.took.push(performance.now() - since);
        window.next = true;
      };
      requestAnimationFrame(look);
    }, true);
  `);
  for (let round = 0; round < rounds; round += 1) {
    await page.evaluate('window.next = undefined');
    await page.keyboard.press(round === 0 ? 'Delete' : round % 2 === 1 ? 'Control+z' : 'Control+Shift+z');
    await until(page, 'window.next === true');
  }
  return page.evaluate<number[]>('window.took');
}

async function layingOut(page: Page): Promise<{ ms: number; thread: MainThread }> {
  let ms = Number.NaN;
  const thread = await watched(page, async () => {
    await page.evaluate(`
      window.laidOut = undefined;
      const button = [...document.querySelectorAll('button')].find((candidate) => candidate.textContent === '自动布局');
      const since = performance.now();
      button.click();
      const look = () => document.querySelector('button[aria-label*="“自动布局”"]') ? requestAnimationFrame(() => { window.laidOut = performance.now() - since; }) : requestAnimationFrame(look);
      requestAnimationFrame(look);
    `);
    await until(page, 'window.laidOut !== undefined');
    ms = await page.evaluate<number>('window.laidOut');
    await nextFrame(page);
  });
  return { ms, thread };
}

/** How quick the designer is in a real browser, with a process of ordinary size and with one of a thousand steps. */
export async function run(): Promise<Section> {
  const small = { ...generated(100), id: 'G100' };
  const large = { ...generated(1_000), id: 'G1000' };
  const designer = await openDesigner([small, large]);
  const { page } = designer;
  const rows: string[][] = [];
  const row = (what: string, samples: number[], aim: string, unit = 'ms') => rows.push([what, figure(median(samples), unit), figure(percentile(samples, 0.95), unit), figure(Math.max(...samples), unit), aim]);
  try {
    await page.goto(`/processes/${small.id}/edit`); // brings the code
    await drawn(page, small.steps.length);
    const opened: number[] = [];
    for (let round = 0; round < scaled(9, 3); round += 1) opened.push(await opening(page, small.id, small.steps.length));
    row('open 100 steps', opened, '300 ms');
    const openedLarge: number[] = [];
    for (let round = 0; round < scaled(3, 1); round += 1) openedLarge.push(await opening(page, large.id, large.steps.length));
    row('open 1,000 steps', openedLarge, '–');
    await drawn(page, large.steps.length);
    const rounds = scaled(180, 30);
    row('1,000 steps: a frame while panning', (await watched(page, () => panning(page, rounds))).frames, '33 ms');
    row('1,000 steps: a frame while dragging a step', (await watched(page, () => dragging(page, rounds))).frames, '33 ms');
    row('1,000 steps: a frame while zooming', (await watched(page, () => zooming(page, rounds))).frames, '33 ms');
    await drawn(page, large.steps.length);
    row('1,000 steps: from a key to draft, problems and canvas', await editing(page, large.flows[Math.floor(large.flows.length / 2)]?.id ?? '', scaled(41, 7)), '100 ms');
    await page.goto(`/processes/${large.id}/edit`);
    await drawn(page, large.steps.length);
    const laid = await layingOut(page);
    row('1,000 steps: automatic layout, from the button to the canvas', [laid.ms], '1,500 ms');
    row('1,000 steps: longest hold of the main thread meanwhile', [laid.thread.longest], '100 ms');
  } finally {
    await designer.close();
  }
  return {
    title: 'The process designer in a real browser',
    table: { head: ['what', 'p50', 'p95', 'most', 'aim (p95)'], rows },
    notes: [
      'Headless Chromium without a graphics card, the built page behind the real door. A frame is script, style and layout on the main thread as the browser\'s own trace tells them; painting is not counted, because here a processor paints.',
      'The process is generated (`tests/model/generated.ts`): chains, choices and up to six parallel branches through all five stages. “Open” counts from leaving the list of processes to the frame with all steps.',
      'An edit is a flow removed by Delete, brought back by undo, removed by redo: until the canvas shows it and the rules, in their worker, have said what is wrong.',
    ],
  };
}
