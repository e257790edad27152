import { setTimeout as pause } from 'node:timers/promises';
import type { CaseRow, CaseView } from '../../model/api/cases.ts';
import type { DocumentView } from '../../model/api/documents.ts';
import type { NoticeView } from '../../model/api/notices.ts';
import type { TaskView } from '../../model/api/tasks.ts';
import type { Process } from '../../model/process.ts';
import { Refused } from './door.ts';
import { fillForm } from './answers.ts';
import type { Application } from './application.ts';
import { taskPath, type Staff } from './staff.ts';

/** What the demonstration is told: where, how, and whom to tell. */
export interface Demonstration {
  staff: Staff;
  start: string;
  dayMs: number;
  /** How long (real milliseconds) one case is driven. */
  patienceMs?: number;
  tell(application: Application, what: string, view?: CaseView): void;
}

const clerk = 'intake-2';
const pollMs = 250;

/** More days than any case of the programme takes, deadlines that nobody meets included. */
const longestDays = 250;
const usualPatienceMs = 600_000;

/** So long (real milliseconds) a case stands before it counts as waiting for the administrator. */
const standsMs = 3_000;

/** A claim that is filed already, by a demonstration with another clock. */
export class FiledOtherwise extends Error {
  constructor(
    readonly view: CaseView,
    readonly start: string,
    readonly dayMs: number,
  ) {
    super(`已以 --start ${start} --day-ms ${dayMs} 申报`);
  }
}

/** How many real milliseconds a day of an application's case lasts: who wants to object on the last day needs longer ones. */
const lengthOf = (application: Application, dayMs: number): number => (application.objection === undefined ? dayMs : dayMs * 3);

/** Files an application through the public API; the answer to a repetition is the first one. */
export async function file(demo: Omit<Demonstration, 'patienceMs'>, application: Application, process: Process): Promise<CaseView> {
  const { staff } = demo;
  const { applicant } = application;
  const key = (what: string): string => `demo-${application.id}-${what}`;
  const door = staff.door(clerk);
  const documents: string[] = [];
  for (const { id: kind, name, required } of process.measure.documents) {
    if (!required) continue;
    const content = `%PDF-1.4\n% ${applicant.name} ${name.zh}（虚构） ${key(kind)}\n%%EOF\n`;
    const { document } = await door.upload<DocumentView>({ kind, measure: applicant.measure }, { name: `${kind}.pdf`, content, type: 'application/pdf' }, key(`upload-${kind}`));
    documents.push(document);
  }
  const declaration = {
    measure: applicant.measure,
    applicant: { creditCode: applicant.creditCode, name: applicant.name },
    declaration: applicant.declaration,
    documents,
    sandboxClock: { start: demo.start, dayMs: lengthOf(application, demo.dayMs) },
  };
  try {
    return await door.post<CaseView>('/api/cases', declaration, key('declare'));
  } catch (error) {
    if (error instanceof Refused && error.code === 'keyReused') throw await filedOtherwise(demo, application);
    if (!(error instanceof Refused) || error.code !== 'creditCodeInvalid') throw error;
    demo.tell(application, `申报被拒：${error.message} 受理员说明理由后代为登记。`);
    const creditCodeOverride = { reason: '申报单位称营业执照代码如此，留待人工核对。' };
    try {
      return await door.post<CaseView>('/api/cases', { ...declaration, creditCodeOverride }, key('declare-again'));
    } catch (again) {
      throw again instanceof Refused && again.code === 'keyReused' ? await filedOtherwise(demo, application) : again;
    }
  }
}

/** What a claim says that carries another clock: the keys are the same, since the programme pays no claim twice, whenever it is made. */
async function filedOtherwise({ staff }: Pick<Demonstration, 'staff'>, application: Application): Promise<FiledOtherwise> {
  const { creditCode, measure } = application.applicant;
  const door = staff.door('admin-1');
  const { items } = await door.get<{ items: CaseRow[] }>(`/api/cases?${new URLSearchParams({ q: creditCode, measure, sort: 'startedAt' }).toString()}`);
  const [first] = items;
  if (!first) throw new Error(`申报 ${application.id} 已提交，但查不到案件`);
  const view = await door.get<CaseView>(`/api/cases/${first.case}`);
  return new FiledOtherwise(view, view.clock.start.slice(0, 10), Math.round(86_400_000 / view.clock.factor / lengthOf(application, 1)));
}

/** How far a case was driven: to its end, or to where it was `left` because nothing that staff do would bring it on. */
export interface Driven {
  view: CaseView;
  left?: 'calendarMissing' | 'tooLong';
}

