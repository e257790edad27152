import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { processOf } from '../../measures/index.ts';
import { documentLimitBytes, type DocumentView } from '../../model/api/documents.ts';
import { Office } from './office.ts';
import type { Answer, ProblemBody } from './person.ts';
import { System } from './system.ts';

const pdf = '%PDF-1.4\n% 虚构材料\n%%EOF\n';
const fields = { kind: processOf('M13')?.measure.documents[0]?.id ?? '', measure: 'M13' };

let system: System;
let office: Office;
beforeAll(async () => {
  system = await System.start();
  office = new Office(system);
}, 180_000);
afterAll(() => system.stop(), 60_000);

/** Every file below the folder of uploads, by path and size. */
function filesKept(): string[] {
  const folder = join(system.data, 'files');
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((entry) => statSync(join(folder, entry)).isFile());
  return entries.map((entry) => `${entry} ${statSync(join(folder, entry)).size}`).sort();
}

function upload(account: string, name: string, content: string | Uint8Array<ArrayBuffer>): Promise<Answer<DocumentView & ProblemBody>> {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  form.append('file', new Blob([content], { type: 'application/pdf' }), name);
  return office.person(account).ask('POST', '/api/documents', { form });
}

test('a file is for its applicant and the staff of its case, is offered and never shown, and keeps no path in its name', async () => {
  const { status, body } = await upload('applicant-M13', '../../../etc/\u202epasswd<script>.pdf', pdf);
  expect([status, body.name, body.type]).toEqual([201, 'passwdscript.pdf', 'application/pdf']);
  const path = `/api/documents/${body.document}/content`;
  const mine = await office.person('applicant-M13').download(path);
  expect([mine.status, mine.content.toString()]).toEqual([200, pdf]);
  expect(mine.headers.get('content-disposition')).toMatch(/^attachment/);
  expect(mine.headers.get('x-content-type-options')).toBe('nosniff');
  expect((await office.person('applicant-M07').download(path)).status).toBe(404);
  expect((await office.person('reviewer-1').download(path)).status).toBe(404); // of no case yet
  expect((await office.person('').download(path)).status).toBe(401);
  expect((await office.person('applicant-M13').download('/api/documents/..%2F..%2Fserver.json/content')).status).toBe(404);
  expect(filesKept()).toHaveLength(1);
});

test('what is not of the kind it says is refused, and nothing of it is kept', async () => {
  const before = filesKept();
  const page = '<!doctype html><script>alert(1)</script>';
  const program = Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]);
  const refused: [string, string | Uint8Array<ArrayBuffer>][] = [
    ['page.html', page],
    ['page.pdf', page],
    ['program.exe', program],
    ['program.pdf', program],
    ['paper.pdf.exe', pdf],
    ['paper.png', pdf],
    ['empty.pdf', ''],
  ];
  for (const [name, content] of refused) {
    const { status, body } = await upload('applicant-M13', name, content);
    expect([name, status, body.code]).toEqual([name, 422, 'documentRefused']);
  }
  const cut = await upload('applicant-M13', 'paper.pdf\u0000.svg', pdf); // no header of a form may hold a NUL
  expect([cut.status, cut.body.code]).toEqual([400, 'malformed']);
  expect((await upload('reviewer-1', 'paper.pdf', pdf)).status).toBe(403);
  expect(filesKept()).toEqual(before);
});

test('a file that goes on beyond 20 MiB is refused while it streams in, and leaves nothing behind', async () => {
  const before = filesKept();
  const boundary = 'shenpi-boundary';
  const part = (name: string, value: string) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const head = `${part('kind', fields.kind)}${part('measure', fields.measure)}--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="large.pdf"\r\nContent-Type: application/pdf\r\n\r\n${pdf}`;
  const chunk = new Uint8Array(1024 * 1024);
  let sent = 0;
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode(head)),
    pull(controller) {
      sent += chunk.length;
      controller.enqueue(chunk);
      if (sent <= documentLimitBytes) return;
      controller.enqueue(new TextEncoder().encode(`\r\n--${boundary}--\r\n`));
      controller.close();
    },
  });
  const { status, body } = await office.person('applicant-M13').ask<ProblemBody>('POST', '/api/documents', { stream, type: `multipart/form-data; boundary=${boundary}` });
  expect([status, body.code]).toEqual([413, 'tooLarge']);
  expect(filesKept()).toEqual(before);
  expect((await upload('applicant-M13', 'after.pdf', `${pdf}after`)).status).toBe(201);
});
