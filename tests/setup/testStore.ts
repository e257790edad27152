import { openDatabase, type OpenDatabase } from '../../server/store/openStore.ts';
import { newDatabase } from './postgres.ts';

/** The store on which this run of a suite rests: the same suites run on both (`vitest.config.ts`). */
export const storeUnderTest: 'embedded' | 'postgres' = process.env['SHENPI_TEST_STORE'] === 'postgres' ? 'postgres' : 'embedded';

/** An empty, migrated store that is gone once closed. */
export async function openTestDatabase(): Promise<OpenDatabase> {
  if (storeUnderTest === 'embedded') return openDatabase({ memory: true });
  const { url, drop } = await newDatabase();
  const database = await openDatabase({ url });
  return {
    ...database,
    async close() {
      await database.close();
      await drop();
    },
  };
}
