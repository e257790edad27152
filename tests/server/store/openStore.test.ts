import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { openDatabase } from '../../../server/store/openStore.ts';
import { freePort } from '../../../server/setup/port.mjs';

it('keeps a store of a newer release closed, and one that can be opened open', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'shenpi-store-'));
  try {
    const first = await openDatabase({ folder });
    await first.db.execute(sql`insert into settings (key, value) values ('mark', 'true'::jsonb)`);
    await first.close();
    const again = await openDatabase({ folder });
    expect((await again.db.query.settings.findFirst())?.key).toBe('mark');
    await again.db.execute(sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 99999999999999)`);
    await again.close();
    await expect(openDatabase({ folder })).rejects.toMatchObject({ code: 'storeNewerSchema', exitCode: 15 });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);

it('says that a store cannot be opened', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'shenpi-store-'));
  const file = join(folder, 'file');
  writeFileSync(file, '');
  await expect(openDatabase({ folder: file })).rejects.toMatchObject({ code: 'storeNotOpenable', exitCode: 14 });
  rmSync(folder, { recursive: true });
}, 60_000);

it('waits for a PostgreSQL server that is not there, says so, and then says what to do', async () => {
  const told: string[] = [];
  const url = `postgres://nobody@127.0.0.1:${await freePort()}/nothing`;
  await expect(openDatabase({ url }, { forMs: 1_500, tell: (why) => told.push(why) })).rejects.toMatchObject({ code: 'storeNotOpenable', exitCode: 14, message: expect.stringContaining('ECONNREFUSED') });
  expect(told.length).toBeGreaterThanOrEqual(2);
  expect(told[0]).toContain('ECONNREFUSED');
});
