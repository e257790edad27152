import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applicantOf } from '../../measures/applicants.ts';
import { openDoor, type Door } from './door.ts';

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

const largest = Number.MAX_SAFE_INTEGER;

describe('a number beyond what the store counts with', () => {
  it.each(['2147483648', '9007199254740991', '99999999999999999999', '-1', 'nonsense', '1e3'])('%s is no cursor of the refused attempts', async (cursor) => {
    const { status, body } = await door.ask('auditor-1', 'GET', `/api/attempts?cursor=${cursor}`);
    expect([status, body.code]).toEqual([400, 'malformed']);
  });

  it.each(['2147483647', '9007199254740991', '1e30', '-1'])('%s is no place in a trail', async (after) => {
    const { creditCode = '', name = '', declaration = {} } = applicantOf('M02') ?? {};
    const filed = await door.ask('applicant-M02', 'POST', '/api/cases', { body: { measure: 'M02', applicant: { creditCode, name }, declaration, documents: [] } });
    const trail = (place: string) => door.ask('applicant-M02', 'GET', `/api/cases/${filed.body.case}/trail?after=${place}`);
    const { status, body } = await trail(after);
    expect([status, body.code]).toEqual([400, 'malformed']);
    expect((await trail('2147483646')).body).toEqual({ items: [] });
  });

  it.each(['9007199254740992', '9007199254740993', '1e400', '0', '-1', '0.5'])('%s fen are not appropriated', async (amount) => {
    const { status } = await door.ask('finance-1', 'POST', '/api/budget/appropriations', { raw: `{"measure":"M02","year":2030,"amountFen":${amount}}` });
    expect([400, 422]).toContain(status);
    expect((await door.ask('finance-1', 'GET', '/api/budget?measure=M02&year=2030')).body.items).toEqual([]);
  });

  it('an appropriation that takes the whole budget beyond the safe integers is refused, and nothing is booked', async () => {
    const add = (amountFen: number, key?: string) => door.ask('finance-1', 'POST', '/api/budget/appropriations', { body: { measure: 'M02', year: 2031, amountFen }, ...(key === undefined ? {} : { key }) });
    expect((await add(largest)).body.appropriatedFen).toBe(largest);
    for (let time = 0; time < 2; time += 1) {
      const { status, body } = await add(1, 'one-too-many');
      expect([status, body.code, body.where]).toEqual([422, 'amountInvalid', '/amountFen']);
    }
    expect((await door.ask('finance-1', 'GET', '/api/budget?measure=M02&year=2031')).body.items).toMatchObject([{ appropriatedFen: largest, availableFen: largest }]);
  });
});
