import type { Request } from 'express';

/** Address under which the browser reached the door: the set one, else what the request says, as far as proxies are believed. */
export const originOf = (request: Request, origin: string | undefined): string => origin ?? `${request.protocol}://${request.host}`;
