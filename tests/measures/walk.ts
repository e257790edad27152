import { calendars } from '../../measures/calendars.ts';
import { processOf } from '../../measures/index.ts';
import { sampleAnswers, type SampleAnswer } from '../../measures/sampleAnswers.ts';
import type { SampleApplicant } from '../../measures/sampleApplicant.ts';
import { advance } from '../../model/advance.ts';
import type { Actor, CaseState } from '../../model/case.ts';
import type { Effect } from '../../model/effect.ts';
import type { Event } from '../../model/event.ts';
import { msOf } from '../../model/instant.ts';
import { mayAccept } from '../../model/mayAccept.ts';
import type { JsonObject } from '../../model/text.ts';
import type { TrailEntry } from '../../model/trail.ts';

type RunCheck = Extract<Effect, { effect: 'runCheck' }>;

/** How a walk differs from the straight way. */
export interface Detour {
  answers?: { [step: string]: SampleAnswer[] };
  /** Answers of checks that are not the ordinary ones; `fails` is a failure code. */
  checks?: { [check: string]: (JsonObject | { fails: string })[] };
  /** Sent once, when the notice period has only its last day left. */
  message?: 'objection' | 'report';
  instalment?: number;
  data?: CaseState['data'];
}

/** What a walk came to. */
export interface Walk {
  state: CaseState;
  trail: TrailEntry[];
  /** Requests to the world, in order. */
  asked: RunCheck[];
  /** End steps entered at the top, and steps told as not required. */
  ends: string[];
  notRequired: string[];
  /** Names of the tasks done, in order. */
  done: string[];
}

function ordinaryAnswer(applicant: SampleApplicant, { check, request }: RunCheck, documents: string[]): JsonObject {
  const answers: { [check: string]: JsonObject } = {
    businessRegister: { found: true, name: applicant.name, district: 'longgang', registeredOn: '2023-05-08', status: 'active' },
    creditDefault: { barred: false, reason: '' },
    aboveLimitStatistics: applicant.offices.aboveLimitStatistics ?? { listed: false, firstListedYear: 0, reportsOnTime: true, usedServiceEntryScheme: false },
    higherAwards: applicant.offices.higherAwards ?? { receivedFen: 0, awardDocument: '', recalled: false },
    bankAccountName: { matches: true, exists: true },
    documentsComplete: { documents },
    noDoubleFunding: { cases: [] },
    supportRule: { paidFen: 0 },
    publishNotice: { noticeId: 'N-1' },
    closeNotice: { noticeId: 'N-1' },
    paymentOrder: { orderId: 'P-1', state: 'paid', paidAt: '2026-05-01T10:00:00.000+08:00' },
    paymentInquiry: { found: 'notPaid' },
    followOn: { case: 'C-1-2', startsAt: '2027-05-01T10:00:00.000+08:00' },
    reminder: {},
  };
  return answers[check] ?? { posted: true, postingId: `${String(request['operation'])}-1` };
}

/** Runs a sample through its measure on the kernel alone; people act by role, a colleague where separation of duties asks for one. */
export function walk(applicant: SampleApplicant, detour: Detour = {}): Walk {
  const found = processOf(applicant.measure);
  if (!found) throw new Error(`There is no measure ${applicant.measure}.`);
  const process = found;
  const usual = sampleAnswers(applicant);
  const trail: TrailEntry[] = [];
  const asked: RunCheck[] = [];
  const done: string[] = [];
  const open: RunCheck[] = [];
  const counts: { [name: string]: number } = {};
  let messageLeft = detour.message;
  let at = '2026-03-02T09:00:00.000+08:00';
  let state: CaseState | undefined;

  const take = (event: Event): CaseState => {
    const next = advance(process, state, event);
    trail.push(next.trail);
    for (const effect of next.effects) {
      if (effect.effect !== 'runCheck') continue;
      open.push(effect);
      asked.push(effect);
    }
    state = next.state;
    return next.state;
  };
  const nth = <T,>(name: string, list: T[]): T | undefined => {
    const count = (counts[name] = (counts[name] ?? 0) + 1);
    return list[Math.min(count, list.length) - 1];
  };
  const actors = (role: string): Actor[] =>
    [1, 2, 3].map((number) => ({ id: `${role}-${number}`, name: role, roles: [role], ...(role === 'applicant' ? { applicant: applicant.creditCode } : {}) }));

  let now = take({
    event: 'caseStarted', at, case: 'C-1', actor: actors('applicant')[0] as Actor, // three are always made
    applicant: { creditCode: applicant.creditCode, name: applicant.name },
    instalment: detour.instalment ?? 1, data: { declaration: applicant.declaration, ...detour.data }, calendar: calendars,
  });
  for (let moves = 0; moves < 300 && !now.closed; moves += 1) {
    const effect = open.shift();
    if (effect) {
      const answer = nth(effect.check, detour.checks?.[effect.check] ?? []) ?? ordinaryAnswer(applicant, effect, process.measure.documents.map((document) => document.id));
      now = typeof answer['fails'] === 'string'
        ? take({ event: 'effectFailed', at, effect: effect.id, code: answer['fails'], message: 'no' })
        : take({ event: 'effectSucceeded', at, effect: effect.id, answer: answer as JsonObject }); // a failure was taken above
      continue;
    }
    const task = now.tasks[0];
    if (task) {
      const answer = nth(task.step, detour.answers?.[task.step] ?? []) ?? usual[task.step];
      if (!answer) throw new Error(`Nobody says how to answer ${task.step}.`);
      const data = { ...answer.data, ...(answer.reason ? { reason: answer.reason } : {}) };
      const event = actors(task.role)
        .map((actor) => ({ event: 'taskCompleted' as const, at, task: task.task, actor, outcome: answer.outcome, data }))
        .find((candidate) => !mayAccept(process, now, candidate));
      if (!event) throw new Error(`Nobody may complete ${task.task} with ${answer.outcome}.`);
      done.push(task.step);
      now = take(event);
      continue;
    }
    const timer = now.timers.filter((candidate) => candidate.at !== undefined).sort((a, b) => msOf(a.at ?? '') - msOf(b.at ?? ''))[0];
    if (!timer?.at) break;
    if (messageLeft && timer.step === 'noticePeriod') {
      // The last working day of the notice is the day before the instant at which it ends, or that day itself.
      at = `${timer.at.slice(0, 10)}T00:00:00.000+08:00`;
      const message = messageLeft;
      messageLeft = undefined;
      now = take({ event: 'messageReceived', at, message, reference: 'MSG-1', actor: { id: 'p', name: 'p', roles: [] }, data: {} });
      continue;
    }
    at = timer.at;
    now = take({ event: 'timerFired', at, timer: timer.id });
  }
  const facts = trail.flatMap((entry) => entry.facts);
  const isEnd = new Set(process.steps.filter((step) => step.kind === 'endEvent' && step.outcome).map((step) => step.id));
  return {
    state: now, trail, asked, done,
    ends: facts.flatMap((fact) => (fact.fact === 'entered' && isEnd.has(fact.step) ? [fact.step] : [])),
    notRequired: facts.flatMap((fact) => (fact.fact === 'notRequired' ? [fact.step] : [])),
  };
}
