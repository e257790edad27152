import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { createDraftKeeper, type DraftDoor, type DraftKeeper } from '../../designer/editor/draft/draftKeeper.ts';
import { keptCopy, readCopy } from '../../designer/editor/draft/localCopy.ts';
import { createEditorStore, type EditorStore } from '../../designer/editor/editorStore.ts';
import { Refused, Unreachable } from '../../designer/session/refusals.ts';
import type { Draft, DraftStanding } from '../../model/api.ts';
import type { Process } from '../../model/process.ts';
import { openDoor, type Door } from '../server/door.ts';

let door: Door;
let down = false;
const stops: (() => void)[] = [];
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());
beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), removeItem: (key: string) => void kept.delete(key) });
});
afterEach(() => {
  down = false;
  for (const stop of stops.splice(0)) stop();
  vi.unstubAllGlobals();
});

/** The door as the page reaches it: a network that can be down in front of the real one. */
const reachedBy = (account: string): DraftDoor => ({
  async putDraft(process, revision, content) {
    if (down) throw new Unreachable(process);
    const { status, body } = await door.ask(account, 'PUT', `/api/processes/${process}/draft`, { body: { revision, process: content } });
    if (status !== 200) throw new Refused(body);
    return body as DraftStanding; // held against the schema by the door's test harness
  },
});

interface Page { editor: EditorStore; keeper: DraftKeeper }

async function opened(process: string, account: string): Promise<Page> {
  const { body } = await door.ask(account, 'GET', `/api/processes/${process}/draft`);
  const draft = body as Draft; // held against the schema by the door's test harness
  const editor = createEditorStore(draft.process);
  const keeper = createDraftKeeper(editor, account, draft, reachedBy(account));
  stops.push(keeper.watch());
  return { editor, keeper };
}

const rename = ({ editor }: Page, zh: string): void => void editor.getState().perform({ edit: 'changeProcess', to: { name: { zh, en: 'Renamed' } } });
const nameNow = async (process: string): Promise<string> => ((await door.ask('owner-1', 'GET', `/api/processes/${process}/draft`)).body as Draft).process.name.zh;
const keeping = ({ keeper }: Page) => keeper.store.getState().keeping;
const nameOf = ({ editor }: Page) => editor.getState().history.process.name.zh;

test('a change is waiting, then at the server, and no copy of it stays in the browser', async () => {
  const page = await opened('M01', 'owner-1');
  expect(keeping(page)).toBe('saved');
  rename(page, '甲');
  expect(keeping(page)).toBe('waiting');
  page.keeper.keepNow();
  await vi.waitFor(() => expect(keeping(page)).toBe('saved'));
  expect(await nameNow('M01')).toBe('甲');
  expect(keptCopy('owner-1', 'M01')).toBeUndefined();
  expect(page.keeper.store.getState().standing).toMatchObject({ saved: true, revision: 1 });
});

test('it is sent by itself, what was typed meanwhile too, and taken back it is sent as well', { timeout: 20_000 }, async () => {
  const page = await opened('M02', 'owner-1');
  const before = nameOf(page);
  rename(page, '一');
  void page.keeper.save();
  rename(page, '二');
  await vi.waitFor(async () => expect(await nameNow('M02')).toBe('二'), { timeout: 8_000 });
  page.editor.getState().undo();
  page.editor.getState().undo();
  expect(nameOf(page)).toBe(before);
  await vi.waitFor(async () => expect(await nameNow('M02')).toBe(before), { timeout: 8_000 });
});

test('without a network it is kept in this browser and offered back; taken up it goes on where it was', async () => {
  const page = await opened('M03', 'owner-1');
  down = true;
  rename(page, '断网');
  await page.keeper.save();
  expect(keeping(page)).toBe('offline');
  expect(keptCopy('owner-1', 'M03')?.process.name.zh).toBe('断网');
  stops.splice(0).forEach((stop) => stop());
  down = false;
  const back = await opened('M03', 'owner-1');
  expect(back.keeper.store.getState().found?.process.name.zh).toBe('断网');
  expect(nameOf(back)).not.toBe('断网');
  expect((await opened('M03', 'owner-2')).keeper.store.getState().found).toBeUndefined();
  back.keeper.takeFound(true);
  expect(nameOf(back)).toBe('断网');
  await vi.waitFor(async () => expect(await nameNow('M03')).toBe('断网'));
  expect(keptCopy('owner-1', 'M03')).toBeUndefined();
});

test('what was found can be forgotten', async () => {
  const page = await opened('M04', 'owner-1');
  down = true;
  rename(page, '不要了');
  await page.keeper.save();
  stops.splice(0).forEach((stop) => stop());
  down = false;
  const back = await opened('M04', 'owner-1');
  back.keeper.takeFound(false);
  expect(keptCopy('owner-1', 'M04')).toBeUndefined();
  expect(await nameNow('M04')).not.toBe('不要了');
});

test.each(['mine', 'theirs', 'both'] as const)('two drafts that meet: %s goes on, on top of what the colleague saved', async (choice) => {
  const id = { mine: 'M05', theirs: 'M06', both: 'M07' }[choice];
  const [mine, theirs] = [await opened(id, 'owner-1'), await opened(id, 'owner-2')];
  rename(theirs, '对方');
  await theirs.keeper.save();
  rename(mine, '我方');
  await mine.keeper.save();
  const met = mine.keeper.store.getState();
  expect(met).toMatchObject({ keeping: 'stale', theirs: { revision: 1, changedBy: { id: 'owner-2' } } });
  expect(await nameNow(id)).toBe('对方');
  const here = mine.editor.getState().history.process;
  const merged: Process = { ...met.theirs!.process, name: { zh: '合并', en: 'Both' } }; // they just met
  mine.keeper.settle(choice === 'mine' ? here : choice === 'theirs' ? met.theirs!.process : merged);
  await vi.waitFor(() => expect(keeping(mine)).toBe('saved'));
  expect(await nameNow(id)).toBe({ mine: '我方', theirs: '对方', both: '合并' }[choice]);
  expect(nameOf(mine)).toBe(await nameNow(id));
  expect(keptCopy('owner-1', id)).toBeUndefined();
});

test('what a colleague saved is taken in where nothing here is unsaved, and never over unsaved work', async () => {
  const [mine, theirs] = [await opened('M08', 'owner-1'), await opened('M08', 'owner-2')];
  rename(theirs, '同事');
  await theirs.keeper.save();
  const newer = (await door.ask('owner-1', 'GET', '/api/processes/M08/draft')).body as Draft; // held against the schema by the door's test harness
  rename(mine, '未保存');
  expect(mine.keeper.refresh(newer)).toBe(false);
  expect(nameOf(mine)).toBe('未保存');
  mine.editor.getState().undo();
  expect(mine.keeper.refresh(newer)).toBe(true);
  expect(nameOf(mine)).toBe('同事');
  expect(mine.keeper.refresh(newer)).toBe(false);
});

test('a browser without room says so, and what an older page kept is no copy', async () => {
  const page = await opened('M09', 'owner-1');
  vi.stubGlobal('localStorage', { getItem: () => null, setItem() { throw new Error('QuotaExceededError'); }, removeItem: () => undefined });
  down = true;
  rename(page, '没有空间');
  await page.keeper.save();
  expect(page.keeper.store.getState()).toMatchObject({ keeping: 'offline', keptHere: false });
  for (const spoiled of [null, 7, {}, { process: {}, from: { revision: 1, process: {} }, keptAt: '' }]) expect(readCopy(spoiled)).toBeUndefined();
});
