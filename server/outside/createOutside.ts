import type { FollowOn, KnownPayment, Outside, PaymentOutcome, PaymentState, PublicNotice } from '../../activities/outside.ts';
import { revision } from '../../model/revision.ts';
import { instantFromMs, msOf } from '../../model/instant.ts';
import { kindOf } from '../../model/steps/index.ts';
import type { Process } from '../../model/process.ts';
import type { Json } from '../../model/text.ts';
import type { RunCaseInput } from '../../workflows/messages.ts';
import { versionOf } from '../routes/findCase.ts';
import { caseTime } from '../views/taskView.ts';
import type { CaseClient } from '../caseClient.ts';
import type { Store } from '../store/createStore.ts';
import { scheduledRow } from '../store/scheduledRow.ts';
import { lookUps } from './lookUps.ts';

const dayMs = 86_400_000;

/** Who begins a case that no person filed. */
const system = { id: 'system', name: '系统', roles: [] };

/** What the activities' world is made of. */
export interface World {
  store: Store;
  cases: CaseClient;
  offices: Outside['offices'];
  /** Real time, in milliseconds since 1970-01-01T00:00Z. */
  now: () => number;
}

/** The world of the activities, over this server's store; every write is idempotent by effect id. */
export function createOutside({ store, cases, offices, now }: World): Outside {
  return {
    lookUp: (name, request) => lookUps(store)[name](request),
    calendars: { find: (years) => store.calendars.find(years) },
    ledger: {
      post: ({ operation, ...order }) => store.ledger[operation](order),
      async settle(settlement) {
        await store.ledger.settle(settlement);
      },
    },
    payments: {
      async recall(effectId) {
        const known = await store.payments.recall(effectId);
        return known && knownPayment(known);
      },
      async remember(effectId, order) {
        const { case: id, ...sent } = order;
        if (await store.payments.remember(effectId, id, sent)) return 'new';
        const known = await store.payments.recall(effectId);
        if (!known) throw new Error(`payment ${effectId} was remembered and is gone`);
        return knownPayment(known);
      },
      record: (effectId, outcome) => store.payments.record(effectId, outcome.state, { ...outcome }),
      async ofCase(caseId) {
        const rows = await store.payments.ofCase(caseId);
        return rows.map(({ effect, at, ...known }) => ({ effectId: effect, ageMs: Math.max(0, now() - at.getTime()), ...knownPayment(known) }));
      },
    },
    notices: {
      async publish({ effectId, case: id, notice }) {
        const { process } = await processOf(id);
        return { noticeId: await store.notices.publish({ ...noticeRow(notice, process), publishedBy: effectId, case: id }) };
      },
      async close({ effectId, case: id, to }) {
        return { noticeId: await store.notices.close(effectId, id, to) };
      },
    },
    reminders: {
      async send({ effectId, case: id, to, text }) {
        await store.letters.send({ effect: effectId, case: id, text, to: to.map((recipient) => ('role' in recipient ? `role:${recipient.role}` : `applicant:${recipient.applicant}`)) });
      },
    },
    followOns: { schedule },
    projection: { write: (projection) => store.writeProjection(projection) },
    offices,
  };

  async function processOf(id: string) {
    const row = await store.cases.find(id);
    if (!row) throw new Error(`case ${id} is not in the store`);
    return { row, ...(await versionOf({ store }, row)) };
  }

  async function schedule({ effectId, case: id, instalment, afterDays, decided }: FollowOn): Promise<{ case: string; startsAt: string }> {
    const { row, process, version, hash } = await processOf(id);
    const begins = instantFromMs(msOf(caseTime(row, now())) + afterDays * dayMs);
    const clock = { start: begins, realStart: Math.round(now() + (afterDays * dayMs) / row.clock.factor), factor: row.clock.factor };
    const award = row.parent ?? id;
    const number = `${award}-${instalment}`;
    const input: RunCaseInput = {
      case: number,
      process,
      version,
      hash,
      revision,
      applicant: { creditCode: row.creditCode, name: row.applicantName },
      actor: system,
      instalment,
      parent: award,
      scheduledBy: effectId,
      data: { ...row.state?.data, ...decided },
      // Months may pass until then: it asks for the years in force when it begins.
      calendar: [],
      clock,
    };
    await store.cases.note(scheduledRow(input));
    // The first writer's clock holds, so that a repeat starts the very same case.
    const noted = await store.cases.find(number);
    const kept = noted?.clock ?? clock;
    await cases.start({ ...input, clock: kept }, Math.max(0, kept.realStart - now()));
    return { case: number, startsAt: kept.start };
  }
}

// State and outcome are written by `remember` and `record` and nowhere else.
const knownPayment = ({ state, outcome }: { state: string; outcome: Json | null }): KnownPayment => ({
  state: state as PaymentState,
  ...(outcome === null ? {} : { outcome: outcome as unknown as PaymentOutcome }),
});

function noticeRow(notice: PublicNotice, process: Process) {
  return { ...notice, measureName: process.name, workingDays: noticeDays(process) };
}

/** Working days of the publicity period: the wait that a message may arrive at; 0 where the process has none of a fixed length. */
function noticeDays(process: Process): number {
  const hosts = new Set(process.steps.filter((step) => kindOf(step).hears).map((step) => kindOf(step).attachedTo?.(step)));
  const waits = process.steps.flatMap((step) => (hosts.has(step.id) && 'wait' in step && 'workingDays' in step.wait ? [step.wait.workingDays] : []));
  return Math.max(0, ...waits.filter((days) => typeof days === 'number'));
}
