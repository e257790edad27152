import { expect, test } from 'vitest';
import { banner } from '../../server/banner.ts';
import { sandboxAccounts, sandboxPassword } from '../../server/seed.ts';

const places = { origin: 'http://127.0.0.1:7788', temporal: '127.0.0.1:7233', offices: 'http://127.0.0.1:7799', dayMs: 1_000 };

test('says where to look, every account beside its role, and the password', () => {
  const accounts = sandboxAccounts();
  const text = banner({ ...places, accounts });
  for (const place of [places.origin, `${places.origin}/api/docs`, places.temporal, places.offices, '1000 ms', sandboxPassword]) expect(text).toContain(place);
  const lines = text.split('\n');
  let role = '';
  const told = lines.slice(lines.findIndex((line) => line.includes('sandbox accounts')) + 1).flatMap((line) => {
    role = line.slice(2, 24).trim() || role;
    return line.slice(25).split(/, */).filter((id) => id !== '').map((id) => ({ id, role }));
  });
  const byId = <T extends { id: string }>(list: T[]) => list.toSorted((a, b) => a.id.localeCompare(b.id));
  expect(byId(told)).toEqual(byId(accounts.map(({ id, roles: [first] }) => ({ id, role: first }))));
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(120);
});

test('names no account and no password where there is no sandbox', () => {
  const text = banner({ origin: places.origin, temporal: places.temporal, dayMs: 86_400_000, accounts: [] });
  expect(text).toContain(places.origin);
  expect(text).not.toContain(sandboxPassword);
  expect(text).not.toMatch(/沙箱|sandbox|ms/);
});
