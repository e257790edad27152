import type { Request, Response } from 'express';
import type { SignInProblem } from '../../model/api/session.ts';
import type { Deps } from '../deps.ts';
import type { Handlers } from '../http/call.ts';
import { originOf } from '../http/originOf.ts';
import { browserOf, markBrowser, sessionOf, setSession } from '../http/session.ts';
import { SignInFailed } from '../identity/identityProvider.ts';
import { personOf } from '../identity/personOf.ts';

/** Where the identity provider sends browsers back to; it has to be registered there. */
export const callbackPath = '/api/sign-in/callback';

/** Going to the identity provider and coming back. Both are navigations, so that what went wrong is told by the sign-in page. */
export function signInRoutes({ store, log, secure, identity, origin }: Deps): Handlers<'beginSignIn' | 'finishSignIn'> {
  const goTo = (response: Response, path: string) => void response.set('Cache-Control', 'no-store').redirect(path);
  const tell = (response: Response, problem: SignInProblem, why?: string) => {
    const requestId = String(response.locals.requestId ?? '');
    log.warn({ requestId, problem, why }, 'somebody could not sign in');
    goTo(response, `/sign-in?${new URLSearchParams({ problem, request: requestId }).toString()}`);
  };
  return {
    async beginSignIn({ query, request, response }) {
      if (!identity) return tell(response, 'notConfigured');
      const redirectUri = `${originOf(request, origin)}${callbackPath}`;
      try {
        const { address, secrets } = await identity.begin(redirectUri);
        await store.signIns.begin(markBrowser(request, response, secure), { ...secrets, redirectUri, to: pathOf(query.to) });
        goTo(response, address);
      } catch (error) {
        if (!(error instanceof SignInFailed)) throw error;
        tell(response, error.problem, error.message);
      }
    },
    async finishSignIn({ request, response }) {
      if (!identity) return tell(response, 'notConfigured');
      const address = new URL(request.originalUrl, originOf(request, origin));
      const browser = browserOf(request, secure);
      const pending = browser === undefined ? undefined : await store.signIns.take(browser, address.searchParams.get('state') ?? '');
      if (!pending) return tell(response, 'expired');
      try {
        const { claims, subject, idToken } = await identity.finish(new URL(`${pending.redirectUri}${address.search}`), pending);
        const told = { issuer: identity.settings.issuer, subject };
        const person = personOf(claims, identity.settings);
        if ('problem' in person) {
          await record(request, response, person.problem, await store.accounts.shutOut(told));
          return tell(response, person.problem);
        }
        const earlier = sessionOf(request, secure);
        if (earlier !== undefined) await store.accounts.signOut(earlier);
        const { account, token, expiresAt } = await store.accounts.enter(told, { ...person, name: { zh: person.name, en: person.name } }, idToken);
        log.info({ requestId: response.locals.requestId, account: account.id, roles: account.roles }, 'signed in');
        setSession(response, token, expiresAt, secure);
        goTo(response, pending.to);
      } catch (error) {
        if (!(error instanceof SignInFailed)) throw error;
        tell(response, error.problem, error.message);
      }
    },
  };

  /** Somebody known to the provider was kept out: auditors see it among the refused attempts. */
  async function record(request: Request, response: Response, problem: SignInProblem, actor: string | undefined): Promise<void> {
    const requestId = String(response.locals.requestId ?? '');
    await store.attempts.add({ ...(actor === undefined ? {} : { actor }), method: request.method, path: callbackPath, code: 'notAllowed', detail: `Kept out at sign-in: ${problem}.`, requestId });
  }
}

/** A path of this very site, else the start: an address from outside must not send people elsewhere. */
function pathOf(to: string | undefined): string {
  const base = 'http://here.invalid';
  if (to === undefined || !to.startsWith('/') || !URL.canParse(to, base)) return '/';
  const { origin, pathname, search } = new URL(to, base);
  // A path that begins with two slashes names another host where it is read again.
  return origin === base && !pathname.startsWith('//') ? `${pathname}${search}` : '/';
}
