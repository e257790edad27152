import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDoor, type Door } from './door.ts';

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

describe('a file', () => {
  it.each([
    ['what its extension does not say', 'paper.pdf', 'hello', 'documentRefused'],
    ['an unknown kind', 'paper.exe', 'MZ', 'documentRefused'],
    ['nothing', 'paper.txt', '', 'documentRefused'],
    ['more than 20 MiB', 'paper.txt', 'x'.repeat(20 * 1024 * 1024 + 1), 'tooLarge'],
  ])('with %s is refused', async (_what, fileName, content, code) => {
    const form = new FormData();
    form.set('kind', 'businessLicence');
    form.set('measure', 'M02');
    form.set('file', new Blob([content]), fileName);
    expect((await door.ask('applicant-M02', 'POST', '/api/documents', { form })).body.code).toBe(code);
  });

  it('keeps a clean name', async () => {
    const { body } = await door.ask('applicant-M02', 'GET', '/api/measures/M02');
    const form = new FormData();
    form.set('kind', body.measure.documents[0].id);
    form.set('measure', 'M02');
    form.set('file', new Blob(['项目说明']), '..\\..\\说明<1>.txt');
    const uploaded = await door.ask('applicant-M02', 'POST', '/api/documents', { form });
    expect([uploaded.status, uploaded.body.name, uploaded.body.type]).toEqual([201, '说明1.txt', 'text/plain']);
  });
});
