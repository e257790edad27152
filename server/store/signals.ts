import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** Short texts that every process on one database hears of: hints, of which one may be lost. */
export interface Signals {
  tell(text: string): void;
  /** Hears what the other processes tell. */
  hear(listener: (text: string) => void): void;
  close(): Promise<void>;
}

const channel = 'shenpi_written';

/** PostgreSQL takes 8,000 bytes in one notification. */
const mostBytes = 7_500;

/** So long (real milliseconds) texts are gathered, since commits that notify wait for each other. */
const gatherMs = 25;

interface Message {
  from: string;
  texts: string[];
}

/** Signals by LISTEN and NOTIFY. They are sent after the commit they tell of, in a transaction of their own that writes nothing. */
export function postgresSignals(url: string, pool: pg.Pool): Signals {
  const from = randomUUID();
  const listeners: ((text: string) => void)[] = [];
  let waiting: string[] = [];
  let timer: NodeJS.Timeout | undefined;
  let client: pg.Client | undefined;
  let closed = false;
  let again: NodeJS.Timeout | undefined;

  const flush = async (): Promise<void> => {
    timer = undefined;
    const parts = partsOf(from, waiting);
    waiting = [];
    // The page asks by itself now and then, so what is lost here is seen a little later.
    for (const part of parts) await pool.query('select pg_notify($1, $2)', [channel, part]).catch(() => undefined);
  };

  const listen = async (): Promise<void> => {
    const mine = new pg.Client({ connectionString: url, application_name: 'shenpi signals', keepAlive: true });
    client = mine;
    mine.on('error', () => undefined); // the end that follows is what counts
    mine.on('end', () => {
      if (!closed && client === mine) again = setTimeout(() => void listen(), 1_000);
    });
    mine.on('notification', ({ payload }) => {
      const message = JSON.parse(payload ?? '{"from":"","texts":[]}') as Message; // only `flush` sends on this channel
      if (message.from !== from) for (const text of message.texts) for (const listener of listeners) listener(text);
    });
    try {
      await mine.connect();
      await mine.query(`listen ${channel}`);
    } catch {
      await mine.end().catch(() => undefined);
    }
  };

  return {
    tell(text) {
      waiting.push(text);
      if (!closed) timer ??= setTimeout(() => void flush(), gatherMs);
    },
    hear(listener) {
      listeners.push(listener);
      if (client === undefined) void listen();
    },
    async close() {
      closed = true;
      clearTimeout(again);
      clearTimeout(timer);
      await flush();
      await client?.end().catch(() => undefined);
    },
  };
}

/** The texts in as few messages as hold them; one that fits none is left out. */
function partsOf(from: string, texts: readonly string[]): string[] {
  const parts: string[] = [];
  let part: string[] = [];
  const written = (list: string[]) => JSON.stringify({ from, texts: list } satisfies Message);
  for (const text of texts) {
    if (Buffer.byteLength(written([text])) > mostBytes) continue;
    if (Buffer.byteLength(written([...part, text])) > mostBytes) {
      parts.push(written(part));
      part = [];
    }
    part.push(text);
  }
  return part.length === 0 ? parts : [...parts, written(part)];
}
