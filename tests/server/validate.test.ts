import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { m02 } from '../../measures/m02.ts';
import { exportBpmn } from '../../model/bpmn/exportBpmn.ts';
import type { Process } from '../../model/process.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shenpi-validate-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}
const validate = (...words: string[]) =>
  new Promise<{ code: unknown; out: string; err: string }>((done) => {
    execFile(process.execPath, ['--import', 'tsx', 'server/validate.ts', ...words], { cwd: root, timeout: 60_000 }, (error, out, err) => done({ code: error ? error.code : 0, out, err }));
  });
const broken: Process = { ...m02, flows: m02.flows.map((flow, place) => (place === 0 ? { ...flow, to: 'nowhere' } : flow)) };
const scenario = (outcome: string) => ({ name: { zh: '撤回', en: 'withdrawn' }, start: { day: '2026-03-02', applicant: { creditCode: '91440300FAKE00013H', name: '虚构公司' }, declaration: {}, years: [2026] }, lines: [{ line: 'withdraw', reason: '不再申报' }, { line: 'expectClosed', outcome }] });

describe('npm run validate', () => {
  it('finds nothing against what is published: 0', async () => {
    const { code, out } = await validate(write('m02.json', m02), write('as-the-api-answers.json', { process: m02, version: 1 }), '--scenario', write('fine.json', scenario('withdrawn')));
    expect(code, out).toBe(0);
    expect(out.match(/可以发布。/g)).toHaveLength(2);
    expect(out).toContain('It can be published.');
  });

  it('tells each error with its place in both languages: 1', async () => {
    const { code, out } = await validate(write('m02.json', m02), write('broken.json', broken));
    expect(code).toBe(1);
    expect(out).toMatch(new RegExp(`error flow ${broken.flows[0]?.id}`));
    expect(out).toContain('nowhere');
    expect(out).toContain('可以发布。');
    expect(out).toContain('还不能发布。');
  });

  it('tells where a malformed process is malformed: 1', async () => {
    const { code, out } = await validate(write('malformed.json', { ...m02, steps: [{ kind: 'teleport' }] }), write('text.json', '{"id":'));
    expect(code).toBe(1);
    expect(out).toContain('error /steps/0/kind');
    expect(out).toContain('不是有效的 JSON');
  });

  it('reads BPMN: our own export comes back as what it was, a file that is refused says where', async () => {
    const [own, refused] = [write('m02.bpmn', await exportBpmn(m02)), write('refused.bpmn', '<?xml version="1.0"?>\n<html><body></html>')];
    expect((await validate(own)).code).toBe(0);
    const { code, out } = await validate(own, refused);
    expect(code).toBe(1);
    expect(out.slice(out.indexOf(refused))).toMatch(/error (line \d+|file)/);
  });

  it('plays scenarios and tells the line: 1', async () => {
    const { code, out } = await validate(write('m02.json', m02), '--scenario', write('two.json', { items: [{ content: scenario('withdrawn') }, { content: scenario('disbursed') }] }));
    expect(code).toBe(1);
    expect(out).toContain('two.json#2:lines/1');
    expect(out).not.toContain('two.json#1');
  });

  it.each<[string, () => string[]]>([
    ['no file', () => []],
    ['a file that is not there', () => [join(folder, 'none.json')]],
    ['an option that there is not', () => ['--quick', write('m02.json', m02)]],
    ['a scenario that is none', () => [write('m02.json', m02), '--scenario', write('none.json', { lines: 1 })]],
    ['--scenario alone', () => [write('m02.json', m02), '--scenario']],
  ])('%s is wrong usage: 2', async (_what, words) => {
    const { code, err } = await validate(...words());
    expect(code, err).toBe(2);
    expect(err).toContain('npm run validate -- FILE…');
  });
});
