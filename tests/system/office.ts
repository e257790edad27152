import { setTimeout as pause } from 'node:timers/promises';
import { applicants, applicantOf } from '../../measures/applicants.ts';
import type { SampleApplicant } from '../../measures/sampleApplicant.ts';
import { sampleAnswers, type SampleAnswer } from '../../measures/sampleAnswers.ts';
import type { BudgetRow } from '../../model/api/budget.ts';
import type { CaseView } from '../../model/api/cases.ts';
import type { TaskDetail, TaskView } from '../../model/api/tasks.ts';
import type { TrailEntry } from '../../model/trail.ts';
import { fillForm } from '../../sandbox/demo/answers.ts';
import { reconcile } from '../../sandbox/demo/drive.ts';
import { Staff, taskPath } from '../../sandbox/demo/staff.ts';
import { Person, type Answer } from './person.ts';
import type { System } from './system.ts';

/** An application to be filed; every one names a year of its own, from whose budget it is paid. */
export interface Filing {
  measure?: string;
  /** Whose it is, by the measure of which they are the sample applicant; every registered body may claim under every measure. */
  by?: string;
  year: number;
  start?: string;
  dayMs?: number;
}

type Answers = { [step: string]: SampleAnswer };

const quick = 'M13';

/** The whole office at the public API: files applications, does what staff do, and looks at what came of it. */
export class Office {
  private readonly staff: Staff;
  private readonly people = new Map<string, Person>();
  private filed = 0;

  constructor(readonly system: System) {
    this.staff = new Staff(system.origin);
  }

  person(account: string): Person {
    const known = this.people.get(account) ?? new Person(this.system.origin, account);
    this.people.set(account, known);
    return known;
  }

  /** Files and gives the case's number. The measure is one with few steps unless another is named. */
  async file({ measure = quick, by = measure, year, start = '2026-03-02', dayMs = 100 }: Filing): Promise<string> {
    const claim = sample(measure);
    const { creditCode, name, bankAccount } = sample(by);
    this.filed += 1;
    const invoices = claim.declaration['invoiceNumbers'] === undefined ? {} : { invoiceNumbers: [`FAKE-${this.filed}-${year}`] };
    const declaration = { ...claim.declaration, applicantName: name, creditCode, bankAccount, bankAccountName: name, year, ...invoices };
    const body = { measure, applicant: { creditCode, name }, declaration, documents: [], sandboxClock: { start, dayMs } };
    return (await this.staff.door('intake-2').post<CaseView>('/api/cases', body)).case;
  }

  view(id: string, account = 'admin-1'): Promise<CaseView> {
    return this.staff.door(account).get(`/api/cases/${id}`);
  }

  async trail(id: string): Promise<TrailEntry[]> {
    return (await this.staff.door('auditor-1').get<{ items: TrailEntry[] }>(`/api/cases/${id}/trail`)).items;
  }

  /** Adds money to a budget and gives it as it stands. */
  async appropriate(year: number, amountFen: number, measure = quick): Promise<BudgetRow> {
    return this.staff.door('finance-1').post('/api/budget/appropriations', { measure, year, amountFen });
  }

  async budget(year: number, measure = quick): Promise<BudgetRow> {
    const { items } = await this.staff.door('finance-1').get<{ items: BudgetRow[] }>(`/api/budget?measure=${measure}&year=${year}`);
    const [row] = items;
    if (!row) throw new Error(`there is no budget of ${measure} in ${year}`);
    return row;
  }

  /** Does what staff usually do until the case stands as wished. */
  async until(id: string, wished: (view: CaseView) => boolean, answers: Answers = {}): Promise<CaseView> {
    const late = Date.now() + 60_000;
    for (;;) {
      const view = await this.view(id);
      if (wished(view)) return view;
      if (view.status === 'closed' || Date.now() > late) {
        throw new Error(`${id} stands at ${view.steps.join(', ')} (${view.status} ${view.outcome ?? ''}): ${JSON.stringify(view.incidentList)}`);
      }
      const [task] = view.tasks;
      if (!task || !(await this.finish(view, task, answers))) await pause(60);
    }
  }

  untilTask(id: string, step: string, answers?: Answers): Promise<CaseView> {
    return this.until(id, (view) => view.tasks.some((task) => task.step === step), answers);
  }

  /** Until the notice is public and its days run. */
  untilNotice(id: string): Promise<CaseView> {
    return this.until(id, (view) => view.notices.some((notice) => notice.status === 'open' && notice.to !== undefined));
  }

  async untilClosed(id: string, answers?: Answers): Promise<CaseView> {
    return this.until(id, (view) => view.status === 'closed', answers);
  }

  /** The one open task at a step. */
  async task(id: string, step: string): Promise<TaskView> {
    const task = (await this.view(id)).tasks.find((candidate) => candidate.step === step);
    if (!task) throw new Error(`${id} has no task at ${step}`);
    return task;
  }

  /** One person finishes one task, and the door's answer as it is. */
  async complete(account: string, task: TaskView, answer: SampleAnswer, key?: string): Promise<Answer<unknown>> {
    const detail = await this.person(account).get<TaskDetail>(taskPath(task));
    const data = detail.status === 200 ? fillForm(detail.body, answer.data, '2026-03-02') : answer.data;
    return this.person(account).post(`${taskPath(task)}/complete`, { outcome: answer.outcome, data, reason: answer.reason ?? '按常规处理。' }, key);
  }

  /** Somebody who may finishes a task; false where nobody may just now, or somebody else did. */
  private async finish(view: CaseView, task: TaskView, answers: Answers): Promise<boolean> {
    const applicant = applicants.find(({ creditCode }) => creditCode === task.applicant.creditCode);
    const who = await this.staff.whoCan(task, `applicant-${applicant?.measure ?? ''}`).catch(() => undefined); // it may be done already
    if (!who) return false;
    const answer = answers[task.step] ?? sampleAnswers(sample(task.measure))[task.step];
    // A payment that a kill left in doubt is looked up, and never simply taken for paid.
    const outcome = answer?.outcome ?? (task.step === 'reconcilePayment' ? reconcile(view, task) : task.outcomes[0]?.id) ?? '';
    const { status, body } = await this.complete(who.door.account, task, { data: {}, ...answer, outcome });
    if (status >= 300 && status !== 409 && status !== 503) throw new Error(`${task.case} ${task.task}: ${JSON.stringify(body)}`);
    return status < 300;
  }
}

function sample(measure: string): SampleApplicant {
  const found = applicantOf(measure);
  if (!found) throw new Error(`there is no sample applicant of ${measure}`);
  return found;
}
