import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { m02 } from '../../../measures/m02.ts';
import type { Process } from '../../../model/process.ts';
import { openDatabase, type OpenDatabase } from '../../../server/store/openStore.ts';
import { hashProcess, versionStore } from '../../../server/store/versions.ts';

let database: OpenDatabase;
beforeAll(async () => {
  database = await openDatabase({ memory: true });
});
afterAll(() => database.close());

const copy = (): Process => structuredClone(m02);

it('a version is known by the SHA-256 of its canonical JSON, whatever the order of its keys', () => {
  const reversed = Object.fromEntries(Object.entries(m02).reverse()) as unknown as Process; // the same keys
  expect(hashProcess(m02)).toBe(createHash('sha256').update(canonicalize(m02) ?? '').digest('hex'));
  expect(hashProcess(reversed)).toBe(hashProcess(m02));
});

it.each<[string, (process: Process) => void]>([
  ['a form', (process) => { process.forms = process.forms.map((form, place) => (place === 0 ? { ...form, schema: { ...form.schema, minProperties: 1 } } : form)); }],
  ['the support rule', (process) => { process.measure.support = { ...process.measure.support, origin: 'own' }; }],
  ['a document', (process) => { process.measure.documents = process.measure.documents.slice(1); }],
  ['a role', (process) => { process.roles = process.roles.slice(1); }],
  ['a place on the canvas', (process) => { process.steps = process.steps.map((step, place) => (place === 0 ? { ...step, position: { x: 1, y: 1 } } : step)); }],
])('%s that changes changes the hash', (_what, change) => {
  const changed = copy();
  change(changed);
  expect(hashProcess(changed)).not.toBe(hashProcess(m02));
});

it('what is published stays as it was published, though the code says otherwise later', async () => {
  await versionStore(database.db, () => new Date()).seed(m02, 'system', 'first');
  const later = { ...copy(), name: { zh: '另一名称', en: 'Another name' } };
  await versionStore(database.db, () => new Date()).seed(later, 'system', 'later');
  const published = await versionStore(database.db, () => new Date()).latest('M02');
  expect(published).toMatchObject({ version: 1, note: 'first', hash: hashProcess(m02) });
  expect(hashProcess(published?.process ?? later)).toBe(hashProcess(m02));
});
