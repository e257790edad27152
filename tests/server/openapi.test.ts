import { describe, expect, it } from 'vitest';
import { operations } from '../../model/api/operations.ts';
import { refusalCodes } from '../../model/refusal.ts';
import { docsPage } from '../../server/docsPage.ts';
import { openApi } from '../../server/openapi.ts';
import { refusals } from '../../server/refusals.ts';

interface Document {
  openapi: string;
  paths: { [path: string]: { [method: string]: { operationId: string; parameters: { name: string; in: string }[] } } };
  components: { schemas: { [name: string]: unknown } };
}
const document = openApi() as unknown as Document; // checked below

describe('the OpenAPI document', () => {
  it('tells every operation once, with its path parameters', () => {
    const told = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, { operationId, parameters }]) => ({ path, method, operationId, parameters })));
    expect(told.map(({ operationId }) => operationId).sort()).toEqual(Object.keys(operations).sort());
    for (const { path, parameters } of told) {
      expect(parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name)).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
    }
    expect(document.openapi).toBe('3.1.0');
  });

  it('has no reference that leads nowhere', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference ?? '');
    expect(references.length).toBeGreaterThan(20);
    const missing = references.filter((reference) => !(reference.replace('#/components/schemas/', '') in document.components.schemas));
    expect(missing).toEqual([]);
  });
});

describe('the readable page', () => {
  it('has a place for every refusal and operation, and no script', () => {
    const page = docsPage();
    for (const code of refusalCodes) expect(page).toContain(`id="${code}"`);
    for (const name of Object.keys(operations)) expect(page).toContain(`id="${name}"`);
    expect(page).not.toContain('<script');
  });

  it('gives every refusal a status of the client’s or of readiness', () => {
    for (const code of refusalCodes) expect(refusals[code].status, code).toSatisfy((status: number) => (status >= 400 && status < 500) || status === 503);
  });
});
