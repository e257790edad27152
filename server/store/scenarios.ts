import { and, asc, eq } from 'drizzle-orm';
import type { KeptScenario, Person } from '../../model/api/drafts.ts';
import type { Scenario } from '../../model/scenario/scenario.ts';
import { scenarios } from './draftsSchema.ts';
import type { Database } from './openStore.ts';

const keptOf = ({ scenario, content, changedBy, changedAt }: typeof scenarios.$inferSelect): KeptScenario => ({ scenario, content, changedBy, changedAt: changedAt.toISOString() });

/** Saved rehearsals, by process. */
export function scenarioStore(db: Database, now: () => Date) {
  return {
    async list(process: string): Promise<KeptScenario[]> {
      return (await db.select().from(scenarios).where(eq(scenarios.process, process)).orderBy(asc(scenarios.scenario))).map(keptOf);
    },
    async put(process: string, scenario: string, content: Scenario, by: Person): Promise<KeptScenario> {
      const change = { content, changedBy: by, changedAt: now() };
      await db.insert(scenarios).values({ process, scenario, ...change }).onConflictDoUpdate({ target: [scenarios.process, scenarios.scenario], set: change });
      return { scenario, content, changedBy: by, changedAt: change.changedAt.toISOString() };
    },
    async remove(process: string, scenario: string): Promise<void> {
      await db.delete(scenarios).where(and(eq(scenarios.process, process), eq(scenarios.scenario, scenario)));
    },
  };
}
