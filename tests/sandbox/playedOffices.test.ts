import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openOffices, type Offices } from '../../server/offices.ts';
import { readSettings } from '../../server/settings.ts';

let data: string;
let offices: Offices | undefined;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'shenpi-offices-'));
});
afterEach(async () => {
  await offices?.stop();
  offices = undefined;
  rmSync(data, { recursive: true, force: true });
});

const open = async (...args: string[]) => (offices = await openOffices(readSettings(['--data', data, ...args], {})));
const answers = async (url: string) => fetch(`${url}/switches`).then((response) => response.ok, () => false);
const lives = (pid: number | undefined) => pid !== undefined && existsSync(`/proc/${pid}`);

describe('the played offices', () => {
  it('answer once they are opened, and again after they were killed, where they were', async () => {
    const { played } = await open();
    const [url = '', pid] = [played?.url(), played?.pid()];
    expect(await answers(url)).toBe(true);
    process.kill(pid ?? 0, 'SIGKILL');
    await expect.poll(() => answers(url), { timeout: 30_000 }).toBe(true);
    expect([played?.url(), played?.pid() === pid]).toEqual([url, false]);
    expect(offices?.access('treasury').baseUrl).toBe(url);
  });

  it('go elsewhere where another program took their port in the meantime', async () => {
    const { played, access } = await open();
    const before = played?.url() ?? '';
    const { port } = new URL(before);
    const taker = createServer((_request, response) => void response.writeHead(404).end());
    const takes = () => taker.listen(Number(port), '127.0.0.1');
    taker.on('error', () => setTimeout(takes, 5)); // until the killed process has let go of it
    const taken = new Promise((resolve) => taker.once('listening', resolve));
    process.kill(played?.pid() ?? 0, 'SIGKILL');
    takes();
    await taken;
    try {
      await expect.poll(async () => played?.url() !== before && (await answers(played?.url() ?? '')), { timeout: 40_000 }).toBe(true);
      expect(access('businessRegister').baseUrl).toBe(played?.url());
    } finally {
      taker.close();
    }
  });

  it('are gone once they are stopped', async () => {
    const { played, stop } = await open();
    const pid = played?.pid();
    expect(lives(pid)).toBe(true);
    await stop();
    expect([lives(pid), await answers(played?.url() ?? '')]).toEqual([false, false]);
  });

  it('are started in a sandbox alone', async () => {
    const { played, url, access } = await open('--no-sandbox');
    expect([played, url]).toEqual([undefined, undefined]);
    expect(access('treasury')).toMatchObject({ baseUrl: '' });
  });
});
