import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../server/setup/port.mjs';
import { newDatabase, type TestDatabase } from '../setup/postgres.ts';
import { storeUnderTest } from '../setup/testStore.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The whole system as `npm start` starts it, in a data folder of its own, on the store under test. */
export class System {
  readonly data = mkdtempSync(join(tmpdir(), 'shenpi-system-'));
  private child: ChildProcess | undefined;
  output = '';

  private constructor(
    readonly port: number,
    private readonly settings: string[],
    private readonly database: TestDatabase | undefined,
  ) {}

  /** Starts a system; `settings` are further arguments of the server, as `--day 60000`. */
  static async start(settings: string[] = []): Promise<System> {
    const system = new System(await freePort(), settings, storeUnderTest === 'postgres' ? await newDatabase() : undefined);
    await system.up();
    return system;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts it, for the first time or again on the same data. */
  async up(): Promise<void> {
    const { TEMPORAL_ADDRESS: _temporal, DATABASE_URL: _store, ...rest } = process.env;
    const env = { ...rest, ...(this.database ? { DATABASE_URL: this.database.url } : {}) };
    const child = spawn(process.execPath, [join(root, 'server/setup/start.mjs'), '--port', String(this.port), '--data', this.data, ...this.settings], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.child = child;
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (this.output += text.toString()));
    const ended = new Promise<never>((_, reject) => child.once('exit', (code) => reject(new Error(`npm start ended with ${code}:\n${this.output}`))));
    ended.catch(() => undefined); // an end after the start is looked at by `stop`
    await Promise.race([ended, this.ready()]);
  }

  private async ready(): Promise<void> {
    for (;;) {
      const ready = await fetch(`${this.origin}/readyz`).then((response) => response.ok, () => false);
      if (ready) return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }

  /** Where the played offices are, as the latest start told it. */
  officesUrl(): string {
    const url = [...this.output.matchAll(/offices \(played\)\s+(\S+)/g)].at(-1)?.[1];
    if (url === undefined) throw new Error(`no offices are named in:\n${this.output}`);
    return url;
  }

  /** Sends a signal to one of the system's processes and not to the others. */
  signal(which: 'server' | 'temporal', signal: NodeJS.Signals): void {
    const pid = pidIn(join(this.data, `${which}.json`));
    if (pid === undefined) throw new Error(`${which} is not running`);
    process.kill(pid, signal);
  }

  /** Ends every process of the system at once and without warning: starter, server, Temporal, offices. */
  async killAll(): Promise<void> {
    const pids = [this.child?.pid, pidIn(join(this.data, 'server.json')), pidIn(join(this.data, 'temporal.json'))];
    const exited = new Promise((resolve) => this.child?.once('exit', resolve));
    for (const pid of pids) if (pid !== undefined) killed(pid);
    await exited;
  }

  async stop(): Promise<number | null> {
    const { child } = this;
    if (!child || child.exitCode !== null) return child?.exitCode ?? null;
    const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const code = await exited;
    await this.database?.drop();
    return code;
  }

  /** Runs the demonstration against this system. */
  demo(args: string[]): { done: Promise<{ code: number | null; output: string }>; kill(): void; output(): string } {
    let output = '';
    const env = { ...process.env, SHENPI_ORIGIN: this.origin, SHENPI_DATA: this.data };
    const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'sandbox/demo/demo.ts'), ...args], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()));
    const done = new Promise<{ code: number | null; output: string }>((resolve) => child.once('exit', (code) => resolve({ code, output })));
    return { done, kill: () => child.kill('SIGKILL'), output: () => output };
  }
}

function pidIn(file: string): number | undefined {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { pid?: number }).pid; // records of the set-up scripts
  } catch {
    return undefined; // that process was not started
  }
}

function killed(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // it is gone already
  }
}
