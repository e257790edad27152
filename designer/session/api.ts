import type {
  BudgetRow, CaseRow, CaseView, Declare, DocumentView, Draft, DraftStanding, IncidentRow, KeptScenario, MeasureSummary, MeasureView, Message, MessageReceipt, NoticeView, Person, ProposalRow, ProposalView, Session, SignedOut,
  TaskDetail, TaskDone, TaskView, VersionSummary,
} from '../../model/api.ts';
import type { CalendarYear } from '../../model/calendar/calendarYear.ts';
import type { Process, PublishedVersion, Waiver } from '../../model/process.ts';
import type { Scenario } from '../../model/scenario/scenario.ts';
import type { JsonObject } from '../../model/text.ts';
import type { TrailEntry } from '../../model/trail.ts';
import { request, upload } from './request.ts';

/** One page of a list, as the door gives it. */
export interface Page<T> {
  items: T[];
  next?: string;
  total?: number;
}

function query(values: Record<string, string | number | undefined>): string {
  const given = Object.entries(values).filter((entry): entry is [string, string | number] => entry[1] !== undefined && entry[1] !== '');
  return given.length ? `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()}` : '';
}

const of = encodeURIComponent;

/** Somebody who has a process open, and since when they said so last. */
export type Presence = Person & { at: string };

/** What is proposed for publication: the draft at a revision, or an earlier version again. */
export type Proposed = ({ revision: number } | { version: number }) & { note: string; waivers: Waiver[] };

/** The acts on a whole case. */
export type CaseAct = 'withdraw' | 'suspend' | 'resume' | 'terminate';

/** How a stuck case is helped on from this page; skipping takes two people. */
export type IncidentHelp = 'retry' | 'proposeSkip' | 'skip';

/** What this page asks of the door, by name; the contract is `model/api.ts`. */
export const api = {
  session: () => request<Session>('GET', '/api/session'),
  signIn: (account: string, password: string) => request<Session>('POST', '/api/session', { account, password }),
  signOut: () => request<SignedOut>('DELETE', '/api/session'),
  measures: () => request<Page<MeasureSummary>>('GET', '/api/measures'),
  measure: (number: string) => request<MeasureView>('GET', `/api/measures/${of(number)}`),
  version: (process: string, version: number | 'latest') => request<PublishedVersion>('GET', `/api/processes/${of(process)}/versions/${version}`),
  versions: () => request<Page<VersionSummary>>('GET', '/api/processes'),
  draft: (process: string) => request<Draft>('GET', `/api/processes/${of(process)}/draft`),
  putDraft: (process: string, revision: number, content: Process) => request<DraftStanding>('PUT', `/api/processes/${of(process)}/draft`, { revision, process: content }),
  discardDraft: (process: string, revision: number) => request<DraftStanding>('DELETE', `/api/processes/${of(process)}/draft${query({ revision })}`),
  presence: (process: string, here: boolean) => request<Page<Presence>>('POST', `/api/processes/${of(process)}/presence`, { here }),
  scenarios: (process: string) => request<Page<KeptScenario>>('GET', `/api/processes/${of(process)}/scenarios`),
  putScenario: (process: string, scenario: string, content: Scenario) => request<KeptScenario>('PUT', `/api/processes/${of(process)}/scenarios/${of(scenario)}`, content),
  deleteScenario: (process: string, scenario: string) => request<Page<KeptScenario>>('DELETE', `/api/processes/${of(process)}/scenarios/${of(scenario)}`),
  propose: (process: string, proposal: Proposed) => request<ProposalRow>('POST', `/api/processes/${of(process)}/proposals`, proposal),
  proposals: (filter: Record<string, string | undefined>) => request<Page<ProposalRow>>('GET', `/api/proposals${query(filter)}`),
  proposal: (proposal: number) => request<ProposalView>('GET', `/api/proposals/${proposal}`),
  approve: (proposal: number) => request<VersionSummary>('POST', `/api/proposals/${proposal}/approval`),
  reject: (proposal: number, reason: string) => request<ProposalRow>('POST', `/api/proposals/${proposal}/rejection`, { reason }),
  withdrawProposal: (proposal: number) => request<ProposalRow>('POST', `/api/proposals/${proposal}/withdrawal`),
  cases: (filter: Record<string, string | number | undefined>) => request<Page<CaseRow> & { moreThanTotal?: true }>('GET', `/api/cases${query(filter)}`),
  case: (id: string) => request<CaseView>('GET', `/api/cases/${of(id)}`),
  trail: (id: string) => request<Page<TrailEntry>>('GET', `/api/cases/${of(id)}/trail`),
  declare: (declaration: Declare) => request<CaseView>('POST', '/api/cases', declaration),
  act: (id: string, act: CaseAct, reason: string) => request<CaseRow>('POST', `/api/cases/${of(id)}/${act}`, { reason }),
  helpIncident: (id: string, incident: string, how: IncidentHelp, reason: string) =>
    how === 'proposeSkip'
      ? request<CaseRow>('POST', `/api/cases/${of(id)}/incidents/${of(incident)}/skip-proposal`, { reason })
      : request<CaseRow>('POST', `/api/cases/${of(id)}/incidents/${of(incident)}`, { how, reason }),
  correct: (id: string, incident: string, reason: string, data: { [part: string]: JsonObject }) => request<CaseRow>('POST', `/api/cases/${of(id)}/incidents/${of(incident)}`, { how: 'correct', reason, data }),
  incidents: (filter: Record<string, string | number | undefined>) => request<Page<IncidentRow>>('GET', `/api/incidents${query(filter)}`),
  recover: (id: string, how: 'restart' | 'close', reason: string) => request<CaseRow>('POST', `/api/cases/${of(id)}/recovery`, { how, reason }),
  tasks: (filter: Record<string, string | number | undefined>) => request<Page<TaskView>>('GET', `/api/tasks${query(filter)}`),
  task: (id: string, task: string) => request<TaskDetail>('GET', `/api/tasks/${of(id)}/${of(task)}`),
  claim: (id: string, task: string) => request<TaskView>('POST', `/api/tasks/${of(id)}/${of(task)}/claim`),
  release: (id: string, task: string, reason?: string) => request<TaskView>('POST', `/api/tasks/${of(id)}/${of(task)}/release`, reason === undefined ? {} : { reason }),
  complete: (id: string, task: string, outcome: string, data: JsonObject, reason: string | undefined) =>
    request<TaskDone>('POST', `/api/tasks/${of(id)}/${of(task)}/complete`, { outcome, data, ...(reason ? { reason } : {}) }),
  upload: (file: File, kind: string, measure: string, progress: (share: number) => void) => upload<DocumentView>('/api/documents', file, { kind, measure }, progress),
  documentAddress: (document: string) => `/api/documents/${of(document)}/content`,
  notices: () => request<Page<NoticeView>>('GET', '/api/notices'),
  object: (notice: string, message: Message) => request<MessageReceipt>('POST', `/api/notices/${of(notice)}/objections`, message),
  report: (notice: string, message: Message) => request<MessageReceipt>('POST', `/api/notices/${of(notice)}/reports`, message),
  calendars: () => request<Page<CalendarYear>>('GET', '/api/calendars'),
  budget: (year: number) => request<Page<BudgetRow>>('GET', `/api/budget${query({ year })}`),
};
