import type { Account } from '../model/api/session.ts';
import { applicants } from '../measures/applicants.ts';
import { calendars } from '../measures/calendars.ts';
import { measures } from '../measures/index.ts';
import { negativeCases } from '../measures/negativeCases.ts';
import type { SampleApplicant } from '../measures/sampleApplicant.ts';
import type { Store } from './store/createStore.ts';

/** The published password of every sandbox account. */
export const sandboxPassword = 'shenpi';

// Assumed, like every figure of a sandbox: enough for many cases of the largest award, little enough to run out in a test.
const appropriationFen = 5_000_000_000;
const budgetYears = [2025, 2026, 2027, 2028];

const staff: [id: string, zh: string, en: string, ...roles: string[]][] = [
  ['intake-1', '受理员一', 'Intake clerk 1', 'intakeClerk'],
  ['intake-2', '受理员二', 'Intake clerk 2', 'intakeClerk'],
  ['reviewer-1', '初审员一', 'Reviewer 1', 'reviewer'],
  ['reviewer-2', '初审员二', 'Reviewer 2', 'reviewer'],
  ['site-1', '现场核查员一', 'Site officer 1', 'siteOfficer'],
  ['site-2', '现场核查员二', 'Site officer 2', 'siteOfficer'],
  ['statistics-1', '统计员', 'Statistics officer', 'statisticsOfficer'],
  ['hr-1', '人社专员', 'Human resources officer', 'humanResourcesOfficer'],
  ['culture-1', '文体专员', 'Culture officer', 'cultureOfficer'],
  ['decision-1', '审定人一', 'Decision maker 1', 'decisionMaker'],
  ['decision-2', '审定人二', 'Decision maker 2', 'decisionMaker'],
  ['decision-3', '审定人三', 'Decision maker 3', 'decisionMaker'],
  ['expert-1', '专家一', 'Expert 1', 'expert'],
  ['expert-2', '专家二', 'Expert 2', 'expert'],
  ['expert-3', '专家三', 'Expert 3', 'expert'],
  ['finance-1', '财务一', 'Finance 1', 'finance'],
  ['finance-2', '财务二', 'Finance 2', 'finance'],
  ['owner-1', '流程负责人一', 'Process owner 1', 'processOwner'],
  ['owner-2', '流程负责人二', 'Process owner 2', 'processOwner'],
  ['auditor-1', '审计员', 'Auditor', 'auditor'],
  ['admin-1', '管理员', 'Administrator', 'administrator'],
];

const claimantOf = (id: string, { name, creditCode }: SampleApplicant): Account => ({ id: `applicant-${id}`, name: { zh: name, en: `Applicant ${id}` }, roles: ['applicant'], applicant: creditCode });

/** The people of a sandbox: one applicant for each sample claim and each one that goes wrong, and the staff of every role. */
export function sandboxAccounts(): Account[] {
  const claimants = applicants.map((applicant) => claimantOf(applicant.measure, applicant));
  const negative = negativeCases.flatMap(({ id, applicant, earlier }) => [claimantOf(id, applicant), ...(earlier ? [claimantOf(`${id}-first`, earlier)] : [])]);
  const second = claimants.find((account) => account.id === 'applicant-M02');
  const alias = second ? [{ ...second, id: 'applicant' }] : [];
  return [...alias, ...claimants, ...negative, ...staff.map(([id, zh, en, ...roles]) => ({ id, name: { zh, en }, roles }))];
}

/** Fills what is missing: the measures as version 1, the calendars, and in a sandbox people and money. What is there stays as it is. */
export async function seedStore(store: Store, sandbox: boolean): Promise<void> {
  for (const process of measures) await store.versions.seed(process, 'system', '首次载入 / first load');
  await store.calendars.seed(calendars);
  if (!sandbox) return;
  await store.settings.settle('sandbox', true);
  await store.accounts.seed(sandboxAccounts(), sandboxPassword);
  for (const year of budgetYears) {
    for (const { measure } of measures) {
      await store.ledger.appropriate({ effectId: `sandbox/${measure.number}/${year}`, measure: measure.number, year, amountFen: appropriationFen });
    }
  }
}
