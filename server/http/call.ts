import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { operations, Operation, OperationName } from '../../model/api/operations.ts';
import type { Account } from '../../model/api/session.ts';
import type { Actor } from '../../model/case.ts';
import type { Json } from '../../model/text.ts';
import type { Access } from '../access.ts';
import type { Received } from './receiveUpload.ts';

type Part<N extends OperationName, K extends 'query' | 'body' | 'answer'> = (typeof operations)[N] extends { [key in K]: infer S extends z.ZodType } ? z.output<S> : undefined;

/** A write under its idempotency key. */
export interface Write {
  /** Derived from actor and key: the same for every repeat. */
  key: string;
  bodyHash: string;
  /** What an earlier attempt was about to send on; it is sent again, not judged anew. */
  intent?: Json;
  /** Keeps what is about to be sent on; gives what is to be sent, which is an earlier attempt's where there was one. */
  intend(intent: Json): Promise<Json>;
}

/** One call of an operation, read and judged as far as the table of operations can. */
export interface Call<N extends OperationName> {
  params: Record<string, string>;
  query: Part<N, 'query'>;
  body: Part<N, 'body'>;
  /** Who is signed in; present wherever the operation asks for it. */
  account: Account;
  access: Access;
  actor: Actor;
  write: Write;
  upload: Received;
  request: Request;
  response: Response;
}

/** What a handler gives: the answer, or nothing where the operation has none or the handler wrote it itself. */
export type Answer<N extends OperationName> = (typeof operations)[N] extends { answer: z.ZodType } ? Part<N, 'answer'> : void;

/** What is done for one operation. */
export type Handler<N extends OperationName> = (call: Call<N>) => Promise<Answer<N>>;

/** Handlers of some operations. */
export type Handlers<N extends OperationName> = { [name in N]: Handler<name> };

/** Whether calling an operation again must not do it again. */
export const needsKey = ({ method, repeatable }: Operation): boolean => method !== 'get' && !repeatable;
