import { defineCheck, type Check } from './defineCheck.ts';

/** Role whose tasks belong to the applicant, who is written to by credit code. */
const applicantRole = 'applicant';

const title = { zh: '发送提醒', en: 'Send reminder' };

// Annotated because the step registry, by which `process.steps` is typed, itself names the checks.
/** Writes to everyone whose task of this case is open, and to the applicant where no task is, that the case waits. */
export const reminder: Check = defineCheck({
  check: 'reminder',
  title,
  performer: 'reminder',
  result: [],
  failures: [],
  reads: () => [],
  ask: (process, state, step) => {
    const roles = [...new Set(state.tasks.map((task) => task.role))];
    const staff = roles.filter((role) => role !== applicantRole);
    const toApplicant = roles.length === 0 || roles.includes(applicantRole);
    const subject = process.steps.find((each) => each.id === step)?.name ?? title;
    return {
      to: [...staff.map((role) => ({ role })), ...(toApplicant ? [{ applicant: state.applicant.creditCode }] : [])],
      text: {
        zh: `${subject.zh}：案件 ${state.case} 有待办理，请尽快处理。`,
        en: `${subject.en}: case ${state.case} is waiting; please attend to it soon.`,
      },
    };
  },
  usual: () => ({}),
  judge: () => ({}),
});
