import { and, asc, desc, eq, inArray, notInArray, sql } from 'drizzle-orm';
import type { BudgetRow, LedgerPosting } from '../../model/api/budget.ts';
import type { Database } from './openStore.ts';
import type { YearCap } from '../../activities/outside.ts';
import { grantedToOthers } from './yearCap.ts';
import { ledgerAccounts, ledgerEffects, ledgerPostings, payments } from './schema.ts';

/** The five accounts of one measure in one year; they add up to zero at all times, since `appropriation` is the contra account. */
export const accountNames = ['appropriation', 'available', 'reserved', 'committed', 'paid'] as const;
type AccountName = (typeof accountNames)[number];
type Operation = LedgerPosting['operation'];

/** What an operation was answered; a repeat under the same effect id gets the same. */
export type LedgerAnswer = { ok: true } | { insufficient: true } | { overCap: true };

interface Order {
  effectId: string;
  measure: string;
  year: number;
  amountFen: number;
}
type CaseOrder = Order & { case: string };
interface Move {
  operation: Operation;
  from: AccountName;
  to: AccountName;
  amountFen: number;
}
interface Budget {
  measure: string;
  year: number;
}
type Balances = { [name in AccountName]: number };

const noMoney: Balances = { appropriation: 0, available: 0, reserved: 0, committed: 0, paid: 0 };

/**
 * The budget ledger: double entry by measure and year, integer fen. Each operation is one transaction that locks the five
 * account rows first, so that cases in parallel never overdraw; the database's own checks stand behind it.
 */
export interface Ledger {
  /** Adds money to a budget; `insufficient` where the whole would leave the safe integers. */
  appropriate(order: Order): Promise<LedgerAnswer>;
  /** available ↔ reserved, until this case has reserved just this amount: a case that is decided anew is not reserved for twice; `overCap` where awards that hold money of this applicant leave too little of the year's cap. */
  reserve(order: CaseOrder & { yearCap?: YearCap }): Promise<LedgerAnswer>;
  /** reserved (of this case) → committed; what was not reserved comes from available. */
  commit(order: CaseOrder): Promise<LedgerAnswer>;
  /** committed (of this case) → paid. */
  pay(order: CaseOrder): Promise<LedgerAnswer>;
  /** reserved and committed (of this case) → available, up to the amount, reserved first. */
  release(order: CaseOrder): Promise<LedgerAnswer>;
  /** Gives back all that the case reserved or committed and did not pay, in every budget it touched; committed money of an order that may have been carried out stays. */
  settle(order: { effectId: string; case: string }): Promise<LedgerAnswer>;
  budgets(which: { year?: number; measure?: string; postings?: boolean }): Promise<BudgetRow[]>;
  postingsOf(caseId: string): Promise<LedgerPosting[]>;
  paidBy(caseId: string): Promise<number>;
}

