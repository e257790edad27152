import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findTemporalCli } from '../../server/setup/temporal.mjs';
import { temporalAddress } from './temporal.ts';

const quiet = () => undefined;
const script = '#!/bin/sh\necho temporal version 1.5.1\n';
const nowhere = 'http://127.0.0.1:1';
let folder: string;
let server: Server | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shenpi-temporal-cli-'));
});

afterEach(() => {
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

function program(path: string, text: string): string {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
  chmodSync(path, 0o755);
  return path;
}

/** An environment in which nothing is found but what the test lays down, and the few programs the scripts call. */
const bareEnv = () => ({ PATH: join(folder, 'bin'), XDG_CACHE_HOME: join(folder, 'cache') });
const cachedPath = () => join(folder, 'cache', 'shenpi', 'temporal', 'v1.5.1', 'temporal');

/** Serves what the official download serves: a JSON answer that names an archive, and the archive. */
async function serve(archive: Buffer | undefined): Promise<string> {
  server = createServer((request, response) => {
    const origin = `http://${request.headers.host}`;
    if (archive === undefined) response.writeHead(503).end();
    else if (request.url?.startsWith('/cli/v1.5.1?')) response.end(JSON.stringify({ archiveUrl: `${origin}/archive`, fileToExtract: 'temporal' }));
    else response.writeHead(200, { 'content-length': archive.length }).end(archive);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server?.once('listening', resolve));
  const address = server.address();
  return typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : nowhere;
}

function archiveOf(text: string): Buffer {
  program(join(folder, 'packed', 'temporal'), text);
  const packed = join(folder, 'archive.tar.gz');
  expect(spawnSync('tar', ['-czf', packed, '-C', join(folder, 'packed'), 'temporal']).status).toBe(0);
  return readFileSync(packed);
}

/** A `go` that does what `go install` would, without the six minutes; it notes every call. */
const fakeGo = () => program(join(folder, 'bin', 'go'), `#!/bin/sh
echo "$@" >> ${folder}/go-calls
[ "$1" = install ] || exit 0
/bin/cat > "$GOBIN/temporal" <<'SCRIPT'
${script}SCRIPT
/bin/chmod +x "$GOBIN/temporal"
`);

test('a command on PATH comes first', async () => {
  const onPath = program(join(folder, 'bin', 'temporal'), script);
  program(cachedPath(), script);
  expect(await findTemporalCli({ say: quiet, env: bareEnv(), origin: nowhere })).toBe(onPath);
});

test('one on PATH that does not run is passed over for the cached one', async () => {
  program(join(folder, 'bin', 'temporal'), '#!/bin/sh\nexit 3\n');
  program(cachedPath(), script);
  expect(await findTemporalCli({ say: quiet, env: bareEnv(), origin: nowhere })).toBe(cachedPath());
});

test('the download is unpacked into the cache and leaves nothing else there', async () => {
  const origin = await serve(archiveOf(script));
  expect(await findTemporalCli({ say: quiet, env: bareEnv(), origin })).toBe(cachedPath());
  expect(readdirSync(join(folder, 'cache', 'shenpi', 'temporal'))).toEqual(['v1.5.1']);
  expect(readdirSync(join(cachedPath(), '..'))).toEqual(['temporal']);
});

test('where the download fails, Go builds it', async () => {
  fakeGo();
  const origin = await serve(undefined);
  expect(await findTemporalCli({ say: quiet, env: bareEnv(), origin })).toBe(cachedPath());
  expect(readFileSync(join(folder, 'go-calls'), 'utf8')).toContain('install github.com/temporalio/cli/cmd/temporal@v1.5.1');
});

test('a download that is no archive, or does not run, is not kept', async () => {
  for (const archive of [Buffer.from('<html>not an archive</html>'), archiveOf('#!/bin/sh\nexit 1\n')]) {
    const origin = await serve(archive);
    const search = findTemporalCli({ say: quiet, env: bareEnv(), origin });
    await expect(search).rejects.toMatchObject({ code: 'noTemporal', exitCode: 12 });
    expect(existsSync(cachedPath())).toBe(false);
    server?.close();
  }
});

test('two who need it at once build it once', async () => {
  fakeGo();
  const search = () => findTemporalCli({ say: quiet, env: bareEnv(), origin: nowhere });
  expect(await Promise.all([search(), search()])).toEqual([cachedPath(), cachedPath()]);
  expect(readFileSync(join(folder, 'go-calls'), 'utf8').match(/install/g)).toHaveLength(1);
});

test('with nothing to be had, one sentence in two languages says what to do', async () => {
  const search = findTemporalCli({ say: quiet, env: bareEnv(), origin: nowhere });
  await expect(search).rejects.toMatchObject({
    exitCode: 12,
    text: { zh: expect.stringContaining('TEMPORAL_ADDRESS'), en: expect.stringContaining('there is no Go to build it with') },
  });
});

test('the run has one server, however often it is asked for', () => {
  const address = temporalAddress();
  expect(address).toMatch(/^[\w.-]+:\d+$/);
  expect(temporalAddress()).toBe(address);
});
