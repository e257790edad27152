import { expect } from 'vitest';
import { operations, type Operation } from '../../model/api/operations.ts';
import { problemDetailsSchema } from '../../model/api/problemDetails.ts';

const table = Object.entries<Operation>(operations).map(([name, operation]) => ({ name, operation, pattern: new RegExp(`^${operation.path.replaceAll(/:\w+/g, '[^/]+')}$`) }));

/** Holds an answer of the API against what its operation promises: the status, every field of its schema, and no field beside them; a refusal against RFC 9457. */
export function expectAsPromised(method: string, path: string, { status, headers, body }: { status: number; headers: Headers; body: unknown }): void {
  const { pathname } = new URL(path, 'http://door');
  if (status >= 400) {
    if (!pathname.startsWith('/api/')) return;
    expect(headers.get('Content-Type'), `${method} ${path}`).toContain('application/problem+json');
    expect(problemDetailsSchema.parse(body), `${method} ${path}`).toMatchObject({ status });
    return;
  }
  const found = table.find(({ operation, pattern }) => operation.method === method.toLowerCase() && pattern.test(pathname));
  if (!found) return;
  const { answer, media, status: promised } = found.operation;
  expect(status, found.name).toBe(promised ?? (answer || media !== undefined ? 200 : 204));
  if (answer) expect(answer.parse(body), found.name).toEqual(body);
}
