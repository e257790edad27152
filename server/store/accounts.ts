import { and, asc, eq, gt, lt } from 'drizzle-orm';
import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { Account } from '../../model/api/session.ts';
import type { Database } from './openStore.ts';
import { accounts, sessions } from './schema.ts';

const sessionLengthMs = 12 * 3_600_000;
const digest = (token: string) => createHash('sha256').update(token).digest('hex');

const derive = (password: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => scrypt(password, salt, 32, (error, key) => (error ? reject(error) : resolve(key))));

/** A password as it may be stored: `salt:scrypt`, both base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  return `${salt.toString('base64url')}:${(await derive(password, salt)).toString('base64url')}`;
}

// Compared with when the account is unknown, so that the time an answer takes does not tell which accounts exist.
const nobodysHash = `${Buffer.alloc(16).toString('base64url')}:${Buffer.alloc(32).toString('base64url')}`;

async function matches(password: string, stored: string): Promise<boolean> {
  const [salt = '', key = ''] = stored.split(':').map((part) => Buffer.from(part, 'base64url'));
  const derived = await derive(password, Buffer.from(salt));
  return derived.length === key.length && timingSafeEqual(derived, Buffer.from(key));
}

/** Accounts and sessions. The cookie's value is a random 256-bit token of which only the hash is stored. */
export function accountStore(db: Database, now: () => Date) {
  const shown = (row: typeof accounts.$inferSelect): Account => ({ id: row.id, name: row.name, roles: row.roles, ...(row.applicant === null ? {} : { applicant: row.applicant }) });
  return {
    async seed(list: Account[], password: string): Promise<void> {
      // One hash for all: these accounts share a published password, and scrypt is slow on purpose.
      const passwordHash = await hashPassword(password);
      await db
        .insert(accounts)
        .values(list.map((account) => ({ ...account, applicant: account.applicant ?? null, passwordHash, sandbox: true })))
        .onConflictDoNothing();
    },
    async list(): Promise<Account[]> {
      return (await db.select().from(accounts).orderBy(asc(accounts.id))).map(shown);
    },
    /** Whether accounts with the published password are here. */
    async hasSandboxAccounts(): Promise<boolean> {
      return (await db.select().from(accounts).where(eq(accounts.sandbox, true)).limit(1)).length > 0;
    },
    async signIn(id: string, password: string): Promise<{ account: Account; token: string; expiresAt: Date } | undefined> {
      const [row] = await db.select().from(accounts).where(eq(accounts.id, id));
      const right = await matches(password, row?.passwordHash ?? nobodysHash);
      if (!row || !right) return undefined;
      const token = randomBytes(32).toString('base64url');
      const expiresAt = new Date(now().getTime() + sessionLengthMs);
      await db.delete(sessions).where(lt(sessions.expiresAt, now()));
      await db.insert(sessions).values({ hash: digest(token), account: row.id, expiresAt });
      return { account: shown(row), token, expiresAt };
    },
    async bySession(token: string): Promise<Account | undefined> {
      const [row] = await db
        .select({ account: accounts })
        .from(sessions)
        .innerJoin(accounts, eq(accounts.id, sessions.account))
        .where(and(eq(sessions.hash, digest(token)), gt(sessions.expiresAt, now())));
      return row && shown(row.account);
    },
    async signOut(token: string): Promise<void> {
      await db.delete(sessions).where(eq(sessions.hash, digest(token)));
    },
  };
}
