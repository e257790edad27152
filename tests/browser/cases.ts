import { setTimeout as pause } from 'node:timers/promises';
import { applicantOf } from '../../measures/applicants.ts';
import { measures } from '../../measures/index.ts';
import { sampleAnswers } from '../../measures/sampleAnswers.ts';
import type { SampleApplicant } from '../../measures/sampleApplicant.ts';
import type { CaseView } from '../../model/api/cases.ts';
import type { JsonObject } from '../../model/text.ts';
import type { Process } from '../../model/process.ts';
import type { JsonSchema } from '../../model/form/jsonSchema.ts';
import type { Step } from '../../model/steps/index.ts';
import { fillForm } from '../../sandbox/demo/answers.ts';
import { file } from '../../sandbox/demo/drive.ts';
import { applications } from '../../sandbox/demo/application.ts';
import { taskPath, type Staff } from '../../sandbox/demo/staff.ts';

type UserTask = Extract<Step, { outcomes: unknown }>;

/** The process of a measure. */
export function processOf(measure: string): Process {
  const found = measures.find((process) => process.measure.number === measure);
  if (!found) throw new Error(`there is no measure ${measure}`);
  return found;
}

/** The name of a step in Chinese. */
export function stepName(process: Process, step: string): string {
  return process.steps.find(({ id }) => id === step)?.name.zh ?? step;
}

/** One of the forms of a process. */
export function formOf(process: Process, form: string): JsonSchema {
  const found = process.forms.find(({ id }) => id === form);
  if (!found) throw new Error(`${process.id} has no form ${form}`);
  return found.schema;
}

/** The sample applicant of a measure. */
export function applicantFor(measure: string): SampleApplicant {
  const found = applicantOf(measure);
  if (!found) throw new Error(`there is no sample applicant of ${measure}`);
  return found;
}

/** Files one of the demonstration's applications through the public API, with a clock of its own. */
export async function filed(staff: Staff, id: string, dayMs: number): Promise<CaseView> {
  const application = applications.find((candidate) => candidate.id === id);
  if (!application) throw new Error(`the demonstration has no application ${id}`);
  return file({ staff, start: '2026-03-02', dayMs, tell: () => undefined }, application, processOf(application.applicant.measure));
}

/** Lets everybody do their usual work through the public API until the case is where it is wanted; answers with it. */
export async function driven(staff: Staff, caseId: string, applicant: SampleApplicant, there: (view: CaseView) => boolean): Promise<CaseView> {
  const answers = sampleAnswers(applicant);
  for (;;) {
    const view = await staff.door('admin-1').get<CaseView>(`/api/cases/${caseId}`);
    if (there(view)) return view;
    if (view.status === 'closed') throw new Error(`${caseId} ended before it was where it was wanted: ${view.outcome}`);
    for (const task of view.tasks) {
      const who = await staff.whoCan(task, `applicant-${applicant.measure}`);
      const answer = answers[task.step];
      if (!who || !answer) continue;
      const data = fillForm(who.detail, answer.data, '2026-03-04');
      await who.door.post(`${taskPath(task)}/complete`, { outcome: answer.outcome, data, reason: '按常规办理。' });
      break;
    }
    await pause(100);
  }
}

/** What people write into the forms of a case that goes straight to payment, by step. */
export function answersOf(applicant: SampleApplicant): { [step: string]: JsonObject } {
  const usual = Object.entries(sampleAnswers(applicant)).map(([step, { data }]) => [step, data]);
  return { ...Object.fromEntries(usual), answerReport: { answer: '经核查，数据属实，举报不成立。' } };
}

/** A step that people do. */
export function userTask(process: Process, step: string): UserTask {
  const found = process.steps.find((candidate) => candidate.id === step);
  if (!found || !('outcomes' in found)) throw new Error(`${step} is no task of ${process.id}`);
  return found;
}
