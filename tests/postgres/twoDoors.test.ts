import { afterAll, beforeAll, expect, it } from 'vitest';
import { applicantOf } from '../../measures/applicants.ts';
import { openDoor, type Door } from '../server/door.ts';
import { newDatabase, type TestDatabase } from '../setup/postgres.ts';

const sample = applicantOf('M02');
if (!sample) throw new Error('the programme has a sample applicant for M02');
const { declaration, creditCode, name } = sample;
const declare = { measure: 'M02', applicant: { creditCode, name }, declaration, documents: [] as string[] };
const by = 'applicant-M02';

let database: TestDatabase;
let doors: Door[] = [];
beforeAll(async () => {
  database = await newDatabase();
  const first = await openDoor({ on: database });
  doors = [first, await openDoor({ on: database, cases: first.cases })];
  await Promise.all(doors.map((door) => door.ask(by, 'GET', '/api/session')));
});
afterAll(async () => {
  await Promise.all(doors.map((door) => door.close()));
  await database.drop();
});

/** The same at every door, several times over, all at once. */
const everywhere = <T>(times: number, work: (door: Door, index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: times }, (_, index) => work(doors[index % doors.length] as Door, index)));
const cases = async () => ((await doors[0]?.ask(by, 'GET', '/api/cases?limit=200'))?.body.items as { case: string }[]).map(({ case: id }) => id);

it('one declaration under one key is one case, at whatever doors it arrives at once', async () => {
  for (let round = 0; round < 5; round += 1) {
    const before = new Set(await cases());
    const answers = await everywhere(8, (door) => door.ask(by, 'POST', '/api/cases', { body: declare, key: `declare-${round}` }));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    const fresh = (await cases()).filter((id) => !before.has(id));
    expect(fresh).toHaveLength(1);
    expect(answers.map(({ body }) => body.case)).toEqual(answers.map(() => fresh[0]));
  }
}, 120_000);

it('one document goes to one of the cases that are filed with it at once', async () => {
  const form = new FormData();
  const { body: measure } = (await doors[0]?.ask(by, 'GET', '/api/measures/M02')) ?? { body: {} };
  form.set('kind', measure.measure.documents[0].id);
  form.set('measure', 'M02');
  form.set('file', new Blob(['项目说明']), '说明.txt');
  const document = (await doors[0]?.ask(by, 'POST', '/api/documents', { form }))?.body.document as string;
  const before = new Set(await cases());
  const answers = await everywhere(6, (door) => door.ask(by, 'POST', '/api/cases', { body: { ...declare, documents: [document] } }));
  expect(answers.map(({ status, body }) => (status === 201 ? 'filed' : body.code)).sort()).toEqual(['documentRefused', 'documentRefused', 'documentRefused', 'documentRefused', 'documentRefused', 'filed']);
  expect((await cases()).filter((id) => !before.has(id))).toHaveLength(1);
}, 60_000);

it('of all who claim a task at both doors at once one holds it, and all are told the same', async () => {
  const { body: filed } = (await doors[0]?.ask(by, 'POST', '/api/cases', { body: declare })) ?? { body: {} };
  const path = `/api/tasks/${filed.case}/${encodeURIComponent('formCheck#1')}`;
  await everywhere(4, (door, index) => door.ask(`intake-${1 + (index >> 1)}`, 'GET', '/api/session'));
  for (let round = 0; round < 10; round += 1) {
    const answers = await everywhere(8, (door, index) => door.ask(`intake-${1 + ((index >> 1) % 2)}`, 'POST', `${path}/claim`));
    const holders = new Set(answers.flatMap(({ status, body }) => (status === 200 ? [body.claimedBy] : [])));
    expect(holders.size).toBe(1);
    const [holder] = holders;
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(4);
    await doors[round % 2]?.ask(holder, 'POST', `${path}/release`, { body: {} });
  }
}, 120_000);
