import { afterAll, beforeAll, expect, it } from 'vitest';
import { applicantOf } from '../../measures/applicants.ts';
import { openRealDoor, settingsFor, type RealDoor } from './realDoor.ts';

const sample = applicantOf('M02');
if (!sample) throw new Error('the programme has a sample applicant for M02');
const { creditCode, name, declaration } = sample;

let door: RealDoor;
beforeAll(async () => {
  door = await openRealDoor(settingsFor('http://127.0.0.1:1', 'firms=applicant'));
});
afterAll(() => door.close());

it('outside a sandbox no case has a clock of its own: it is refused, and nothing is filed', async () => {
  const person = { name: { zh: name, en: name }, roles: ['applicant' as const], applicant: creditCode };
  const { token } = await door.store.accounts.enter({ issuer: 'http://127.0.0.1:1', subject: 'firm' }, person, 'token');
  const file = (key: string, more: object) =>
    fetch(`${door.origin}/api/cases`, {
      method: 'POST',
      headers: { cookie: `shenpi_session=${token}`, 'X-Requested-With': 'shenpi', 'Idempotency-Key': key, 'Content-Type': 'application/json' },
      body: JSON.stringify({ measure: 'M02', applicant: { creditCode, name }, declaration, documents: [], ...more }),
    });
  const refused = await file('k1', { sandboxClock: { start: '2026-03-02', dayMs: 1_000 } });
  expect([refused.status, await refused.json()]).toEqual([403, expect.objectContaining({ code: 'sandboxOnly', where: '/sandboxClock' })]);
  expect(await door.store.cases.running(Date.now())).toEqual([]);
  const filed = await file('k2', {});
  expect(filed.status).toBe(201);
  const { case: id } = (await filed.json()) as { case: string };
  expect((await door.store.cases.find(id))?.clock.factor).toBe(1); // the clock on the wall
});
