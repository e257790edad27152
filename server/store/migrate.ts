import { entry } from '../setup/entry.mjs';
import { Fault } from '../setup/exitCodes.mjs';
import { tryLock } from '../setup/lockFile.mjs';
import { say } from '../setup/say.mjs';
import { readSettings } from '../settings.ts';
import { join } from 'node:path';
import { openDatabase, storeName, type StorePlace } from './openStore.ts';

// `npm run migrate`: brings the store's schema up to this release, and starts nothing.
await entry(async () => {
  const { data, databaseUrl } = readSettings(process.argv.slice(2), process.env);
  const place: StorePlace = databaseUrl === undefined ? { folder: data } : { url: databaseUrl, pool: 2 };
  // The embedded database is one process's at a time.
  const held = databaseUrl === undefined ? tryLock(join(data, 'store.lock')) : undefined;
  if (held && 'holder' in held) throw new Fault('alreadyRunning', { data, pid: held.holder.pid });
  try {
    const { applied, close } = await openDatabase(place, {
      forMs: 30_000,
      tell: (why) => say(`正在等待数据库 ${storeName(place)}（${why}）……`, `waiting for the database ${storeName(place)} (${why}) …`),
    });
    await close();
    for (const name of applied) say(`已应用 ${name}`, `applied ${name}`);
    say(
      applied.length === 0 ? `${storeName(place)} 的结构已是最新。` : `${storeName(place)} 的结构已升级（${applied.length} 步）。`,
      applied.length === 0 ? `The schema of ${storeName(place)} is up to date.` : `The schema of ${storeName(place)} is up to date now (${applied.length} steps).`,
    );
    return 0;
  } finally {
    held?.release();
  }
});
