import { ApplicationFailure, allHandlersFinished, condition, defineUpdate, proxyLocalActivities, setHandler, sleep, workflowInfo } from '@temporalio/workflow';
import type { Event } from '../../model/event.ts';
import type { JsonObject } from '../../model/text.ts';
import type { Fact } from '../../model/trail.ts';
import { tasks, type ClaimActivities, type ClaimInput, type CompleteAnswer, type CompleteInput, type Progress, type Task } from './contract.ts';

const waitMs = 12 * 3_600_000;

const { documents, otherCases, paidThisYear, show } = proxyLocalActivities<ClaimActivities>({
  startToCloseTimeout: '20 seconds',
  retry: { initialInterval: '200 milliseconds', maximumInterval: '5 seconds' },
});

/** One person finishes one task. */
export const complete = defineUpdate<CompleteAnswer, [CompleteInput]>('complete');

/**
 * What an experienced author of Temporal workflows would write for this one path, keeping the promises that the engine keeps: a refusal
 * leaves no event, a repeated key gets its first answer, an answer comes once the rows are written, the store has the whole story.
 */
export async function approveClaim(claim: ClaimInput): Promise<{ outcome: string; at: string; seq: number }> {
  const { clock } = claim;
  const question = { case: claim.case, applicant: claim.applicant.creditCode, measure: claim.measure, year: claim.year };
  const known: { [key: string]: { body: string; answer: CompleteAnswer } } = {};
  const startedAt = now(claim);
  const rows: Progress = { claim, fence: 0, seq: 0, at: startedAt, startedAt, data: {}, deeds: [], entries: [], granted: false };
  let open: Task | undefined;
  let written = 0;

  const record = (event: Event, facts: Fact[]): void => {
    rows.seq += 1;
    rows.at = event.at;
    rows.entries.push({ seq: rows.seq, event, facts });
  };
  const learn = (step: string, answer: JsonObject, data: JsonObject): void => {
    rows.data[step] = data;
    record({ event: 'effectSucceeded', at: now(claim), effect: step, answer }, [{ fact: 'learnt', step, data }, { fact: 'left', step, token: `${step}#1`, flows: [step] }]);
  };
  const write = async (): Promise<void> => {
    const { seq } = rows;
    const progress = { ...rows, fence: workflowInfo().historyLength };
    rows.entries = [];
    await show(progress);
    written = seq;
  };
  const openTask = (task: Task): Fact[] => {
    open = task;
    rows.open = { task, since: rows.at };
    return [{ fact: 'entered', step: task, token: `${task}#1` }, { fact: 'taskOpened', step: task, task: `${task}#1`, role: 'clerk' }];
  };

  setHandler(
    complete,
    async ({ key, body, task, actor }) => {
      const before = known[key];
      if (before) {
        await condition(() => written >= before.answer.seq);
        return before.answer;
      }
      const at = now(claim);
      const done = task as Task; // the validator let only the open task through
      rows.data[done] = { outcome: 'done', by: actor.id, at };
      rows.deeds.push({ step: done, token: `${done}#1`, actor: actor.id });
      const next = tasks[tasks.indexOf(done) + 1];
      open = undefined;
      delete rows.open;
      record({ event: 'taskCompleted', at, task: `${done}#1`, actor, outcome: 'done', data: {} }, [{ fact: 'left', step: done, token: `${done}#1`, flows: [done] }]);
      if (next) rows.entries.at(-1)?.facts.push(...openTask(next));
      const answer = { seq: rows.seq, ...(next ? { open: next } : {}) };
      known[key] = { body, answer };
      await condition(() => written >= answer.seq);
      return answer;
    },
    {
      validator({ key, body, task, actor }) {
        const before = known[key];
        if (before && before.body !== body) throw refusal('keyReused', 'This idempotency key was used for another request; take a new key.');
        if (before) return;
        if (task !== open) throw refusal('taskNotOpen', 'That task is not open.');
        if (!actor.roles.includes('clerk')) throw refusal('notAllowed', 'Only a clerk can finish this task.');
      },
    },
  );

  record(
    { event: 'caseStarted', at: startedAt, case: claim.case, actor: claim.actor, applicant: claim.applicant, instalment: 1, data: { declaration: { amount: claim.amount } }, calendar: [] },
    [{ fact: 'entered', step: 'start', token: 'start#1' }, { fact: 'left', step: 'start', token: 'start#1', flows: ['flow1'] }],
  );
  learn('documents', { documents: await documents(claim.case) }, { complete: true, missing: [] });
  const conflicts = (await otherCases(question)).filter(({ standing }) => standing !== 'ended').map((other) => other.case);
  learn('funding', { cases: conflicts }, { clear: conflicts.length === 0, conflicts });
  const paidFen = await paidThisYear(question);
  const amountFen = Math.floor(Math.min(Math.floor(claim.amount / 2), 200_000_000) / 10_000) * 10_000;
  learn('supportRule', { paidFen }, { amountFen, instalments: [amountFen], capped: amountFen === 200_000_000, zero: amountFen === 0 });
  rows.entries.at(-1)?.facts.push(...openTask('first'));
  await write();

  for (const task of tasks) {
    await condition(() => rows.data[task] !== undefined);
    if (task !== 'third') await write();
  }
  const firesAt = instant(Date.parse(rows.at) + waitMs);
  rows.until = { timer: 'period', since: rows.at, at: firesAt };
  rows.data['period'] = { from: rows.at.slice(0, 10), until: firesAt.slice(0, 10) };
  rows.entries.at(-1)?.facts.push({ fact: 'clockStarted', step: 'period', timer: 'period', at: firesAt });
  const period = sleep(Math.max(1, Math.ceil((Date.parse(firesAt) - nowMs(claim)) / clock.factor)));
  await write();
  await period;

  delete rows.until;
  rows.granted = true;
  record({ event: 'timerFired', at: now(claim, firesAt), timer: 'period' }, [{ fact: 'left', step: 'period', token: 'period#1', flows: ['flow8'] }, { fact: 'closed', outcome: 'granted' }]);
  await write();
  await condition(allHandlersFinished);
  return { outcome: 'granted', at: rows.at, seq: rows.seq };
}

function nowMs({ clock: { start, realStart, factor } }: ClaimInput): number {
  return Date.parse(start) + Math.max(0, Math.round((Date.now() - realStart) * factor));
}

function instant(ms: number): string {
  return new Date(ms + 8 * 3_600_000).toISOString().replace('Z', '+08:00');
}

/** Case time now, not before an instant. */
function now(claim: ClaimInput, notBefore?: string): string {
  return instant(Math.max(nowMs(claim), notBefore === undefined ? 0 : Date.parse(notBefore)));
}

function refusal(code: string, message: string): ApplicationFailure {
  return ApplicationFailure.create({ type: code, message, details: [{ code, message }], nonRetryable: true });
}
