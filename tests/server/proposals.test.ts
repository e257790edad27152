import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applicantOf } from '../../measures/applicants.ts';
import type { Process } from '../../model/process.ts';
import type { Scenario } from '../../model/scenario/scenario.ts';
import { hashProcess } from '../../server/store/versions.ts';
import { openDoor, type Door } from './door.ts';

let door: Door;
beforeAll(async () => {
  door = await openDoor();
  await door.store.accounts.seed([{ id: 'owner-3', name: { zh: '流程负责人三', en: 'Process owner 3' }, roles: ['processOwner'] }], 'shenpi');
});
afterAll(() => door.close());

const latest = async (id: string) => (await door.ask('owner-1', 'GET', `/api/processes/${id}/versions/latest`)).body;
const draftOf = async (id: string) => (await door.ask('owner-1', 'GET', `/api/processes/${id}/draft`)).body;
const propose = (id: string, by: string, body: object) => door.ask(by, 'POST', `/api/processes/${id}/proposals`, { body: { note: '更名', ...body } });
const decide = (proposal: number, by: string, how: 'approval' | 'rejection' | 'withdrawal', body?: object, key?: string) => door.ask(by, 'POST', `/api/proposals/${proposal}/${how}`, { ...(body ? { body } : {}), ...(key === undefined ? {} : { key }) });
/** Changes the draft; gives its revision. */
async function change(id: string, by: string, alter: (process: Process) => Process): Promise<number> {
  const { process, revision } = await draftOf(id);
  const kept = await door.ask(by, 'PUT', `/api/processes/${id}/draft`, { body: { revision, process: alter(process) } });
  expect(kept.status, JSON.stringify(kept.body)).toBe(200);
  return kept.body.revision;
}
const renamed = (zh: string) => (process: Process): Process => ({ ...process, name: { ...process.name, zh } });
async function publish(id: string, alter: (process: Process) => Process) {
  const revision = await change(id, 'owner-1', alter);
  const { body } = await propose(id, 'owner-1', { revision });
  const approved = await decide(body.proposal, 'owner-2', 'approval');
  expect(approved.status, JSON.stringify(approved.body)).toBe(201);
  return approved.body;
}
async function declare(measure: string): Promise<{ case: string; version: number; process: string }> {
  const sample = applicantOf(measure);
  const { creditCode = '', name = '', declaration = {} } = sample ?? {};
  const { status, body } = await door.ask(`applicant-${measure}`, 'POST', '/api/cases', { body: { measure, applicant: { creditCode, name }, declaration, documents: [] } });
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
}