/** The ledger over a database; `now` is real time, for the postings' time stamps. */
export function createLedger(db: Database, now: () => Date): Ledger {
  /** Runs an operation once for its effect id; the row that claims the id is written first and makes a parallel repeat wait. */
  const once = (effect: string, work: (tx: Database) => Promise<LedgerAnswer>): Promise<LedgerAnswer> =>
    db.transaction(async (tx) => {
      const fresh = await tx.insert(ledgerEffects).values({ effect, answer: 'ok' }).onConflictDoNothing().returning();
      if (fresh.length === 0) {
        const [first] = await tx.select().from(ledgerEffects).where(eq(ledgerEffects.effect, effect));
        return first?.answer === 'insufficient' ? { insufficient: true } : first?.answer === 'overCap' ? { overCap: true } : { ok: true };
      }
      const answer = await work(tx);
      const [said = 'ok'] = Object.keys(answer);
      if (said !== 'ok') await tx.update(ledgerEffects).set({ answer: said }).where(eq(ledgerEffects.effect, effect));
      return answer;
    });

  const forBudget = (order: Order & { case?: string; yearCap?: YearCap }, moves: (all: Balances, own: Balances) => Move[] | undefined): Promise<LedgerAnswer> => {
    assertFen(order.amountFen);
    return once(order.effectId, async (tx) => {
      const all = await lockBalances(tx, order);
      const own = order.case === undefined ? noMoney : await caseBalances(tx, order.case, order);
      const { yearCap: cap } = order;
      // The accounts of the measure and year are locked, so no other award can take of the cap in between.
      if (cap && cap.awardFen > 0 && (await grantedToOthers(tx, order, cap)) + cap.awardFen > cap.capFen) return { overCap: true };
      const list = moves(all, own);
      if (!list) return { insufficient: true };
      await post(tx, order, list, 1);
      return { ok: true };
    });
  };

  async function post(tx: Database, order: { effectId: string; case?: string } & Budget, moves: Move[], firstLine: number): Promise<void> {
    for (const [index, move] of moves.entries()) {
      await change(tx, order, move.from, -move.amountFen);
      await change(tx, order, move.to, move.amountFen);
      await tx.insert(ledgerPostings).values({
        effect: order.effectId,
        line: firstLine + index,
        case: order.case ?? null,
        measure: order.measure,
        year: order.year,
        operation: move.operation,
        from: move.from,
        to: move.to,
        amountFen: move.amountFen,
        postedAt: now(),
      });
    }
  }

  return {
    // The contra account holds the sum of all appropriations, which has to stay a number that is exact.
    appropriate: (order) => forBudget(order, (all) => all.appropriation - order.amountFen < Number.MIN_SAFE_INTEGER ? undefined : [{ operation: 'appropriate', from: 'appropriation', to: 'available', amountFen: order.amountFen }]),
    reserve: (order) =>
      forBudget(order, (all, own) => {
        const more = order.amountFen - own.reserved;
        if (all.available < more) return undefined;
        if (more === 0) return [];
        return [more > 0 ? { operation: 'reserve', from: 'available', to: 'reserved', amountFen: more } : { operation: 'release', from: 'reserved', to: 'available', amountFen: -more }];
      }),
    commit: (order) =>
      forBudget(order, (all, own) => {
        const fromReserved = Math.min(own.reserved, order.amountFen);
        const fromAvailable = order.amountFen - fromReserved;
        if (all.available < fromAvailable) return undefined;
        return [
          { operation: 'commit' as const, from: 'reserved' as const, to: 'committed' as const, amountFen: fromReserved },
          { operation: 'commit' as const, from: 'available' as const, to: 'committed' as const, amountFen: fromAvailable },
        ].filter((move) => move.amountFen > 0);
      }),
    pay: (order) =>
      forBudget(order, (_all, own) =>
        own.committed < order.amountFen ? undefined : [{ operation: 'pay', from: 'committed', to: 'paid', amountFen: order.amountFen }],
      ),
    release: (order) =>
      forBudget(order, (_all, own) => {
        const fromReserved = Math.min(own.reserved, order.amountFen);
        return releases(fromReserved, Math.min(own.committed, order.amountFen - fromReserved));
      }),
    settle: ({ effectId, case: caseId }) =>
      once(effectId, async (tx) => {
        const touched = await tx
          .selectDistinct({ measure: ledgerPostings.measure, year: ledgerPostings.year })
          .from(ledgerPostings)
          .where(eq(ledgerPostings.case, caseId))
          .orderBy(asc(ledgerPostings.measure), asc(ledgerPostings.year));
        let line = 1;
        for (const budget of touched) await lockBalances(tx, budget);
        // Asked behind the locks, so that a payment that is just being booked counts.
        let held = await orderedAndNotBooked(tx, caseId);
        for (const budget of touched) {
          const own = await caseBalances(tx, caseId, budget);
          const kept = Math.min(held, own.committed);
          held -= kept;
          const moves = releases(own.reserved, own.committed - kept);
          await post(tx, { effectId, case: caseId, ...budget }, moves, line);
          line += moves.length;
        }
        return { ok: true };
      }),
    async budgets({ year, measure, postings }) {
      const rows = await db
        .select()
        .from(ledgerAccounts)
        .where(and(year === undefined ? undefined : eq(ledgerAccounts.year, year), measure === undefined ? undefined : eq(ledgerAccounts.measure, measure)))
        .orderBy(asc(ledgerAccounts.year), asc(ledgerAccounts.measure));
      const budgets = new Map<string, Budget & Balances>();
      for (const row of rows) {
        const key = `${row.year} ${row.measure}`;
        const budget = budgets.get(key) ?? { measure: row.measure, year: row.year, ...noMoney };
        budgets.set(key, { ...budget, [row.account]: row.balanceFen });
      }
      return Promise.all(
        [...budgets.values()].map(async (budget) => ({
          measure: budget.measure,
          year: budget.year,
          // Zero minus, so that nothing appropriated is 0 and not -0.
          appropriatedFen: 0 - budget.appropriation,
          availableFen: budget.available,
          reservedFen: budget.reserved,
          committedFen: budget.committed,
          paidFen: budget.paid,
          ...(postings ? { postings: await latestPostings(budget) } : {}),
        })),
      );
    },
    async postingsOf(caseId) {
      const rows = await db.select().from(ledgerPostings).where(eq(ledgerPostings.case, caseId)).orderBy(asc(ledgerPostings.postedAt), asc(ledgerPostings.effect), asc(ledgerPostings.line));
      return rows.map(postingOf);
    },
    paidBy: (caseId) => bookedFen(db, caseId),
  };

  async function latestPostings(budget: Budget): Promise<LedgerPosting[]> {
    const rows = await db
      .select()
      .from(ledgerPostings)
      .where(and(eq(ledgerPostings.measure, budget.measure), eq(ledgerPostings.year, budget.year)))
      .orderBy(desc(ledgerPostings.postedAt))
      .limit(100);
    return rows.map(postingOf);
  }
}

