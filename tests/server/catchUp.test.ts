import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { applicantOf } from '../../measures/applicants.ts';
import { m02 } from '../../measures/m02.ts';
import { advance } from '../../model/advance.ts';
import { catchUp } from '../../server/temporal/catchUp.ts';
import { openDoor, type Door } from './door.ts';

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

/** Files M02's sample and leaves rows behind as a killed worker would: the form check is shown as done, the case never took it in. */
async function aheadOfItsHistory(): Promise<string> {
  const sample = applicantOf('M02');
  const documents: string[] = [];
  for (const { id } of m02.measure.documents) {
    const form = new FormData();
    form.set('kind', id);
    form.set('measure', 'M02');
    form.set('file', new Blob(['%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF']), `${id}.pdf`);
    documents.push((await door.ask('intake-1', 'POST', '/api/documents', { form })).body.document);
  }
  const filed = await door.ask('intake-1', 'POST', '/api/cases', { body: { measure: 'M02', applicant: { creditCode: sample?.creditCode, name: sample?.name }, declaration: sample?.declaration, documents } });
  const id: string = filed.body.case;
  const row = await door.store.cases.find(id);
  if (!row?.state) throw new Error(`${id} was not written: ${JSON.stringify(filed.body)}`);
  const actor = { id: 'intake-1', name: '受理员', roles: ['intakeClerk'] };
  const { state, trail } = advance(m02, row.state, { event: 'taskCompleted', at: row.state.at, task: 'formCheck#1', actor, outcome: 'accept', data: {} });
  await door.store.writeProjection({ case: id, process: row.process, version: row.version, hash: row.hash, measure: row.measure, clock: row.clock, fence: row.fence, state, trail: [trail] });
  expect(await shown(id)).toEqual(['registerPapers#1']);
  return id;
}

const shown = async (id: string): Promise<string[]> => (await door.ask('admin-1', 'GET', `/api/tasks?case=${id}`)).body.items.map(({ task }: { task: string }) => task);

it('a task that is shown and that its case refuses as not open makes the case show itself again', async () => {
  const id = await aheadOfItsHistory();
  const refused = await door.ask('intake-2', 'POST', `/api/tasks/${id}/${encodeURIComponent('registerPapers#1')}/complete`, { body: { outcome: 'registered', data: { receivedOn: '2026-03-04', dueOn: '2026-03-06', complete: true } } });
  expect([refused.status, refused.body.code]).toEqual([409, 'taskNotOpen']);
  expect(await shown(id)).toEqual(['formCheck#1']);
});

it('before a worker begins, every case that was written last shows itself again', async () => {
  const id = await aheadOfItsHistory();
  expect(await catchUp({ ...door, log: pino({ level: 'silent' }) })).toBeGreaterThanOrEqual(1);
  expect(await shown(id)).toEqual(['formCheck#1']);
});

it('a case that cannot be asked is told of in the log, and the others are asked all the same', async () => {
  const ids = [await aheadOfItsHistory(), await aheadOfItsHistory()];
  const lines: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });
  const cases = { showAgain: (id: string) => (id === ids[0] ? Promise.reject(new Error('not today')) : door.cases.showAgain(id)) };
  await catchUp({ store: door.store, cases, log });
  expect(lines.map((line) => (JSON.parse(line) as { case: string }).case)).toEqual([ids[0]]);
  expect(await shown(ids[1] ?? '')).toEqual(['formCheck#1']);
});