/** Does what the staff would do until the case has ended, waits for a calendar that only an administrator can load, or takes too long. */
export async function drive(demo: Demonstration, application: Application, caseId: string): Promise<Driven> {
  const until = Date.now() + (demo.patienceMs ?? usualPatienceMs + longestDays * lengthOf(application, demo.dayMs));
  const retry = retrying(demo);
  let stage = '';
  let moved = { seq: -1, at: Date.now() };
  for (;;) {
    const view = await demo.staff.door('admin-1').get<CaseView>(`/api/cases/${caseId}`);
    if (view.stage !== undefined && view.stage !== stage) {
      stage = view.stage;
      demo.tell(application, stage, view);
    }
    if (view.status === 'closed') return { view };
    if (Date.now() > until) return { view, left: 'tooLong' };
    if (view.seq !== moved.seq) moved = { seq: view.seq, at: Date.now() };
    if (view.incidentList.some(waitsForCalendar) && Date.now() > moved.at + standsMs) return { view, left: 'calendarMissing' };
    await retry(view);
    let acted = false;
    // One after the other: whom separation of duties lets do the next depends on who did the last.
    for (const task of view.tasks) acted = (await complete(demo, application, view, task)) || acted;
    if (application.objection !== undefined) await objectOnLastDay(demo, application, view);
    if (!acted) await pause(pollMs);
  }
}

/** Today in the case's own time. */
function today({ clock: { start, realStart, factor } }: CaseView): string {
  return new Date(Date.parse(start) + (Date.now() - realStart) * factor + 8 * 3_600_000).toISOString().slice(0, 10);
}

async function complete(demo: Demonstration, application: Application, view: CaseView, task: TaskView): Promise<boolean> {
  const who = await demo.staff.whoCan(task, `applicant-${application.id}`).catch(gone);
  if (!who) return false;
  const { door, detail } = who;
  const key = `demo-${task.case}-${task.task}`;
  const scripted = application.answers[task.step] ?? [];
  const answer = scripted[Math.min(task.visit, scripted.length) - 1];
  const outcome = answer?.outcome ?? resolving[task.step]?.(view, task) ?? task.outcomes[0]?.id ?? '';
  const data = fillForm(detail, answer?.data ?? {}, today(view));
  const reason = answer?.reason ?? '演示：按常规处理。';
  try {
    await door.post(`${taskPath(task)}/claim`, {}, `${key}-claim-${door.account}`);
    await door.post(`${taskPath(task)}/complete`, { outcome, data, reason }, `${key}-complete-${door.account}`);
    return true;
  } catch (error) {
    return gone(error) ?? false;
  }
}

/** How staff settle what only a kill or a long pause brings about. */
const resolving: { [step: string]: (view: CaseView, task: TaskView) => string } = {
  lapseDecision: () => 'extend',
  reconcilePayment: reconcile,
  budgetShort: () => 'retry',
  answerObjection: () => 'rejected',
  answerReport: () => 'unfounded',
};

/**
 * An honest clerk looks an unknown payment up at the treasury first, and has it sent again only where the treasury said just now that it
 * knows no such order; what was paid the case books by itself, and what the treasury refused is given up.
 */
export function reconcile({ data }: CaseView, { visit }: TaskView): string {
  const lookedUp = visit % 2 === 0 ? (data['inquirePayment'] as { found?: string } | undefined)?.found : undefined; // what the check `paymentInquiry` leaves
  return lookedUp === 'notKnown' ? 'sendAgain' : lookedUp === 'notPaid' ? 'cancel' : 'inquire';
}

/** A task that somebody else, or this demonstration before a crash, has done already is no trouble. */
function gone(error: unknown): undefined {
  const fine = ['taskNotOpen', 'taskClaimed', 'keyReused', 'caseClosed', 'unknown', 'caseSuspended'];
  if (error instanceof Refused && fine.includes(error.code)) return undefined;
  throw error;
}

/** A case goes on by itself once its calendar is there, and a retry before that only lengthens its story. */
const waitsForCalendar = ({ code }: CaseView['incidentList'][number]): boolean => code === 'calendarMissing';

/** Has what is stuck tried again, ever more rarely: each time is written into the case's story. */
function retrying(demo: Demonstration): (view: CaseView) => Promise<void> {
  let next = 0;
  let restMs = 500;
  return async (view) => {
    const stuck = view.incidentList.filter((incident) => !waitsForCalendar(incident));
    if (stuck.length === 0 || Date.now() < next) return;
    for (const incident of stuck) {
      const body = { how: 'retry', reason: '演示：服务已恢复，重试。' };
      await demo.staff.door('admin-1').post(`/api/cases/${view.case}/incidents/${encodeURIComponent(incident.id)}`, body).catch(gone);
    }
    next = Date.now() + restMs;
    restMs = Math.min(restMs * 2, 30_000);
  };
}

async function objectOnLastDay(demo: Demonstration, application: Application, view: CaseView): Promise<void> {
  const notice = view.notices.find((candidate): candidate is NoticeView => candidate.status === 'open');
  if (!notice || view.messages.length > 0 || notice.to === undefined || today(view) < notice.to) return;
  const statement = application.objection ?? '';
  const { contactName, phone, name } = application.applicant;
  const body = { statement, signature: { name: contactName, unit: name, contact: phone } };
  try {
    await demo.staff.door(`applicant-${application.id}`).post(`/api/notices/${notice.notice}/objections`, body, `demo-${view.case}-objection`);
    demo.tell(application, `公示最后一天（${notice.to}）提出异议`, view);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    demo.tell(application, `异议未被受理：${error.message}`, view);
  }
}
