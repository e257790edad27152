import { and, eq, gt, lt } from 'drizzle-orm';
import { createHash } from 'node:crypto';
import { signIns } from './accountsSchema.ts';
import type { Database } from './openStore.ts';

const lengthMs = 10 * 60_000;
const digest = (text: string) => createHash('sha256').update(text).digest('hex');

/** A sign-in that has left for the identity provider. */
export interface PendingSignIn {
  state: string;
  nonce: string;
  verifier: string;
  redirectUri: string;
  to: string;
}

/** Sign-ins under way, in the store so that any process can take the return. */
export function signInStore(db: Database, now: () => Date) {
  return {
    async begin(browser: string, { state, ...rest }: PendingSignIn): Promise<void> {
      await db.delete(signIns).where(lt(signIns.expiresAt, now()));
      await db.insert(signIns).values({ hash: digest(state), browser: digest(browser), ...rest, expiresAt: new Date(now().getTime() + lengthMs) });
    },
    /** The sign-in of this state, once, and for the browser that began it. */
    async take(browser: string, state: string): Promise<PendingSignIn | undefined> {
      const [row] = await db
        .delete(signIns)
        .where(and(eq(signIns.hash, digest(state)), eq(signIns.browser, digest(browser)), gt(signIns.expiresAt, now())))
        .returning();
      return row && { state, nonce: row.nonce, verifier: row.verifier, redirectUri: row.redirectUri, to: row.to };
    },
  };
}
