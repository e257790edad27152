import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startArchiver } from '../../server/archiver/archiver.ts';
import { openDoor, type Door } from './door.ts';

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

const closed = (id: string) => ({
  case: id, measure: 'M02', process: 'M02', version: 1, hash: 'h', name: { zh: '甲', en: 'A' }, creditCode: 'X', applicantName: '甲', instalment: 1, steps: [], status: 'closed',
  startedAt: '2026-03-02T09:00:00.000+08:00', updatedAt: '2026-03-02T09:00:00.000+08:00', incidents: 0, seq: 9, fence: 1,
  clock: { start: '2026-03-02T09:00:00.000+08:00', realStart: 0, factor: 1 }, search: id, claimYear: 2026, invoiceNumbers: [],
});

it('keeps what can be kept, however many cases before it fail for ever, and asks those less and less often', async () => {
  for (let place = 0; place < 25; place += 1) await door.store.cases.note(closed(`A-${String(place).padStart(2, '0')}`));
  await door.store.cases.note(closed('B-good'));
  const asked: string[] = [];
  let now = Date.now();
  const archiver = startArchiver({
    store: door.store,
    log: pino({ level: 'silent' }),
    now: () => now,
    cases: {
      ...door.cases,
      async runs(id) {
        asked.push(id);
        if (id !== 'B-good') throw new Error('its first run is gone');
        return [{ run: 'r1', history: { events: [] }, events: 0 }];
      },
    },
  });
  try {
    expect([await archiver.sweep(), await archiver.sweep(), await archiver.sweep()]).toEqual([0, 1, 0]);
    expect((await door.store.histories.ofCase('B-good')).map((run) => run.run)).toEqual(['r1']);
    expect(asked).toHaveLength(26);
    asked.length = 0;
    for (let minute = 0; minute < 120; minute += 1) {
      now += 60_000;
      await archiver.sweep();
    }
    expect(asked.filter((id) => id === 'A-00').length).toBeLessThan(15);
    expect(new Set(asked).size).toBe(25);
  } finally {
    await archiver.stop();
  }
});
