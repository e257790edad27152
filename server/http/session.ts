import { randomBytes } from 'node:crypto';
import type { CookieOptions, Request, RequestHandler, Response } from 'express';
import type { Deps } from '../deps.ts';

// Over TLS the names are bound to this very host, so that no neighbouring one can plant a cookie.
const named = (name: string, secure: boolean) => `${secure ? '__Host-' : ''}${name}`;
const sessionName = (secure: boolean) => named('shenpi_session', secure);
const browserName = (secure: boolean) => named('shenpi_sign_in', secure);
// Lax and not strict: coming back from the identity provider is a navigation from a foreign page. Writes ask for a header besides.
const options = (secure: boolean): CookieOptions => ({ httpOnly: true, sameSite: 'lax', secure, path: '/' });

function tokenIn(request: Request, wanted: string): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2);
    if (name === wanted && value !== undefined && /^[\w-]{43}$/.test(value)) return value;
  }
  return undefined;
}

/** The session token a request brings along. */
export const sessionOf = (request: Request, secure: boolean): string | undefined => tokenIn(request, sessionName(secure));

/** Gives the browser its token. */
export function setSession(response: Response, token: string, expires: Date, secure: boolean): void {
  response.cookie(sessionName(secure), token, { ...options(secure), expires });
}

/** Takes the token away. */
export function clearSession(response: Response, secure: boolean): void {
  response.clearCookie(sessionName(secure), options(secure));
}

/** What tells this browser from others while it is away at the identity provider. */
export const browserOf = (request: Request, secure: boolean): string | undefined => tokenIn(request, browserName(secure));

/** Marks a browser that leaves for the identity provider; one that left in another tab keeps its mark. */
export function markBrowser(request: Request, response: Response, secure: boolean): string {
  const mark = browserOf(request, secure) ?? randomBytes(32).toString('base64url');
  response.cookie(browserName(secure), mark, { ...options(secure), maxAge: 600_000 });
  return mark;
}

/** Finds out who is signed in, for all that follows. */
export function readSession({ store, secure }: Pick<Deps, 'store' | 'secure'>): RequestHandler {
  return async (request, response, next) => {
    const token = sessionOf(request, secure);
    const account = token === undefined ? undefined : await store.accounts.bySession(token);
    if (account) response.locals.account = account;
    next();
  };
}
