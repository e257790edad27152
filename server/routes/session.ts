import type { Session } from '../../model/api/session.ts';
import type { Deps } from '../deps.ts';
import type { Handlers } from '../http/call.ts';
import { clearSession, sessionOf, setSession } from '../http/session.ts';
import { refuse } from '../refusals.ts';

/** Signing in and out. */
export function sessionRoutes({ store, sandbox, secure }: Deps): Handlers<'session' | 'signIn' | 'signOut'> {
  const others = async (): Promise<Partial<Session>> => (sandbox ? { accounts: await store.accounts.list() } : {});
  return {
    async session({ response }) {
      const { account } = response.locals as { account?: Session['account'] }; // set by the session reader
      return { sandbox, ...(account ? { account } : {}), ...(await others()) };
    },
    async signIn({ body, response }) {
      const session = await store.accounts.signIn(body.account, body.password);
      if (!session) throw refuse('notSignedIn', '账号或口令不正确。', 'The account or the password is wrong.', 'password');
      setSession(response, session.token, session.expiresAt, secure);
      return { account: session.account, sandbox };
    },
    async signOut({ request, response }) {
      const token = sessionOf(request);
      if (token !== undefined) await store.accounts.signOut(token);
      clearSession(response, secure);
    },
  };
}