describe('publishing', () => {
  it('takes two: one proposes, another approves, and both stand with the version for good', async () => {
    const before = await latest('M01');
    const revision = await change('M01', 'owner-1', renamed('新名'));
    const proposed = await propose('M01', 'owner-1', { revision, note: '改名' });
    expect([proposed.status, proposed.body]).toMatchObject([201, { id: 'M01', state: 'open', base: 1, revision, note: '改名', proposedBy: { id: 'owner-1' }, lastEditor: { id: 'owner-1' } }]);
    expect((await latest('M01')).version).toBe(1);

    const own = await decide(proposed.body.proposal, 'owner-1', 'approval');
    expect([own.status, own.body.code]).toEqual([403, 'fourEyes']);
    expect((await door.ask('auditor-1', 'GET', '/api/attempts?code=fourEyes')).body.items).toHaveLength(1);

    const seen = (await door.ask('owner-2', 'GET', `/api/proposals/${proposed.body.proposal}`)).body;
    expect([seen.process.name.zh, seen.against]).toEqual(['新名', before.process]);

    const approved = await decide(proposed.body.proposal, 'owner-2', 'approval', undefined, 'approve-once');
    expect([approved.status, approved.body]).toMatchObject([201, { id: 'M01', version: 2, note: '改名', publishedBy: 'owner-2', approval: { proposal: proposed.body.proposal, proposedBy: { id: 'owner-1', name: '流程负责人一' }, approvedBy: { id: 'owner-2' }, waivers: [] } }]);
    expect((await decide(proposed.body.proposal, 'owner-2', 'approval', undefined, 'approve-once')).body).toEqual(approved.body);
    expect((await decide(proposed.body.proposal, 'owner-2', 'approval')).body).toEqual(approved.body); // the same approval, though its key got lost
    expect((await decide(proposed.body.proposal, 'owner-3', 'approval')).body.code).toBe('proposalDecided');

    const now = await latest('M01');
    expect([now.version, now.hash, now.approval]).toEqual([2, hashProcess(now.process), approved.body.approval]);
    expect((await door.ask('owner-1', 'GET', '/api/processes/M01/versions/1')).body).toEqual(before);
    expect(await draftOf('M01')).toMatchObject({ saved: false, base: 2, revision: revision + 1, process: { name: { zh: '新名' } } });
  });

  it('is not for who changed the draft last, though somebody else proposed it', async () => {
    const revision = await change('M02', 'owner-2', renamed('二改'));
    const { body } = await propose('M02', 'owner-1', { revision });
    expect((await decide(body.proposal, 'owner-2', 'approval')).body.code).toBe('fourEyes');
    expect((await decide(body.proposal, 'owner-3', 'approval')).status).toBe(201);
  });

  it('is refused while a rule reports an error, with all of them', async () => {
    const revision = await change('M03', 'owner-1', (process) => ({ ...process, flows: process.flows.slice(1), declarationForm: 'gone' }));
    const { status, body } = await propose('M03', 'owner-1', { revision });
    expect([status, body.code]).toEqual([422, 'notPublishable']);
    expect(body.obstacles.problems.length).toBeGreaterThan(1);
    expect(body.obstacles.problems.map(({ rule }: { rule: string }) => rule)).toContain('formsExist');
    for (const { severity, message } of body.obstacles.problems) expect([severity, message.zh === '', message.en === '']).toEqual(['error', false, false]);
    expect((await door.ask('owner-1', 'GET', '/api/proposals?process=M03')).body.items).toEqual([]);
  });

  it('is refused while the proof finds what nobody waived, and keeps with the version who waived what, and why', async () => {
    // Two ways side by side that both go on after where they should meet: the step behind holds two tokens.
    const twice = (process: Process): Process => {
      const [first] = process.steps.filter((step) => step.kind === 'userTask' && step.parent === undefined);
      const [out] = process.flows.filter((flow) => flow.from === first?.id);
      if (!first || !out) throw new Error('the measure has a task');
      return { ...process, flows: [...process.flows, { id: 'besides', from: out.from, to: out.to }] };
    };
    const revision = await change('X15', 'owner-1', twice);
    const { status, body } = await propose('X15', 'owner-1', { revision });
    expect([status, body.code, body.obstacles.scenarios]).toEqual([422, 'notPublishable', []]);
    const { findings } = body.obstacles as { findings: { key: string; waivable: boolean; message: { zh: string; en: string } }[] };
    expect(findings.length).toBeGreaterThan(0);
    for (const { message } of findings) expect([message.zh, message.en]).not.toContain('');
    const waivers = findings.map(({ key }) => ({ finding: key, reason: '实际不会同时发生' }));
    expect((await propose('X15', 'owner-1', { revision, waivers: waivers.slice(1) })).body.obstacles.findings.map(({ key }: { key: string }) => key)).toEqual([findings[0]?.key]);
    const open = await propose('X15', 'owner-1', { revision, waivers });
    expect([open.status, open.body.waivers]).toEqual([201, waivers]);
    expect((await decide(open.body.proposal, 'owner-2', 'approval')).body.approval.waivers).toEqual(waivers);
    expect((await latest('X15')).approval.waivers).toEqual(waivers);
  });

  it('is refused while a scenario goes otherwise than told, naming the line', async () => {
    const scenario: Scenario = {
      name: { zh: '应能办结', en: 'comes to its end' },
      start: { day: '2026-03-02', applicant: { creditCode: applicantOf('M04')?.creditCode ?? '', name: applicantOf('M04')?.name ?? '' }, declaration: applicantOf('M04')?.declaration ?? {}, years: [2026] },
      lines: [{ line: 'expectOpen' }, { line: 'expectClosed', outcome: 'disbursed' }],
    };
    const keep = (content: Scenario) => door.ask('owner-1', 'PUT', '/api/processes/M04/scenarios/end', { body: content });
    expect((await keep(scenario)).status).toBe(200);
    const revision = await change('M04', 'owner-1', renamed('四'));
    const { body } = await propose('M04', 'owner-1', { revision });
    expect(body.obstacles).toMatchObject({ problems: [], scenarios: [{ scenario: 'end', name: scenario.name, faults: [{ at: 1 }] }] });
    await keep({ ...scenario, lines: [{ line: 'expectOpen' }] });
    const open = await propose('M04', 'owner-1', { revision });
    expect(open.status).toBe(201);
    // Judged once more when it is approved.
    await keep(scenario);
    expect((await decide(open.body.proposal, 'owner-2', 'approval')).body.code).toBe('notPublishable');
    expect((await latest('M04')).version).toBe(1);
    await keep({ ...scenario, lines: [] });
    expect((await decide(open.body.proposal, 'owner-2', 'approval')).status).toBe(201);
  });

  it('is refused where the latest version says just the same, whatever the order of its keys', async () => {
    const revision = await change('M05', 'owner-1', (process) => Object.fromEntries(Object.entries(process).reverse()) as unknown as Process); // the same keys
    expect((await propose('M05', 'owner-1', { revision })).body.code).toBe('versionUnchanged');
    expect((await propose('M05', 'owner-1', { version: 1 })).body.code).toBe('versionUnchanged');
  });

  it('asks for the draft as it stands, a note, and one thing to publish', async () => {
    const revision = await change('M06', 'owner-2', renamed('六'));
    const stale = await propose('M06', 'owner-1', { revision: revision - 1 });
    expect([stale.body.code, stale.body.draft.revision]).toEqual(['draftStale', revision]);
    for (const wrong of [{}, { revision, version: 1 }, { revision, note: ' ' }, { revision, waivers: [{ finding: 'x', reason: ' ' }] }]) expect((await propose('M06', 'owner-1', wrong)).status, JSON.stringify(wrong)).toBe(400);
    for (const unknown of [{ version: 9 }]) expect((await propose('M06', 'owner-1', unknown)).body.code).toBe('unknown');
    expect((await propose('M11', 'owner-1', { revision: 0 })).body.code).toBe('unknown');
    for (const by of ['auditor-1', 'admin-1', 'decision-1']) expect((await propose('M06', by, { revision })).body.code).toBe('notAllowed');
  });

  it('never moves a process to another measure, nor takes one that no case could carry', async () => {
    let revision = await change('M07', 'owner-1', (process) => ({ ...process, measure: { ...process.measure, number: 'M08' } }));
    expect((await propose('M07', 'owner-1', { revision })).body.obstacles.problems).toMatchObject([{ rule: 'measureStays', where: { field: 'measure.number' } }]);
    const { process } = await latest('M07');
    const large = Array.from({ length: 150 }, (_, index) => ({ id: `more${index}`, name: { zh: '表', en: 'form' }, schema: { type: 'object' as const, description: '字'.repeat(700) } }));
    revision = await change('M07', 'owner-1', () => ({ ...process, forms: [...process.forms, ...large] }));
    expect((await propose('M07', 'owner-1', { revision })).body.obstacles.problems.map(({ rule }: { rule: string }) => rule)).toContain('processSize');
  });
});

