import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applicantOf } from '../../measures/applicants.ts';
import { Refused } from '../../server/refusals.ts';
import { startTelling } from '../../server/tellCalendars.ts';
import { openDoor, type Door } from './door.ts';

const sample = applicantOf('M02');
if (!sample) throw new Error('the programme has a sample applicant for M02');
const { creditCode, name, declaration } = sample;
const log = pino({ level: 'silent' });
const notice = (off: string[], timers = 'keep') => ({ body: { off, worked: [], source: '假定', timers } });

let door: Door;
let ahead: number;
let ids: string[];
let act: Door['cases']['act'];
beforeEach(async () => {
  ahead = 0;
  door = await openDoor({ now: () => Date.now() + ahead });
  ({ act } = door.cases);
  ids = [];
  for (let place = 0; place < 3; place += 1) ids.push((await door.ask('applicant-M02', 'POST', '/api/cases', { body: { measure: 'M02', applicant: { creditCode, name }, declaration, documents: [] } })).body.case);
});
afterEach(() => door.close());

const daysOff = async (id: string) => (await door.store.cases.find(id))?.state?.calendar.find(({ year }) => year === 2027)?.off;
const silentFor = (...silent: string[]) => {
  door.cases.act = async (id, input) => {
    if (silent.includes(id)) throw new Refused({ code: 'notReady', message: { zh: '没有应答', en: 'no answer' } });
    return act(id, input);
  };
};
const sweep = async (): Promise<number> => {
  const telling = startTelling({ store: door.store, cases: door.cases, log, now: () => Date.now() + ahead });
  try {
    return await telling.sweep();
  } finally {
    await telling.stop();
  }
};

describe('a calendar that is loaded', () => {
  it('reaches every case beside one that does not answer, which is reported and hears of it later', async () => {
    const [first = '', second = '', third = ''] = ids;
    silentFor(first);
    const { status, body } = await door.ask('admin-1', 'PUT', '/api/calendars/2027', notice(['01-01']));
    expect([status, body.casesTold, body.casesLeft]).toEqual([200, 2, 1]);
    expect([await daysOff(first), await daysOff(second), await daysOff(third)]).toEqual([undefined, ['01-01'], ['01-01']]);
    expect(await sweep()).toBe(0); // it was tried just now
    ahead += 31_000;
    expect(await sweep()).toBe(0);
    door.cases.act = act;
    ahead += 31_000;
    expect(await sweep()).toBe(1);
    expect(await daysOff(first)).toEqual(['01-01']);
    ahead += 31_000;
    expect(await sweep()).toBe(0);
  });

  it('is answered for while one case still hangs', async () => {
    const [first = '', ...others] = ids;
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    door.cases.act = async (id, input) => {
      if (id === first) await held;
      return act(id, input);
    };
    const { body } = await door.ask('admin-1', 'PUT', '/api/calendars/2027', notice(['01-01']));
    expect([body.casesTold, body.casesLeft]).toEqual([2, 1]);
    for (const id of others) expect(await daysOff(id)).toEqual(['01-01']);
    release();
    await expect.poll(() => daysOff(first)).toEqual(['01-01']);
    await expect.poll(() => door.store.calendarNews.idle(0)).toEqual([]);
  });

  it('goes on where the process that told it died', async () => {
    const year = { year: 2027, off: ['01-01'], worked: [], source: '假定' };
    await door.store.calendars.put(year);
    const actor = { id: 'admin-1', name: '管理员', roles: ['administrator'] };
    const news = await door.store.calendarNews.begin({ year: 2027, timers: 'keep', actor, key: 'k', body: 'b' });
    await door.store.calendarNews.progress({ ...news, upTo: ids[0] ?? '' });
    ahead += 31_000;
    expect(await sweep()).toBe(2);
    expect([await daysOff(ids[0] ?? ''), await daysOff(ids[1] ?? '')]).toEqual([undefined, ['01-01']]);
  });

  it('gives way to a later notice of the year, which has clocks computed anew where the earlier one had', async () => {
    const [first = ''] = ids;
    silentFor(first);
    await door.ask('admin-1', 'PUT', '/api/calendars/2027', notice(['01-01'], 'recompute'));
    const heard: unknown[] = [];
    door.cases.act = async (id, input) => {
      if (id === first && 'timers' in input.act) heard.push([input.act.timers, input.act.years[0]?.off]);
      return act(id, input);
    };
    expect((await door.ask('admin-1', 'PUT', '/api/calendars/2027', notice(['01-01', '01-04']))).body).toMatchObject({ casesTold: 3, casesLeft: 0 });
    ahead += 31_000;
    expect(await sweep()).toBe(0);
    expect(heard).toEqual([['recompute', ['01-01', '01-04']]]);
  });
});