function releases(reserved: number, committed: number): Move[] {
  const moves: Move[] = [
    { operation: 'release', from: 'reserved', to: 'available', amountFen: reserved },
    { operation: 'release', from: 'committed', to: 'available', amountFen: committed },
  ];
  return moves.filter((move) => move.amountFen > 0);
}

function assertFen(amountFen: number): void {
  // A negative amount would let a posting run backwards past the checks; whoever asks for one has a bug.
  if (!Number.isSafeInteger(amountFen) || amountFen < 0) throw new RangeError(`${amountFen} is not an amount in fen`);
}

async function lockBalances(tx: Database, { measure, year }: Budget): Promise<Balances> {
  await tx
    .insert(ledgerAccounts)
    .values(accountNames.map((account) => ({ measure, year, account, balanceFen: 0 })))
    .onConflictDoNothing();
  const rows = await tx
    .select()
    .from(ledgerAccounts)
    .where(and(eq(ledgerAccounts.measure, measure), eq(ledgerAccounts.year, year)))
    .orderBy(asc(ledgerAccounts.account))
    .for('update');
  return { ...noMoney, ...Object.fromEntries(rows.map((row) => [row.account, row.balanceFen])) };
}

async function caseBalances(tx: Database, caseId: string, { measure, year }: Budget): Promise<Balances> {
  const rows = await tx
    .select()
    .from(ledgerPostings)
    .where(and(eq(ledgerPostings.case, caseId), eq(ledgerPostings.measure, measure), eq(ledgerPostings.year, year), inArray(ledgerPostings.operation, ['reserve', 'commit', 'pay', 'release'])));
  const balances = { ...noMoney };
  for (const row of rows) {
    const { from, to, amountFen } = postingOf(row);
    balances[from] -= amountFen;
    balances[to] += amountFen;
  }
  return balances;
}

/** What orders of a case may have taken out of the treasury and nobody booked: all but those known to have come to nothing. */
async function orderedAndNotBooked(tx: Database, caseId: string): Promise<number> {
  const [ordered] = await tx
    .select({ fen: sql<string>`coalesce(sum((${payments.order} ->> 'amountFen')::bigint), 0)` })
    .from(payments)
    .where(and(eq(payments.case, caseId), notInArray(payments.state, ['refused', 'notCarriedOut'])));
  return Math.max(0, Number(ordered?.fen ?? 0) - (await bookedFen(tx, caseId)));
}

async function bookedFen(db: Database, caseId: string): Promise<number> {
  const [row] = await db
    .select({ paid: sql<string>`coalesce(sum(${ledgerPostings.amountFen}), 0)` })
    .from(ledgerPostings)
    .where(and(eq(ledgerPostings.case, caseId), eq(ledgerPostings.to, 'paid')));
  return Number(row?.paid ?? 0);
}

async function change(tx: Database, { measure, year }: Budget, account: AccountName, byFen: number): Promise<void> {
  await tx
    .update(ledgerAccounts)
    .set({ balanceFen: sql`${ledgerAccounts.balanceFen} + ${byFen}` })
    .where(and(eq(ledgerAccounts.measure, measure), eq(ledgerAccounts.year, year), eq(ledgerAccounts.account, account)));
}

function postingOf(row: typeof ledgerPostings.$inferSelect): LedgerPosting {
  return {
    effect: row.effect,
    ...(row.case === null ? {} : { case: row.case }),
    measure: row.measure,
    year: row.year,
    operation: row.operation as Operation, // written by this file alone
    from: row.from as AccountName, // the same, and held by a check of the accounts table
    to: row.to as AccountName, // the same
    amountFen: row.amountFen,
    postedAt: row.postedAt.toISOString(),
  };
}
