import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseQuerySchema } from '../../../model/api/cases.ts';
import { gramsOf, mostCounted } from '../../../server/store/caseList.ts';
import { createStore, type Store } from '../../../server/store/createStore.ts';
import type { OpenDatabase } from '../../../server/store/openStore.ts';
import { searchTextOf } from '../../../server/store/projection.ts';
import { openTestDatabase } from '../../setup/testStore.ts';

let database: OpenDatabase;
let store: Store;
const at = '2026-03-02T09:00:00.000+08:00';
const note = (id: string, name: string, creditCode: string, projectName: string, more: { status?: string; measure?: string } = {}) =>
  store.cases.note({
    case: id, measure: 'M02', process: 'M02', version: 1, hash: 'h', name: { zh: '措施', en: 'measure' }, creditCode, applicantName: name, instalment: 1, steps: [], status: 'running',
    startedAt: at, updatedAt: at, incidents: 0, seq: 1, fence: 1, clock: { start: at, realStart: 0, factor: 1 }, claimYear: 2026, invoiceNumbers: [],
    search: searchTextOf(id, name, creditCode, { declaration: { projectName } }), ...more,
  });
const ask = async (query: object) => {
  const { items, ...page } = await store.cases.list(caseQuerySchema.parse(query), 'all', false);
  return { found: items.map(({ case: id }) => id), ...page };
};

beforeAll(async () => {
  database = await openTestDatabase();
  store = createStore(database.db);
  await note('LG-2026-M02-000001', '深圳市龙岗华腾软件有限公司', '91440300MA5ABCDE01', '跨境直播');
  await note('LG-2026-M02-000002', '坂田100%创新(集团)', '91440300MA5ABCDE02', 'Smart_Port \\ 港口');
  await note('LG-2026-M05-000003', '深圳市华创文化有限公司', '91440300MA5ABCDE03', '短片', { status: 'closed', measure: 'M05' });
});
afterAll(() => database.close());

describe('a search', () => {
  it.each([
    ['a number', '000002', ['LG-2026-M02-000002']],
    ['a whole case number, in whatever letters', 'lg-2026-m05-000003', ['LG-2026-M05-000003']],
    ['one character', '龙', ['LG-2026-M02-000001']],
    ['one digit', '3', ['LG-2026-M02-000001', 'LG-2026-M02-000002', 'LG-2026-M05-000003']],
    ['two characters', '华创', ['LG-2026-M05-000003']],
    ['many characters', '深圳市龙岗华腾软件', ['LG-2026-M02-000001']],
    ['part of a project', 'smart_port', ['LG-2026-M02-000002']],
    ['two words with a blank', 'e02 smart', ['LG-2026-M02-000002']],
    ['what stands for anything elsewhere', '100%创', ['LG-2026-M02-000002']],
    ['a sign that means something to the database', 't \\ 港', ['LG-2026-M02-000002']],
    ['pieces that occur, and not together', '华腾文化', []],
    ['what all have', '深圳市', ['LG-2026-M02-000001', 'LG-2026-M05-000003']],
  ])('for %s finds just the cases with it', async (_, q, cases) => {
    expect(await ask({ q, sort: 'case' })).toEqual({ found: cases, total: cases.length });
  });

  it('goes together with filters, an order and pages', async () => {
    expect(await ask({ q: '有限公司', status: 'closed' })).toEqual({ found: ['LG-2026-M05-000003'], total: 1 });
    const first = await ask({ q: '有限公司', sort: '-case', limit: 1 });
    expect(first).toMatchObject({ found: ['LG-2026-M05-000003'], total: 2 });
    expect(await ask({ q: '有限公司', sort: '-case', limit: 1, cursor: first.next })).toEqual({ found: ['LG-2026-M02-000001'] });
  });

  it('finds a case by what it is called now', async () => {
    await database.db.execute(sql`update cases set search = replace(search, '短片', '长片') where case_id = 'LG-2026-M05-000003'`);
    expect([(await ask({ q: '长片' })).found, (await ask({ q: '短片' })).found]).toEqual([['LG-2026-M05-000003'], []]);
  });

  it.each([
    ['', []],
    ['a', []],
    ['龙', ['龙']],
    ['龙岗', ['龙岗']],
    ['龙岗龙岗龙', ['龙岗龙', '岗龙岗']],
  ])('for “%s” looks for the pieces %j', (search, grams) => {
    expect(gramsOf(search)).toEqual(grams);
  });
});

it('counts so far and says that there are more', async () => {
  await database.db.execute(sql`
    insert into cases (case_id, measure, process, version, hash, name, credit_code, applicant_name, instalment, steps, status, started_at, updated_at, incidents, seq, fence, clock, search, claim_year, invoice_numbers)
    select 'N' || i, 'M09', 'M09', 1, 'h', '{}', 'X', '甲', 1, '[]', 'running', ${at}, ${at}, 0, 1, 1, '{}', '众多', 2026, '[]' from generate_series(1, ${mostCounted}) i`);
  expect(await ask({ measure: 'M09', limit: 1 })).toMatchObject({ total: mostCounted });
  expect(await ask({ measure: 'M09', limit: 1 })).not.toHaveProperty('moreThanTotal');
  await note('N0', '甲', 'X', '众多', { measure: 'M09' });
  expect(await ask({ measure: 'M09', limit: 1 })).toMatchObject({ total: mostCounted, moreThanTotal: true });
  expect(await ask({ q: '众多', sort: 'case', limit: 1 })).toMatchObject({ found: ['N0'], total: mostCounted, moreThanTotal: true });
}, 60_000);
