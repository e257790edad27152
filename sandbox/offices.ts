import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { indexPage } from './indexPage.ts';
import { OrderBook } from './orderBook.ts';
import { clearingNumber, registers, type RegisteredBody } from './registers.ts';
import { Switches, type Office } from './switches.ts';
import { treasury } from './treasury.ts';

/** The key with which the house talks to the played offices; a real office issues a secret one. */
export const sandboxKey = 'sandbox-key';

/** What the played offices begin with. */
export interface OfficesSetUp {
  /** The bodies the registers know; the fictional ones of the programme unless given. */
  seed?: readonly RegisteredBody[];
  orders?: OrderBook;
}

/** The outside offices as one Express app: questions behind the key, switches and the index page open to whoever is on this machine. */
export function createOffices({ seed = registers, orders = new OrderBook() }: OfficesSetUp = {}): Express {
  const app = express().disable('x-powered-by');
  const switches = new Switches();
  const find = (code: string | undefined) => seed.find((body) => body.creditCode === code);
  const office = (name: Office) => [withKey, express.json({ limit: '64kb' }), switches.middleware(name)];

  app.use('/businessRegister', office('businessRegister'));
  app.get('/businessRegister/:code', (request, response) => {
    const body = find(request.params.code);
    response.json(
      body
        ? { found: true, name: body.name, district: body.district, registeredOn: body.registeredOn, status: body.status }
        : { found: false, name: '', district: '', registeredOn: '', status: '' },
    );
  });

  app.use('/statistics', office('statistics'));
  app.get('/statistics/:code', (request, response) => {
    response.json(find(request.params.code)?.statistics ?? { listed: false, firstListedYear: 0, reportsOnTime: false, usedServiceEntryScheme: false });
  });

  app.use('/creditDefaults', office('creditDefaults'));
  app.get('/creditDefaults/:code', (request, response) => {
    const reason = find(request.params.code)?.barredBecause ?? '';
    response.json({ barred: reason !== '', reason });
  });

  app.use('/higherAwards', office('higherAwards'));
  app.get('/higherAwards/:code', (request, response) => {
    response.json(find(request.params.code)?.higherAward ?? { receivedFen: 0, awardDocument: '', recalled: false });
  });

  app.use('/bankAccounts', office('bankAccounts'));
  app.post('/bankAccounts/verify', (request, response) => {
    // A body of another shape simply matches no account.
    const asked = (request.body ?? {}) as Record<string, unknown>;
    const holder = seed.find((body) => body.account === asked.account && asked.clearingNumber === clearingNumber);
    const name = String(asked.accountName ?? '').normalize('NFKC').trim();
    response.json({ exists: holder !== undefined, matches: holder !== undefined && holder.name.normalize('NFKC') === name });
  });

  app.use('/treasury', office('treasury'), treasury(orders, seed));

  app.get('/switches', (_request, response) => void response.json(switches.all()));
  app.post('/switches', express.json(), express.urlencoded({ extended: false }), (request, response) => {
    const fault = switches.set(request.body);
    if (fault) return void response.status(400).json({ error: fault });
    if (request.is('urlencoded')) return void response.redirect(303, '/');
    response.json(switches.all());
  });
  app.get('/', (_request, response) => void response.type('html').send(indexPage(seed, orders.all(), switches.all())));
  app.use((_request, response) => void response.status(404).json({ error: 'no such office' }));
  app.use((fault: { status?: number }, _request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) return next(fault);
    response.status(fault.status ?? 500).json({ error: 'the request could not be read' });
  });
  return app;
}

function withKey(request: Request, response: Response, next: NextFunction): void {
  if (request.get('authorization') === `Bearer ${sandboxKey}`) return next();
  response.status(401).json({ error: 'authorization: Bearer key' });
}
