import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { freePort } from '../../server/setup/port.mjs';
import { newDatabase, postgresServer, type TestDatabase } from '../setup/postgres.ts';
import { dropTemporal, newTemporalName } from '../setup/temporalDatabases.ts';
import { RoundRobin } from './roundRobin.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const followParent = pathToFileURL(join(root, 'server/setup/followParent.mjs')).href;

/** One process of the shape, with all that it said. */
export class Part {
  output = '';
  private readonly child: ChildProcess;
  readonly ended: Promise<number | null>;

  constructor(readonly name: string, program: string, args: string[], env: NodeJS.ProcessEnv) {
    // Ends by itself when the run is killed.
    this.child = spawn(process.execPath, ['--import', followParent, '--import', 'tsx', join(root, program), ...args], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    for (const stream of [this.child.stdout, this.child.stderr]) stream?.on('data', (text: Buffer) => (this.output += text.toString()));
    this.ended = once(this.child, 'exit').then(() => this.child.exitCode);
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  get runs(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  async end(signal: NodeJS.Signals): Promise<number | null> {
    if (this.runs) this.child.kill(signal);
    return this.ended;
  }
}

/** The production shape without Docker: Temporal on PostgreSQL, servers behind one address, workers, each a process of its own. */
export class Production {
  readonly data = mkdtempSync(join(tmpdir(), 'shenpi-production-'));
  readonly servers: Part[] = [];
  readonly workers: Part[] = [];
  temporalAddress = '';
  private readonly others: Part[] = [];
  private readonly temporalName = newTemporalName();
  private proxy: RoundRobin | undefined;
  private database: TestDatabase | undefined;
  private stopped: Promise<Record<string, number | null>> | undefined;

  static async start({ servers, workers }: { servers: number; workers: number }): Promise<Production> {
    const production = new Production();
    try {
      await production.up(servers, workers);
      return production;
    } catch (error) {
      await production.stop();
      throw error;
    }
  }

  get origin(): string {
    return this.proxy?.origin ?? '';
  }

  /** How many requests each server answered. */
  get answered(): number[] {
    return this.proxy?.answered ?? [];
  }

  get orders(): string {
    return join(this.data, 'orders.json');
  }

  private async up(servers: number, workers: number): Promise<void> {
    this.database = await newDatabase();
    const { TEMPORAL_ADDRESS: _shared, ...own } = process.env;
    const temporalPort = await freePort();
    const temporal = new Part('temporal', 'server/setup/runTemporal.mjs', ['--port', String(temporalPort), '--data', join(this.data, 'temporal'), '--database', this.temporalName], {
      ...own, TEMPORAL_DATABASE_URL: postgresServer(),
    });
    const officesPort = await freePort();
    const offices = new Part('offices', 'sandbox/start.ts', [], { ...own, SANDBOX_PORT: String(officesPort), SANDBOX_ORDERS: this.orders });
    this.others.push(temporal, offices);
    this.temporalAddress = `127.0.0.1:${temporalPort}`;
    await Promise.all([said(temporal, 'Temporal serves at'), answers(offices, `http://127.0.0.1:${officesPort}/`)]);

    const env = {
      ...own,
      DATABASE_URL: this.database.url,
      TEMPORAL_ADDRESS: this.temporalAddress,
      SHENPI_OFFICES_URL: `http://127.0.0.1:${officesPort}`, SHENPI_OFFICES_KEY: 'sandbox-key', SHENPI_OFFICES_HOSTS: '127.0.0.1', SHENPI_OFFICES_RANGES: '127.0.0.0/8',
    };
    const ports: number[] = [];
    // All at once on an empty database: one of them brings up the schema, the others wait for it.
    for (let place = 1; place <= servers; place += 1) {
      const port = await freePort();
      ports.push(port);
      this.servers.push(new Part(`server ${place}`, 'server/start.ts', ['--no-worker', '--no-page', '--port', String(port), '--data', this.data], env));
    }
    for (let place = 1; place <= workers; place += 1) this.workers.push(new Part(`worker ${place}`, 'server/start.ts', ['--no-door', '--data', this.data], env));
    this.proxy = await RoundRobin.before(ports);
    await Promise.all(this.servers.map((server, place) => answers(server, `http://127.0.0.1:${ports[place] ?? 0}/readyz`)));
  }

  /** Runs the demonstration against the one address. */
  demo(args: string[]): Part {
    return new Part('demonstration', 'sandbox/demo/demo.ts', args, { ...process.env, SHENPI_ORIGIN: this.origin });
  }

  /** Lets all drain, the servers first and Temporal last; the exit codes by name. Asked twice, it is done once. */
  stop(): Promise<Record<string, number | null>> {
    return (this.stopped ??= this.takeDown());
  }

  private async takeDown(): Promise<Record<string, number | null>> {
    const codes: Record<string, number | null> = {};
    await this.proxy?.stop();
    for (const parts of [this.servers, this.workers, this.others]) {
      await Promise.all(parts.map(async (part) => (codes[part.name] = await part.end('SIGTERM'))));
    }
    await this.database?.drop();
    await dropTemporal(this.temporalName);
    rmSync(this.data, { recursive: true, force: true });
    return codes;
  }
}

async function until(part: Part, come: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await come())) {
    if (!part.runs) throw new Error(`${part.name} ended:\n${part.output}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const said = (part: Part, words: string): Promise<void> => until(part, () => part.output.includes(words));

const answers = (part: Part, url: string): Promise<void> => until(part, () => fetch(url).then(({ ok }) => ok, () => false));
