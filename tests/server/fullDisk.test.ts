import { sql } from 'drizzle-orm';
import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { applicantOf } from '../../measures/applicants.ts';
import { saysFull } from '../../server/store/openStore.ts';
import { openDoor, type Door } from './door.ts';

const sample = applicantOf('M02');
if (!sample) throw new Error('M02 has no sample applicant');
const { creditCode, name, declaration } = sample;
const body = { measure: 'M02', applicant: { creditCode, name }, declaration, documents: [] };

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

it('a database without room: a sentence that says so, nothing written, and the same request goes through once there is room', async () => {
  // What PostgreSQL says when a file cannot grow, said at the same place: while the row is inserted.
  await door.db.execute(sql`create function no_room() returns trigger language plpgsql as $$ begin raise exception using errcode = '53100', message = 'could not extend file: No space left on device'; end $$`);
  await door.db.execute(sql`create trigger no_room before insert on cases for each row execute function no_room()`);
  const cases = async () => (await door.store.cases.list({ sort: '-startedAt', limit: 50 }, 'all', true)).items.length;
  const before = await cases();
  const refused = await door.ask('applicant-M02', 'POST', '/api/cases', { body, key: 'full-disk' });
  expect(refused.body).toMatchObject({ status: 503, code: 'notReady', text: { zh: expect.stringContaining('磁盘已满'), en: expect.stringContaining('make room') } });
  expect(refused.headers.get('Retry-After')).toBe('2');
  expect(await cases()).toBe(before);
  await door.db.execute(sql`drop trigger no_room on cases`);
  expect((await door.ask('applicant-M02', 'POST', '/api/cases', { body, key: 'full-disk' })).status).toBe(201);
  expect(await cases()).toBe(before + 1);
});

it('what the system says of a full device is known for it', async () => {
  const error: unknown = await writeFile('/dev/full', 'x'.repeat(100_000)).catch((reason: unknown) => reason);
  expect(saysFull(error)).toBe(true);
  expect(saysFull(new Error('no room in the argument'))).toBe(false);
});
