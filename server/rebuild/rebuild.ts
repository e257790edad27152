import { everyRun } from '../archiver/archiver.ts';
import type { CaseClient } from '../caseClient.ts';
import type { Store } from '../store/createStore.ts';
import { scheduledRow } from '../store/scheduledRow.ts';
import { openReteller, type Reteller } from '../temporal/reteller.ts';
import { runInputOf } from '../temporal/runInput.ts';

/** What a rebuild has done so far. */
export interface Progress {
  of: number;
  done: number;
  /** Cases whose rows were written from their history. */
  written: number;
  /** Cases of which neither engine nor archive has a history: filed and not started. Their rows stay as they are. */
  left: number;
  failed: { case: string; why: string }[];
}

const attempts = 5;
const pauseMs = 300;
const tellEvery = 10;

/**
 * Writes the rows of every case (list, tasks, story) anew from the histories that the engine and the archive have, while cases go on: each
 * write bears the place in the history up to which it knows the case, and gives way to rows that know more. What the store alone knows
 * (accounts, documents, ledger, notices, claims) is not touched. One case that cannot be read is told and does not stop the others.
 */
export async function rebuild({ store, cases, tell = () => undefined }: { store: Store; cases: CaseClient; tell?: (progress: Progress) => void }): Promise<Progress> {
  const ids = new Set([...(await store.cases.numbers()), ...(await store.histories.cases())]);
  for await (const id of cases.all()) ids.add(id);
  const progress: Progress = { of: ids.size, done: 0, written: 0, left: 0, failed: [] };
  const reteller = await openReteller();
  try {
    for (const id of [...ids].sort()) {
      try {
        if (await rebuildCase({ store, cases }, reteller, id)) progress.written += 1;
        else progress.left += 1;
      } catch (error) {
        progress.failed.push({ case: id, why: error instanceof Error ? error.message : String(error) });
      }
      progress.done += 1;
      if (progress.done % tellEvery === 0 || progress.done === progress.of) tell(progress);
    }
  } finally {
    await reteller.close();
  }
  return progress;
}

async function rebuildCase({ store, cases }: { store: Store; cases: CaseClient }, reteller: Reteller, id: string): Promise<boolean> {
  for (let attempt = 1; ; attempt += 1) {
    const runs = await everyRun({ store, cases }, id);
    const [first] = runs;
    if (!first) return false;
    const told = await reteller.tell(id, runs);
    if (!told) {
      const input = runInputOf(first.history);
      if (input?.parent === undefined) return false;
      await store.cases.note(scheduledRow(input));
      return true;
    }
    if (await store.rebuildProjection(told)) {
      if (told.state.closed) await markKept({ store, cases }, id);
      return true;
    }
    // The case went on since its history was read; read again, it will say so.
    if (attempt === attempts) throw new Error('the case did not stand still for as long as its history was read; its rows are its own latest');
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

/** A closed case whose every run is kept was archived, whatever its lost row said. */
async function markKept({ store, cases }: { store: Store; cases: CaseClient }, id: string): Promise<void> {
  const row = await store.cases.find(id);
  const last = (await store.histories.runs(id)).at(-1);
  if (!row || row.archivedAt !== null || !last) return;
  const others = await cases.runs(id, { open: true, kept: new Set((await store.histories.ofCase(id)).map(({ run }) => run)) });
  if (others.length === 0) await store.cases.markArchived(id, last.archivedAt);
}
