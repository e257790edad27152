import type { CookieOptions, Request, RequestHandler, Response } from 'express';
import type { Deps } from '../deps.ts';

const cookie = 'shenpi_session';
const options = (secure: boolean): CookieOptions => ({ httpOnly: true, sameSite: 'strict', secure, path: '/' });

/** The session token a request brings along. */
export function sessionOf(request: Request): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2);
    if (name === cookie && value !== undefined && /^[\w-]{43}$/.test(value)) return value;
  }
  return undefined;
}

/** Gives the browser its token. */
export function setSession(response: Response, token: string, expires: Date, secure: boolean): void {
  response.cookie(cookie, token, { ...options(secure), expires });
}

/** Takes the token away. */
export function clearSession(response: Response, secure: boolean): void {
  response.clearCookie(cookie, options(secure));
}

/** Finds out who is signed in, for all that follows. */
export function readSession({ store }: Pick<Deps, 'store'>): RequestHandler {
  return async (request, response, next) => {
    const token = sessionOf(request);
    const account = token === undefined ? undefined : await store.accounts.bySession(token);
    if (account) response.locals.account = account;
    next();
  };
}
