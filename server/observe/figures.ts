import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Store } from '../store/createStore.ts';

/** Counting the store's rows is shared by all who ask within this time. */
const freshMs = 5_000;

/** What Prometheus reads of this process. */
export interface Figures {
  /** A request that was answered; `operation` is its name in the API, or what else it was. */
  answered(what: { operation: string; method: string; status: number; refusal?: string; seconds: number }): void;
  /** Rows of a case that were written so long after what happened. */
  projected(lagSeconds: number): void;
  /** A further source of figures that others keep; asked with every reading. */
  beside(read: () => Promise<string>): void;
  /** A figure that is read off when asked for. */
  gauge(name: string, help: string, label: string, read: () => { [value: string]: number }): void;
  text(): Promise<string>;
  readonly contentType: string;
}

/** The figures of one process. Those that count rows are the same in every process on one store: take the greatest, not the sum. */
export function createFigures(store: Pick<Store, 'figures' | 'incidents'>, now: () => number = () => Date.now()): Figures {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({ name: 'shenpi_requests_total', help: 'Requests answered, by operation and status', labelNames: ['operation', 'status'], registers });
  const seconds = new Histogram({ name: 'shenpi_request_seconds', help: 'Time to the end of the answer, by operation', labelNames: ['operation'], buckets: [0.01, 0.02, 0.04, 0.1, 0.2, 0.5, 1, 2, 5, 20], registers });
  const acts = new Counter({ name: 'shenpi_acts_total', help: 'Writes that took effect, by operation', labelNames: ['operation'], registers });
  const refusals = new Counter({ name: 'shenpi_refusals_total', help: 'Requests refused, by code', labelNames: ['code'], registers });
  const lag = new Histogram({ name: 'shenpi_projection_lag_seconds', help: 'From what happened to a case to its rows being written', buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30], registers });
  const others: (() => Promise<string>)[] = [];

  let kept: { at: number; counts: ReturnType<typeof count> } | undefined;
  const count = async () => ({ ...(await store.figures.read()), incidents: await store.incidents.counts() });
  const counts = () => {
    if (!kept || now() - kept.at > freshMs) kept = { at: now(), counts: count() };
    return kept.counts;
  };
  const ofStore = (name: string, help: string, labelNames: string[], read: (gauge: Gauge, all: Awaited<ReturnType<typeof count>>) => void) =>
    new Gauge({
      name, help, labelNames, registers,
      async collect() {
        this.reset();
        read(this, await counts());
      },
    });
  ofStore('shenpi_cases', 'Cases in the store, by status', ['status'], (gauge, { cases }) => {
    for (const [status, number] of Object.entries(cases)) gauge.set({ status }, number);
  });
  ofStore('shenpi_incidents', 'Cases that cannot go on by themselves, by kind', ['kind'], (gauge, { incidents }) => {
    for (const [kind, number] of Object.entries(incidents)) gauge.set({ kind }, number);
  });
  ofStore('shenpi_archive_waiting', 'Closed cases whose history is not kept yet', [], (gauge, { unarchived }) => gauge.set(unarchived.cases));
  ofStore('shenpi_archive_lag_seconds', 'Age of the oldest of them', [], (gauge, { unarchived }) => gauge.set(unarchived.oldestSeconds));

  return {
    answered({ operation, method, status, refusal, seconds: took }) {
      requests.inc({ operation, status: String(status) });
      seconds.observe({ operation }, took);
      if (refusal !== undefined) refusals.inc({ code: refusal });
      else if (method !== 'GET' && method !== 'HEAD' && status < 300) acts.inc({ operation });
    },
    projected: (lagSeconds) => lag.observe(lagSeconds),
    beside: (read) => void others.push(read),
    gauge(name, help, label, read) {
      new Gauge({
        name, help, labelNames: [label], registers,
        collect() {
          for (const [value, number] of Object.entries(read())) this.set({ [label]: value }, number);
        },
      });
    },
    async text() {
      const texts = await Promise.all([registry.metrics(), ...others.map((read) => read().catch(() => ''))]);
      return texts.join('\n');
    },
    contentType: registry.contentType,
  };
}
