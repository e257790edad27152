import { afterAll, beforeAll, expect, test } from 'vitest';
import { measureListSchema } from '../../model/api/measures.ts';
import { openDoor, type Door } from './door.ts';

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

test('each measure tells its figures with their origin, and which steps no case of it needs', async () => {
  const { body } = await door.ask('owner-1', 'GET', '/api/measures');
  const measures = measureListSchema.parse(body).items;
  const never = (number: string) => measures.find((measure) => measure.number === number)?.sketch.steps.filter((step) => step.required === 'never').map((step) => step.id) ?? [];
  expect(never('M02')).not.toContain('siteCheck');
  expect(never('M05')).toContain('siteCheck');
  expect(new Set(measures.map(({ number }) => never(number).join())).size).toBeGreaterThan(6);
  for (const measure of measures) {
    expect(measure.figures.length, measure.number).toBeGreaterThan(0);
    for (const figure of measure.figures) expect(['own', 'comparable', 'assumed']).toContain(figure.origin);
  }
  expect(measures.find((measure) => measure.number === 'M02')?.figures[0]?.origin).toBe('assumed');
});
