import { and, asc, eq, gte, notInArray, sql } from 'drizzle-orm';
import type { Projection } from '../../activities/contracts.ts';
import type { CaseState } from '../../model/case.ts';
import { grantedFen } from '../../model/checks/facts/grantedFen.ts';
import { jsonAs } from '../../model/checks/facts/jsonAs.ts';
import { indexOf } from '../../model/processIndex.ts';
import type { Process } from '../../model/process.ts';
import type { TrailEntry } from '../../model/trail.ts';
import type { Database } from './openStore.ts';
import { cases, tasks, trail } from './schema.ts';

/** Tells what a written projection changed: by it pages learn that they are out of date. */
export interface Written {
  case: string;
  seq: number;
  creditCode: string;
  measure: string;
  roles: string[];
}

/**
 * Writes what a case's workflow says of it, in one transaction: row, open tasks, new entries of the trail. A write whose
 * fence is below the stored one comes from a worker that was given up and changes nothing. Gives back nothing then. One that is
 * `rebuilt` tells the whole story, and owes nothing to what is stored.
 */
export async function writeProjection(db: Database, process: Process, projection: Projection, paidFen: number, how?: 'rebuilt'): Promise<Written | undefined> {
  const { state } = projection;
  return db.transaction(async (tx) => {
    const row = { ...rowOf(process, projection, paidFen), writtenAt: sql`now()` };
    const stored = () => tx.select({ fence: cases.fence, roles: cases.roles, seq: cases.seq }).from(cases).where(eq(cases.case, projection.case)).for('update');
    let [before] = await stored();
    // There is no row to lock yet, so two first writes would pass each other: the second one waits here for the first.
    if (!before && (await tx.insert(cases).values(row).onConflictDoNothing().returning({ case: cases.case })).length === 0) [before] = await stored();
    if (before && before.fence > projection.fence) return undefined;
    const roles = [...new Set([...(how === 'rebuilt' ? [] : (before?.roles ?? [])), ...rolesIn(projection)])];
    await tx.insert(cases).values({ ...row, roles }).onConflictDoUpdate({ target: cases.case, set: { ...row, roles } });
    await writeTrail(tx, projection, how === 'rebuilt' ? Number.POSITIVE_INFINITY : (before?.seq ?? 0));
    await writeTasks(tx, projection);
    return { case: projection.case, seq: state.seq, creditCode: state.applicant.creditCode, measure: projection.measure, roles };
  });
}

/** Roles to whom a task was opened in these entries, or is open. */
function rolesIn({ state, trail: entries }: Projection): string[] {
  const opened = entries.flatMap((entry) => entry.facts.flatMap((fact) => (fact.fact === 'taskOpened' ? [fact.role] : [])));
  return [...opened, ...state.tasks.map((task) => task.role)];
}

async function writeTrail(tx: Database, projection: Projection, last: number): Promise<void> {
  // Entries behind the new ones come from a workflow task that was never committed.
  const from = projection.trail[0]?.seq ?? projection.state.seq + 1;
  if (last >= from) await tx.delete(trail).where(and(eq(trail.case, projection.case), gte(trail.seq, from)));
  if (projection.trail.length === 0) return;
  await tx.insert(trail).values(projection.trail.map((entry) => ({ case: projection.case, ...entry })));
}

async function writeTasks(tx: Database, { case: id, measure, state }: Projection): Promise<void> {
  const open = state.tasks.map((task) => task.task);
  await tx.delete(tasks).where(and(eq(tasks.case, id), open.length === 0 ? undefined : notInArray(tasks.task, open)));
  for (const task of state.tasks) {
    const row = { case: id, task: task.task, step: task.step, role: task.role, measure, creditCode: state.applicant.creditCode, openedAt: task.openedAt, due: task.due ?? null };
    await tx.insert(tasks).values(row).onConflictDoUpdate({ target: [tasks.case, tasks.task], set: row });
  }
}

function rowOf(process: Process, projection: Projection, paidFen: number): typeof cases.$inferInsert {
  const { state } = projection;
  const [token] = state.tokens;
  return {
    case: projection.case,
    measure: projection.measure,
    process: projection.process,
    version: projection.version,
    hash: projection.hash,
    name: process.name,
    creditCode: state.applicant.creditCode,
    applicantName: state.applicant.name,
    instalment: state.instalment,
    parent: projection.parent ?? null,
    stage: (token && indexOf(process).steps.get(token.step)?.stage) ?? null,
    steps: [...new Set(state.tokens.map((each) => each.step))],
    status: statusOf(state),
    outcome: state.closed?.outcome ?? null,
    amountFen: grantedFen(state.data) ?? null,
    paidFen,
    startedAt: state.startedAt,
    updatedAt: state.at,
    closedAt: state.closed?.at ?? null,
    due: state.tasks.flatMap((task) => (task.due === undefined ? [] : [task.due])).sort()[0] ?? null,
    incidents: state.incidents.length,
    seq: state.seq,
    fence: projection.fence,
    scheduledFor: null,
    ...(projection.scheduledBy === undefined ? {} : { scheduledBy: projection.scheduledBy }),
    clock: projection.clock,
    state,
    search: searchTextOf(projection.case, state.applicant.name, state.applicant.creditCode, state.data),
    claimYear: claimYearOf(state.data, state.startedAt),
    invoiceNumbers: invoicesOf(state.data),
  };
}

/** A case's story after an entry, in order. */
export async function readTrail(db: Database, id: string, after: number): Promise<TrailEntry[]> {
  const rows = await db.select().from(trail).where(and(eq(trail.case, id), gte(trail.seq, after + 1))).orderBy(asc(trail.seq));
  return rows.map(({ seq, event, facts }) => ({ seq, event, facts }));
}

/** How a case stands, in one word; an incident outweighs a suspension, since somebody must act on it. */
export function statusOf(state: Pick<CaseState, 'closed' | 'incidents' | 'suspensions'>): 'running' | 'suspended' | 'closed' | 'incident' {
  if (state.closed) return 'closed';
  if (state.incidents.length > 0) return 'incident';
  return state.suspensions.length > 0 ? 'suspended' : 'running';
}

/** What a search looks through: number, applicant, project. */
export function searchTextOf(id: string, name: string, creditCode: string, data: CaseState['data']): string {
  return [id, name, creditCode, jsonAs.text(jsonAs.object(data.declaration).projectName)].join(' ').toLowerCase();
}

/** The year claimed for: as confirmed, as declared, else the year in which the case began. */
export function claimYearOf(data: CaseState['data'], startedAt: string): number {
  return jsonAs.whole(jsonAs.object(data.review).year) || jsonAs.whole(jsonAs.object(data.declaration).year) || Number(startedAt.slice(0, 4));
}

/** Invoices that the case names, by which double funding is found. */
export function invoicesOf(data: CaseState['data']): string[] {
  const numbers = [jsonAs.object(data.review), jsonAs.object(data.declaration)].flatMap((answers) => jsonAs.list(answers.invoiceNumbers));
  return [...new Set(numbers.filter((number): number is string => typeof number === 'string'))];
}
