import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** What the treasury is asked to pay; integer fen. */
export interface OrderRequest {
  id: string;
  amountFen: number;
  account: string;
  accountName: string;
  clearingNumber: string;
  payee: string;
}

/** An order the treasury took in; it never changes afterwards. */
export interface Order extends OrderRequest {
  orderId: string;
  state: 'paid' | 'refused';
  paidAt?: string;
  reason?: string;
}

/**
 * The treasury's orders, one per id. With a path they lie in a file of JSON lines and are on the disk before anyone is answered,
 * so that they outlive a `kill -9`; a last line torn by one is cut off when the file is opened again.
 */
export class OrderBook {
  readonly #orders = new Map<string, Order>();
  readonly #file: number | undefined;

  constructor(path?: string) {
    if (path === undefined) return;
    // On PostgreSQL nobody else has made the folder yet.
    mkdirSync(dirname(path), { recursive: true });
    this.#file = openSync(path, 'a');
    const text = readFileSync(path, 'utf8');
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    if (whole.length < text.length) truncateSync(path, Buffer.byteLength(whole));
    for (const line of whole.split('\n').filter(Boolean)) {
      // The file holds nothing but what `take` wrote.
      const order = JSON.parse(line) as Order;
      this.#orders.set(order.id, order);
    }
  }

  find(id: string): Order | undefined {
    return this.#orders.get(id);
  }

  all(): Order[] {
    return [...this.#orders.values()];
  }

  /** Carries an order out, or answers the one of the same id: no id is ever paid twice. */
  take(request: OrderRequest, refusedBecause: string | undefined): Order {
    const known = this.#orders.get(request.id);
    if (known) return known;
    const orderId = `GK${String(this.#orders.size + 1).padStart(8, '0')}`;
    const order: Order =
      refusedBecause === undefined
        ? { ...request, orderId, state: 'paid', paidAt: new Date().toISOString() }
        : { ...request, orderId, state: 'refused', reason: refusedBecause };
    if (this.#file !== undefined) {
      writeSync(this.#file, JSON.stringify(order) + '\n');
      fsyncSync(this.#file);
    }
    this.#orders.set(order.id, order);
    return order;
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
  }
}
