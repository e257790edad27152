import { setTimeout as pause } from 'node:timers/promises';
import type { CaseView } from '../../model/api/cases.ts';
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
  tell(application: Application, what: string, view?: CaseView): void;
}

const clerk = 'intake-2';
const pollMs = 250;

/** Files an application through the public API; the answer to a repetition is the first one. */
export async function file(demo: Demonstration, application: Application, process: Process): Promise<CaseView> {
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
    sandboxClock: { start: demo.start, dayMs: application.objection === undefined ? demo.dayMs : demo.dayMs * 3 },
  };
  try {
    return await door.post<CaseView>('/api/cases', declaration, key('declare'));
  } catch (error) {
    if (!(error instanceof Refused) || error.code !== 'creditCodeInvalid') throw error;
    demo.tell(application, `申报被拒：${error.message} 受理员说明理由后代为登记。`);
    const creditCodeOverride = { reason: '申报单位称营业执照代码如此，留待人工核对。' };
    return door.post<CaseView>('/api/cases', { ...declaration, creditCodeOverride }, key('declare-again'));
  }
}

/** Does what the staff would do until the case has ended. */
export async function drive(demo: Demonstration, application: Application, caseId: string): Promise<CaseView> {
  let stage = '';
  for (;;) {
    const view = await demo.staff.door('admin-1').get<CaseView>(`/api/cases/${caseId}`);
    if (view.stage !== undefined && view.stage !== stage) {
      stage = view.stage;
      demo.tell(application, stage, view);
    }
    if (view.status === 'closed') return view;
    if (view.incidents > 0) await retryIncidents(demo, view);
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

async function retryIncidents(demo: Demonstration, view: CaseView): Promise<void> {
  for (const incident of view.incidentList) {
    const body = { how: 'retry', reason: '演示：服务已恢复，重试。' };
    await demo.staff.door('admin-1').post(`/api/cases/${view.case}/incidents/${incident.id}`, body).catch(gone);
  }
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
