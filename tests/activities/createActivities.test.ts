import { MockActivityEnvironment } from '@temporalio/testing';
import { describe, expect, it } from 'vitest';
import type { EffectInput } from '../../activities/contracts.ts';
import { createActivities } from '../../activities/index.ts';
import type { JsonObject } from '../../model/text.ts';
import { failureOf } from './failureOf.ts';
import { fakeOutside } from './fakeOutside.ts';

const input = (request: JsonObject, effect = 'e3.0'): EffectInput => ({ effectId: `c1/${effect}`, case: 'c1', check: 'any', request });
const open = () => {
  const world = fakeOutside('http://127.0.0.1:1');
  return { ...world, activities: createActivities(world.outside) };
};

describe('the activities over the world', () => {
  const reserve = { operation: 'reserve', measure: 'M02', year: 2026, amountFen: 60_000_000 };

  it('posts to the ledger once, however often it is tried', async () => {
    const { activities, budget } = open();
    expect(await activities.postLedger(input(reserve))).toEqual({ posted: true });
    expect(await activities.postLedger(input(reserve))).toEqual({ posted: true });
    expect(budget.leftFen).toBe(40_000_000);
  });

  it('takes an insufficient budget for final', async () => {
    const { activities } = open();
    await activities.postLedger(input(reserve));
    expect(await failureOf(activities.postLedger(input(reserve, 'e9.0')))).toEqual({ code: 'budgetInsufficient', final: true });
  });

  it.each([{ ...reserve, amountFen: 0.5 }, { ...reserve, amountFen: -1 }, { ...reserve, operation: 'steal' }])('does not post %j', async (request) => {
    const { activities, postings } = open();
    expect(await failureOf(activities.postLedger(input(request)))).toEqual({ code: 'requestInvalid', final: true });
    expect(postings.size).toBe(0);
  });

  it('settles the ledger', async () => {
    const { activities, seen } = open();
    await activities.settleLedger({ effectId: 'c1/e20.0', case: 'c1' });
    expect([...seen.settled]).toEqual(['c1/e20.0']);
  });

  it('publishes and closes a notice', async () => {
    const { activities } = open();
    const notice = { applicantName: '甲', measure: 'M02', projectName: '乙', amountFen: 1, contact: { zh: '窗口', en: 'Desk' } };
    expect(await activities.notice(input({ operation: 'publish', notice: { ...notice, from: '2026-03-02' } }))).toEqual({ noticeId: 'notice of c1/e3.0' });
    expect(await activities.notice(input({ operation: 'close', notice: { ...notice, to: '2026-03-09' } }, 'e8.0'))).toEqual({ noticeId: 'notice of c1/e3.0' });
  });

  it('lets no field into a notice that is not the public’s', async () => {
    const { activities, outside } = open();
    let published: object = {};
    outside.notices.publish = async ({ notice }) => {
      published = notice;
      return { noticeId: 'n1' };
    };
    const notice = { applicantName: '甲', measure: 'M02', projectName: '乙', amountFen: 1, contact: { zh: '窗口', en: 'Desk' }, from: '2026-03-02' };
    await activities.notice(input({ operation: 'publish', notice: { ...notice, contactPhone: '13800000000' } }));
    expect(published).toEqual(notice);
  });

  it('sends a reminder', async () => {
    const { activities, letters } = open();
    const letter: JsonObject = { to: [{ role: 'reviewer' }, { applicant: '91440300FAKE00021C' }], text: { zh: '请办理', en: 'Please attend' } };
    expect(await activities.sendReminder(input(letter))).toEqual({});
    expect(letters.get('c1/e3.0')).toEqual(letter);
  });

  it('writes to the administrators once for a case and a missing year, however often it is asked', async () => {
    const { activities, letters } = open();
    await activities.askForCalendar({ case: 'c1', years: [2027] });
    await activities.askForCalendar({ case: 'c1', years: [2027, 2028] });
    expect([...letters.keys()]).toEqual(['c1/calendar/2027', 'c1/calendar/2028']);
    expect(letters.get('c1/calendar/2028')).toMatchObject({ to: [{ role: 'administrator' }] });
  });

  it('schedules the next instalment, and none where nothing is left to pay', async () => {
    const { activities, seen } = open();
    const followOn = { instalment: 2, afterDays: 365, amountFen: 144_000_000, decided: {} };
    expect(await activities.scheduleFollowOn(input(followOn))).toMatchObject({ case: 'c1-2' });
    expect(await activities.scheduleFollowOn(input({ ...followOn, amountFen: 0 }, 'e4.0'))).toEqual({ case: '', startsAt: '' });
    expect([...seen.schedules.keys()]).toEqual(['c1/e3.0']);
  });

  it('looks up by name and refuses another name', async () => {
    const { activities } = open();
    expect(await activities.lookUp(input({ lookUp: 'documents', case: 'c1' }))).toEqual({ name: 'documents' });
    expect(await failureOf(activities.lookUp(input({ lookUp: 'passwords' })))).toEqual({ code: 'requestInvalid', final: true });
  });

  it('leaves what the store throws to the retry policy', async () => {
    const { activities, outside } = open();
    outside.ledger.post = () => Promise.reject(new Error('connection lost'));
    await expect(activities.postLedger(input(reserve))).rejects.toThrow('connection lost');
  });

  it('runs in Temporal’s activity environment', async () => {
    const { activities } = open();
    expect(await new MockActivityEnvironment().run(activities.postLedger, input(reserve))).toEqual({ posted: true });
  });
});
