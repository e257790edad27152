import { createMongoAbility, subject, AbilityBuilder, type ForcedSubject, type MongoAbility } from '@casl/ability';
import type { Operation } from '../model/api/operations.ts';
import type { Account } from '../model/api/session.ts';
import type { CaseScope } from './store/caseList.ts';
import { refuse } from './refusals.ts';

/** What rights are judged by: whose case it is, and which roles may read it ({@link rolesAt}). */
export interface CaseFacts {
  creditCode: string;
  roles: string[];
}
/** A file: whose it is, who brought it, and which roles may read its case. */
export interface DocumentFacts {
  creditCode: string | null;
  uploadedBy: string;
  roles: string[];
}
interface TaskFacts {
  creditCode: string;
  role: string;
}

type Actions = 'read' | 'readPersonal' | 'readIdentity' | 'declare' | 'overrideCreditCode' | 'object' | 'attach' | 'work';
type Subjects =
  | 'Case'
  | 'Task'
  | 'Document'
  | (CaseFacts & ForcedSubject<'Case'>)
  | (TaskFacts & ForcedSubject<'Task'>)
  | (DocumentFacts & ForcedSubject<'Document'>);
type Ability = MongoAbility<[Actions, Subjects]>;

const staffRoles = ['intakeClerk', 'reviewer', 'siteOfficer', 'statisticsOfficer', 'humanResourcesOfficer', 'cultureOfficer', 'decisionMaker', 'expert', 'finance'];
/** Roles whose desk is the whole programme: they answer for cases from the first day to the last, and read them all. */
const deskRoles = ['intakeClerk', 'reviewer', 'decisionMaker', 'finance'];
/** Roles that read every case, whether they work on it or not. */
const readerRoles = ['processOwner', 'auditor', 'administrator'];
/** Roles that see personal and financial fields (`x-personal`): they check or pay by them, or audit who did. */
const personalRoles = ['intakeClerk', 'reviewer', 'finance', 'auditor'];
/** The role that answers objections and reports, and so may know who signed them. */
const handlerRoles = ['decisionMaker'];

/**
 * Who may do what to which case, task and document: the one place that says so. That a role may call an operation at all is
 * said by the table of operations; what the case's own progress allows is judged by `mayAccept`.
 */
function abilityOf(account: Account): Ability {
  const { can, build } = new AbilityBuilder<Ability>(createMongoAbility);
  const has = (roles: string[]) => account.roles.some((role) => roles.includes(role));
  const own = account.applicant;
  if (account.roles.includes('applicant') && own !== undefined) {
    can(['read', 'readPersonal', 'declare', 'object'], 'Case', { creditCode: own });
    can('work', 'Task', { role: 'applicant', creditCode: own });
    can(['read', 'attach'], 'Document', { creditCode: own });
  }
  const working = account.roles.filter((role) => staffRoles.includes(role));
  if (working.length > 0) {
    can('read', 'Case', { roles: { $in: working } });
    can('work', 'Task', { role: { $in: working } });
    can('read', 'Document', { roles: { $in: working } });
  }
  if (has(['intakeClerk'])) {
    can(['declare', 'overrideCreditCode'], 'Case');
    can(['read', 'attach'], 'Document', { uploadedBy: account.id });
  }
  if (has(readerRoles)) can('read', 'Case');
  if (has(['auditor'])) can('read', 'Document');
  if (has(personalRoles)) can('readPersonal', 'Case');
  if (has(handlerRoles)) can('readIdentity', 'Case');
  return build();
}

/** Roles whose people may read a case: those of the desk, and whoever else has or had a task in it. */
export const rolesAt = ({ roles }: { roles: string[] }): string[] => [...deskRoles, ...roles];

/** One person's rights. */
export interface Access {
  case(action: 'read' | 'readPersonal' | 'readIdentity' | 'declare' | 'overrideCreditCode' | 'object', facts: CaseFacts): boolean;
  task(facts: TaskFacts): boolean;
  document(action: 'read' | 'attach', facts: DocumentFacts): boolean;
  /** Whether lists show cases that were filed and are not started: to whoever filed them, and to who looks after the system. */
  startingCases: boolean;
  /** Whether this person audits, and sees also what a vote keeps until it is over. */
  audits: boolean;
  /** Whether this person reads drafts of processes and what is proposed. */
  readsDrafts: boolean;
  /** Which cases a list may show. */
  scope(): CaseScope;
}

/** The rights of an account. */
export function accessOf(account: Account): Access {
  const ability = abilityOf(account);
  return {
    // CASL marks its argument with a type name, so each question gets its own copy.
    case: (action, facts) => ability.can(action, subject('Case', { ...facts })),
    task: (facts) => ability.can('work', subject('Task', { ...facts })),
    document: (action, facts) => ability.can(action, subject('Document', { ...facts })),
    startingCases: account.applicant !== undefined || account.roles.includes('administrator'),
    audits: account.roles.includes('auditor'),
    readsDrafts: account.roles.some((role) => readerRoles.includes(role)),
    scope() {
      if (account.applicant !== undefined) return { creditCode: account.applicant };
      const whole = ability.can('read', subject('Case', { creditCode: '', roles: rolesAt({ roles: [] }) }));
      return whole ? 'all' : { roles: account.roles.filter((role) => staffRoles.includes(role)) };
    },
  };
}

/** Refuses whoever may not call an operation at all. */
export function mayCall(operation: Operation, account: Account | undefined): void {
  if (operation.who === 'everybody') return;
  if (!account) throw refuse('notSignedIn', '请先登录再进行此操作。', 'Sign in before you do this.');
  const { who } = operation;
  if (who !== 'signedIn' && !account.roles.some((role) => who.includes(role))) {
    throw refuse('notAllowed', `您没有“${operation.title.zh}”的权限。`, `You do not have the right to “${operation.title.en}”.`);
  }
}
