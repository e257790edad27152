import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Draft, DraftStanding } from '../../model/api/drafts.ts';
import type { ProposalRow } from '../../model/api/proposals.ts';
import type { VersionSummary } from '../../model/api/measures.ts';
import type { Process } from '../../model/process.ts';
import { openRealEngine, type RealEngine } from './realEngine.ts';

let engine: RealEngine;
beforeAll(async () => {
  engine = await openRealEngine();
}, 180_000);
afterAll(() => engine.close(), 60_000);

/** The same process, whose good end has another name. */
const renamedEnd = (process: Process): Process => ({ ...process, steps: process.steps.map((step) => (step.kind === 'endEvent' && step.outcome === 'disbursed' ? { ...step, outcome: 'paidOut' } : step)) });

test('a case that runs while a version is published comes to the end of its own; one that is filed after it to the new one', async () => {
  const { office } = engine;
  const before = await office.file({ year: 2026, dayMs: 400 });
  await office.untilTask(before, 'formCheck');

  const [one, other] = [office.person('owner-1'), office.person('owner-2')];
  const { process, revision } = (await one.get<Draft>('/api/processes/M13/draft')).body;
  const kept = await one.ask<DraftStanding>('PUT', '/api/processes/M13/draft', { json: { revision, process: renamedEnd(process) } });
  const proposed = await one.post<ProposalRow>('/api/processes/M13/proposals', { revision: kept.body.revision, note: '改结果名' });
  expect(proposed.status, JSON.stringify(proposed.body)).toBe(201);
  expect((await other.post<VersionSummary>(`/api/proposals/${proposed.body.proposal}/approval`, {})).body.version).toBe(2);

  const after = await office.file({ by: 'M03', year: 2026, dayMs: 400 });
  const [old, fresh] = await Promise.all([office.untilClosed(before), office.untilClosed(after)]);
  expect([old.version, old.outcome, fresh.version, fresh.outcome]).toEqual([1, 'disbursed', 2, 'paidOut']);
}, 180_000);