describe('a proposal', () => {
  it('is one at a time, is taken back by who made it, and rejected with a reason', async () => {
    const revision = await change('M08', 'owner-1', renamed('八'));
    const first = await propose('M08', 'owner-1', { revision });
    const again = await propose('M08', 'owner-1', { revision });
    expect([again.status, again.body.proposal]).toEqual([201, first.body.proposal]); // the same request, though its key got lost
    const other = await propose('M08', 'owner-2', { revision, note: '另一个' });
    expect([other.status, other.body.code]).toEqual([409, 'proposalOpen']);
    expect((await decide(first.body.proposal, 'owner-2', 'withdrawal')).body.code).toBe('notAllowed');
    expect((await decide(first.body.proposal, 'owner-1', 'withdrawal')).body).toMatchObject({ state: 'withdrawn', decidedBy: { id: 'owner-1' } });
    expect((await decide(first.body.proposal, 'owner-2', 'approval')).body.code).toBe('proposalDecided');
    const second = await propose('M08', 'owner-2', { revision });
    expect((await decide(second.body.proposal, 'owner-1', 'rejection', { reason: '  ' })).status).toBe(400);
    expect((await decide(second.body.proposal, 'owner-1', 'rejection', { reason: '期限太短' })).body).toMatchObject({ state: 'rejected', reason: '期限太短' });
    expect((await door.ask('auditor-1', 'GET', '/api/proposals?process=M08')).body.items.map(({ state }: { state: string }) => state)).toEqual(['rejected', 'withdrawn']);
    expect((await draftOf('M08')).saved).toBe(true); // the work is not lost
    for (const unknown of ['0', '999999', 'x']) expect((await door.ask('owner-1', 'GET', `/api/proposals/${unknown}`)).status).toBe(404);
  });

  it('made or approved by many at once is one version', async () => {
    const revision = await change('M09', 'owner-1', renamed('九'));
    const made = await Promise.all(['owner-1', 'owner-2', 'owner-3'].map((by) => propose('M09', by, { revision, note: by })));
    expect(made.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const { body } = made.find(({ status }) => status === 201) ?? { body: {} };
    const others = ['owner-2', 'owner-3', 'owner-2', 'owner-3'].filter((by) => by !== body.proposedBy.id);
    const approved = await Promise.all(others.map((by) => decide(body.proposal, by, 'approval')));
    expect(approved.filter(({ status }) => status === 201).length).toBeGreaterThan(0);
    expect((await latest('M09')).version).toBe(2);
  });

  it('leaves what was drawn since then as the next draft, on the new version', async () => {
    const revision = await change('M10', 'owner-1', renamed('十'));
    const { body } = await propose('M10', 'owner-1', { revision });
    await change('M10', 'owner-2', renamed('十一'));
    await decide(body.proposal, 'owner-3', 'approval');
    expect(await latest('M10')).toMatchObject({ version: 2, process: { name: { zh: '十' } } });
    expect(await draftOf('M10')).toMatchObject({ saved: true, base: 2, process: { name: { zh: '十一' } } });
  });
});

describe('a published version', () => {
  it('is what new cases begin on; those that run stay on theirs', async () => {
    const before = await declare('M12');
    await publish('M12', renamed('第二版'));
    const after = await declare('M12');
    expect([before.version, after.version]).toEqual([1, 2]);
    expect((await door.ask('auditor-1', 'GET', `/api/cases/${before.case}`)).body.version).toBe(1);
    const done = await door.ask('intake-1', 'POST', `/api/tasks/${before.case}/${encodeURIComponent('formCheck#1')}/claim`);
    expect(done.body.version).toBe(1);
  });

  it('is published again by proposing an earlier one; the draft in hand stays as it is', async () => {
    const first = await latest('M13');
    await publish('M13', renamed('第二版'));
    await change('M13', 'owner-1', renamed('第三版的草稿'));
    const again = await propose('M13', 'owner-1', { version: 1, note: '退回第一版' });
    expect(again.body).toMatchObject({ restores: 1, base: 2 });
    expect(again.body).not.toHaveProperty('lastEditor');
    expect((await decide(again.body.proposal, 'owner-2', 'approval')).body).toMatchObject({ version: 3, hash: first.hash, approval: { restores: 1 } });
    expect((await latest('M13')).process).toEqual(first.process);
    expect((await declare('M13')).version).toBe(3);
    expect(await draftOf('M13')).toMatchObject({ saved: true, base: 2, process: { name: { zh: '第三版的草稿' } } });
  });

  it('makes a page that had looked at the version before notice, though there was no draft', async () => {
    const looked = await draftOf('M14');
    const published = await publish('M14', renamed('第二版'));
    const late = await door.ask('owner-3', 'PUT', '/api/processes/M14/draft', { body: { revision: looked.revision, process: looked.process } });
    expect([late.status, late.body.draft.base]).toEqual([409, published.version]);
  });

  it('of a new process takes its measure over, and the old one takes it back by being published again', async () => {
    await door.ask('owner-1', 'POST', '/api/processes', { body: { id: 'M11-new', copyOf: 'M11' } });
    const [{ revision }] = (await door.ask('owner-1', 'GET', '/api/drafts')).body.items.filter(({ id }: { id: string }) => id === 'M11-new');
    const { body } = await propose('M11-new', 'owner-1', { revision });
    expect(body.base).toBe(0);
    expect((await declare('M11')).process).toBe('M11');
    expect((await decide(body.proposal, 'owner-2', 'approval')).body.version).toBe(1);
    expect((await declare('M11'))).toMatchObject({ process: 'M11-new', version: 1 });
    const listed = async () => (await door.ask(undefined, 'GET', '/api/measures')).body.items.find(({ number }: { number: string }) => number === 'M11').process;
    expect(await listed()).toBe('M11-new');
    await publish('M11', renamed('老流程'));
    expect([(await declare('M11')).process, await listed()]).toEqual(['M11', 'M11']);
  });
});
