import { Router, type Response } from 'express';
import type { Order, OrderBook, OrderRequest } from './orderBook.ts';
import { clearingNumber, type RegisteredBody } from './registers.ts';

/** The treasury: takes an order once per id and says at any time what became of it. */
export function treasury(book: OrderBook, bodies: readonly RegisteredBody[]): Router {
  const router = Router();
  router.post('/orders', (request, response) => {
    const order = orderRequest(request.body);
    if (!order) return void response.status(400).json({ error: 'id, amountFen, account, accountName, clearingNumber, payee' });
    const known = book.find(order.id);
    if (known && !sameOrder(known, order)) return void response.status(409).json({ error: 'another order has this id' });
    say(response, book.take(order, objection(order, bodies)));
  });
  router.get('/orders/:id', (request, response) => {
    const order = book.find(request.params.id);
    if (!order) return void response.status(404).json({ error: 'no such order' });
    response.json(publicPart(order));
  });
  return router;
}

function say(response: Response, order: Order): void {
  response.status(order.state === 'paid' ? 200 : 422).json(publicPart(order));
}

function publicPart({ id, orderId, state, paidAt, reason }: Order) {
  return { id, orderId, state, paidAt, reason };
}

function orderRequest(body: unknown): OrderRequest | undefined {
  const { id, amountFen, account, accountName, clearingNumber: bank, payee } = (body ?? {}) as Record<string, unknown>;
  if (typeof id !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(id)) return undefined;
  if (typeof amountFen !== 'number' || !Number.isSafeInteger(amountFen) || amountFen < 1) return undefined;
  if (typeof account !== 'string' || typeof accountName !== 'string' || typeof bank !== 'string' || typeof payee !== 'string') return undefined;
  return { id, amountFen, account, accountName, clearingNumber: bank, payee };
}

function sameOrder(one: OrderRequest, other: OrderRequest): boolean {
  const words = ({ id, amountFen, account, accountName, clearingNumber: bank, payee }: OrderRequest) =>
    JSON.stringify([id, amountFen, account, accountName, bank, payee]);
  return words(one) === words(other);
}

function objection(order: OrderRequest, bodies: readonly RegisteredBody[]): string | undefined {
  const holder = bodies.find((body) => body.account === order.account);
  if (!holder || order.clearingNumber !== clearingNumber) return '账户不存在 / no such account';
  return holder.name.normalize('NFKC') === order.accountName.normalize('NFKC').trim() ? undefined : '户名不符 / the account is held in another name';
}
