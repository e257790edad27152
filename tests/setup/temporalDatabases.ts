import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { postgresServer } from './postgres.ts';

/** Lets statements run on the run's PostgreSQL with every right. */
export async function asSuperuser(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: postgresServer() });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A name for the two databases of a Temporal server. */
export const newTemporalName = (): string => `temporal_${randomUUID().replaceAll('-', '')}`;

/** Removes both, whoever is connected. */
export const dropTemporal = (name: string): Promise<void> => asSuperuser(...[name, `${name}_visibility`].map((each) => `drop database if exists ${each} with (force)`));
