import { and, asc, eq, gt, lt } from 'drizzle-orm';
import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { Account } from '../../model/api/session.ts';
import type { Database } from './openStore.ts';
import { accounts, sessions } from './accountsSchema.ts';
import { settings } from './schema.ts';

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

/** Somebody at an identity provider; both together never change and never mean another person. */
export interface Identity {
  issuer: string;
  subject: string;
}

// A subject alone may be anything, and another provider's may be the same word. The id stands in every trail, so it is short and says whence it is.
const idOf = ({ issuer, subject }: Identity) => `oidc-${digest(JSON.stringify([issuer, subject])).slice(0, 32)}`;

/** A new session: its token for the browser, and what the store keeps. */
const sessionFor = (account: string, now: Date, idToken: string | null = null) => {
  const token = randomBytes(32).toString('base64url');
  return { token, row: { hash: digest(token), account, expiresAt: new Date(now.getTime() + sessionLengthMs), idToken } };
};

/** Accounts and sessions. The cookie's value is a random 256-bit token of which only the hash is stored. */
export function accountStore(db: Database, now: () => Date) {
  const shown = (row: typeof accounts.$inferSelect): Account => ({ id: row.id, name: row.name, roles: row.roles, ...(row.applicant === null ? {} : { applicant: row.applicant }) });
  return {
    /** Puts in accounts with a published password; nothing but a sandbox takes them. */
    async seed(list: Account[], password: string): Promise<void> {
      const [mark] = await db.select().from(settings).where(eq(settings.key, 'sandbox'));
      if (mark?.value !== true) throw new Error('accounts with a published password belong into a sandbox store only');
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
      const { token, row: session } = sessionFor(row.id, now());
      await db.delete(sessions).where(lt(sessions.expiresAt, now()));
      await db.insert(sessions).values(session);
      return { account: shown(row), token, expiresAt: session.expiresAt };
    },
    /** Lets in somebody whom the identity provider vouches for: makes or renews the account, and opens a session. */
    async enter(identity: Identity, { name, roles, applicant }: Pick<Account, 'name' | 'roles' | 'applicant'>, idToken: string): Promise<{ account: Account; token: string; expiresAt: Date }> {
      const told = { name, roles, applicant: applicant ?? null, signedInAt: now() };
      const { token, row: session } = sessionFor(idOf(identity), now(), idToken);
      return db.transaction(async (all) => {
        const [row] = await all
          .insert(accounts)
          .values({ id: idOf(identity), ...identity, ...told, sandbox: false })
          .onConflictDoUpdate({ target: accounts.id, set: told })
          .returning();
        if (!row) throw new Error('an account was neither made nor renewed');
        await all.delete(sessions).where(lt(sessions.expiresAt, now()));
        await all.insert(sessions).values(session);
        return { account: shown(row), token, expiresAt: session.expiresAt };
      });
    },
    /** Takes all roles and sessions from somebody who may no longer come in; gives the account's id where there is one. */
    async shutOut(identity: Identity): Promise<string | undefined> {
      return db.transaction(async (all) => {
        const [row] = await all.update(accounts).set({ roles: [], applicant: null }).where(eq(accounts.id, idOf(identity))).returning();
        await all.delete(sessions).where(eq(sessions.account, idOf(identity)));
        return row?.id;
      });
    },
    async bySession(token: string): Promise<Account | undefined> {
      const [row] = await db
        .select({ account: accounts })
        .from(sessions)
        .innerJoin(accounts, eq(accounts.id, sessions.account))
        .where(and(eq(sessions.hash, digest(token)), gt(sessions.expiresAt, now())));
      return row && shown(row.account);
    },
    /** Ends a session; gives what the identity provider asks for to end its own. */
    async signOut(token: string): Promise<{ idToken?: string }> {
      const [row] = await db.delete(sessions).where(eq(sessions.hash, digest(token))).returning();
      return row?.idToken == null ? {} : { idToken: row.idToken };
    },
  };
}
