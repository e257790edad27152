import type { Session } from '../../model/api/session.ts';
import type { Deps } from '../deps.ts';
import type { Handlers } from '../http/call.ts';
import { originOf } from '../http/originOf.ts';
import { clearSession, sessionOf, setSession } from '../http/session.ts';
import { refuse } from '../refusals.ts';

/** Who is signed in, signing in by a sandbox's account, and signing out. */
export function sessionRoutes({ store, sandbox, secure, identity, origin }: Deps): Handlers<'session' | 'signIn' | 'signOut'> {
  const ways = { sandbox, provider: identity !== undefined };
  const others = async (): Promise<Partial<Session>> => (sandbox ? { accounts: await store.accounts.list() } : {});
  return {
    async session({ response }) {
      const { account } = response.locals as { account?: Session['account'] }; // set by the session reader
      return { ...ways, ...(account ? { account } : {}), ...(await others()) };
    },
    async signIn({ body, response }) {
      if (!sandbox) throw refuse('sandboxOnly', '口令只用于沙箱账号；请通过统一身份认证登录。', 'Passwords are for the accounts of a sandbox; sign in at the identity provider.');
      const session = await store.accounts.signIn(body.account, body.password);
      if (!session) throw refuse('notSignedIn', '账号或口令不正确。', 'The account or the password is wrong.', 'password');
      setSession(response, session.token, session.expiresAt, secure);
      return { account: session.account, ...ways };
    },
    async signOut({ request, response }) {
      const token = sessionOf(request, secure);
      const { idToken } = token === undefined ? {} : await store.accounts.signOut(token);
      clearSession(response, secure);
      const leaveTo = idToken === undefined ? undefined : await identity?.leave(idToken, `${originOf(request, origin)}/sign-in`);
      return leaveTo === undefined ? {} : { leaveTo };
    },
  };
}
