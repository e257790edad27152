import type { z } from 'zod';
import { taskDoneSchema } from './acts.ts';
import { appropriationSchema, budgetListSchema, budgetQuerySchema, budgetRowSchema } from './budget.ts';
import {
  archivedRunListSchema,
  caseActSchema,
  caseListSchema,
  caseQuerySchema,
  caseRowSchema,
  caseViewSchema,
  declareSchema,
  resolveIncidentSchema,
  trailQuerySchema,
  trailSchema,
} from './cases.ts';
import {
  createProcessSchema, discardDraftSchema, draftLimitBytes, draftListSchema, draftSchema, draftStandingSchema, keptScenarioSchema, presenceListSchema, presenceSchema, putDraftSchema, scenarioLimitBytes,
  scenarioListSchema,
} from './drafts.ts';
import { documentViewSchema, uploadFieldsSchema } from './documents.ts';
import { incidentListSchema, incidentQuerySchema, recoverSchema } from './incidents.ts';
import { letterListSchema } from './letters.ts';
import { measureListSchema, measureViewSchema, publishedVersionSchema, versionListSchema, versionSummarySchema } from './measures.ts';
import { messageReceiptSchema, messageSchema, noticeListSchema } from './notices.ts';
import { proposalListSchema, proposalQuerySchema, proposalRowSchema, proposalSchema, proposeSchema, rejectSchema } from './proposals.ts';
import { beginSignInSchema, sessionSchema, signedOutSchema, signInSchema } from './session.ts';
import { completeTaskSchema, releaseTaskSchema, returnTaskSchema, taskDetailSchema, taskListSchema, taskQuerySchema, taskViewSchema } from './tasks.ts';
import { attemptListSchema, attemptQuerySchema, calendarListSchema, calendarTakenSchema, clockSchema, putCalendarSchema } from './upkeep.ts';
import { actRoles } from '../mayAccept.ts';
import { scenarioSchema } from '../scenario/scenario.ts';
import type { Text } from '../text.ts';

/** One thing the door can do: enough to route, to validate and to document it. */
export interface Operation {
  method: 'get' | 'post' | 'put' | 'delete';
  /** As Express writes it; parameters are URL-encoded (a task id contains `/`, `#` and `.`). */
  path: string;
  title: Text;
  /** Who may call it: everybody, who is signed in, or these roles. */
  who: 'everybody' | 'signedIn' | string[];
  query?: z.ZodType;
  body?: z.ZodType;
  /** How the body comes; JSON where not said. */
  upload?: true;
  /** The largest body in bytes, where it is not the usual one. */
  limitBytes?: number;
  /** Repeating it does no harm, so a write of it needs no idempotency key. */
  repeatable?: true;
  answer?: z.ZodType;
  /** Media type of an answer that is not JSON. */
  media?: string;
  status?: 201 | 204 | 302;
}

/** Who edits processes and publishes them, and who reads what becomes of them. */
const editors = ['processOwner'];
const processReaders = [...editors, 'auditor', 'administrator'];

const define = <O extends Record<string, Operation>>(operations: O): O => operations;

/** Every operation of the door, by name; routes and the OpenAPI document are both made from it. */
export const operations = define({
  session: { method: 'get', path: '/api/session', title: { zh: '当前会话', en: 'Who is signed in' }, who: 'everybody', answer: sessionSchema },
  signIn: { method: 'post', path: '/api/session', title: { zh: '用沙箱账号登录', en: "Sign in by a sandbox's account" }, who: 'everybody', body: signInSchema, repeatable: true, answer: sessionSchema },
  beginSignIn: { method: 'get', path: '/api/sign-in', title: { zh: '前往统一身份认证登录', en: 'Go to the identity provider to sign in' }, who: 'everybody', query: beginSignInSchema, media: 'text/html', status: 302 },
  finishSignIn: { method: 'get', path: '/api/sign-in/callback', title: { zh: '从统一身份认证返回', en: 'Come back from the identity provider' }, who: 'everybody', media: 'text/html', status: 302 },
  signOut: { method: 'delete', path: '/api/session', title: { zh: '退出', en: 'Sign out' }, who: 'everybody', repeatable: true, answer: signedOutSchema },
  measures: { method: 'get', path: '/api/measures', title: { zh: '措施目录', en: 'Measures' }, who: 'everybody', answer: measureListSchema },
  measure: { method: 'get', path: '/api/measures/:number', title: { zh: '一项措施', en: 'One measure' }, who: 'everybody', answer: measureViewSchema },
  processes: { method: 'get', path: '/api/processes', title: { zh: '已发布流程', en: 'Published processes' }, who: 'signedIn', answer: versionListSchema },
  version: { method: 'get', path: '/api/processes/:id/versions/:version', title: { zh: '已发布版本（可用 latest）', en: 'One published version (`latest` allowed)' }, who: 'signedIn', answer: publishedVersionSchema },
  drafts: { method: 'get', path: '/api/drafts', title: { zh: '草稿列表', en: 'Drafts' }, who: processReaders, answer: draftListSchema },
  createProcess: { method: 'post', path: '/api/processes', title: { zh: '新建流程（复制）', en: 'Begin a new process as a copy' }, who: editors, body: createProcessSchema, answer: draftSchema, status: 201 },
  draft: { method: 'get', path: '/api/processes/:id/draft', title: { zh: '流程草稿（没有草稿时为最新版本）', en: 'The draft of a process; its latest version where there is none' }, who: processReaders, answer: draftSchema },
  putDraft: { method: 'put', path: '/api/processes/:id/draft', title: { zh: '保存草稿', en: 'Keep a draft' }, who: editors, body: putDraftSchema, limitBytes: draftLimitBytes, repeatable: true, answer: draftStandingSchema },
  discardDraft: { method: 'delete', path: '/api/processes/:id/draft', title: { zh: '放弃草稿', en: 'Throw a draft away' }, who: editors, query: discardDraftSchema, answer: draftStandingSchema },
  presence: { method: 'post', path: '/api/processes/:id/presence', title: { zh: '谁正在打开该流程', en: 'Who has this process open' }, who: processReaders, body: presenceSchema, repeatable: true, answer: presenceListSchema },
  scenarios: { method: 'get', path: '/api/processes/:id/scenarios', title: { zh: '情景列表', en: 'Scenarios of a process' }, who: processReaders, answer: scenarioListSchema },
  putScenario: { method: 'put', path: '/api/processes/:id/scenarios/:scenario', title: { zh: '保存情景', en: 'Keep a scenario' }, who: editors, body: scenarioSchema, limitBytes: scenarioLimitBytes, answer: keptScenarioSchema },
  deleteScenario: { method: 'delete', path: '/api/processes/:id/scenarios/:scenario', title: { zh: '删除情景', en: 'Delete a scenario' }, who: editors, answer: scenarioListSchema },
  propose: { method: 'post', path: '/api/processes/:id/proposals', title: { zh: '申请发布', en: 'Propose to publish' }, who: editors, body: proposeSchema, answer: proposalRowSchema, status: 201 },
  proposals: { method: 'get', path: '/api/proposals', title: { zh: '发布申请列表', en: 'Proposals' }, who: processReaders, query: proposalQuerySchema, answer: proposalListSchema },
  proposal: { method: 'get', path: '/api/proposals/:proposal', title: { zh: '一项发布申请', en: 'One proposal' }, who: processReaders, answer: proposalSchema },
  approve: { method: 'post', path: '/api/proposals/:proposal/approval', title: { zh: '批准并发布', en: 'Approve and publish' }, who: editors, answer: versionSummarySchema, status: 201 },
  reject: { method: 'post', path: '/api/proposals/:proposal/rejection', title: { zh: '不予批准', en: 'Reject a proposal' }, who: editors, body: rejectSchema, answer: proposalRowSchema },
  withdrawProposal: { method: 'post', path: '/api/proposals/:proposal/withdrawal', title: { zh: '撤回发布申请', en: 'Withdraw a proposal' }, who: editors, answer: proposalRowSchema },
  declare: { method: 'post', path: '/api/cases', title: { zh: '申报', en: 'Declare' }, who: ['applicant', 'intakeClerk'], body: declareSchema, answer: caseViewSchema, status: 201 },
  cases: { method: 'get', path: '/api/cases', title: { zh: '案件列表', en: 'Cases' }, who: 'signedIn', query: caseQuerySchema, answer: caseListSchema },
  case: { method: 'get', path: '/api/cases/:case', title: { zh: '一个案件', en: 'One case' }, who: 'signedIn', answer: caseViewSchema },
  trail: { method: 'get', path: '/api/cases/:case/trail', title: { zh: '案件经过', en: "A case's story" }, who: 'signedIn', query: trailQuerySchema, answer: trailSchema },
  history: { method: 'get', path: '/api/cases/:case/history', title: { zh: '归档的历史', en: 'Archived histories' }, who: ['auditor', 'administrator'], answer: archivedRunListSchema },
  archivedRun: { method: 'get', path: '/api/cases/:case/history/:run', title: { zh: '一次运行的历史（JSON）', en: 'History of one run (JSON)' }, who: ['auditor', 'administrator'], media: 'application/json' },
  withdraw: { method: 'post', path: '/api/cases/:case/withdraw', title: { zh: '撤回', en: 'Withdraw' }, who: actRoles.caseWithdrawn, body: caseActSchema, answer: caseRowSchema },
  suspend: { method: 'post', path: '/api/cases/:case/suspend', title: { zh: '中止', en: 'Suspend' }, who: actRoles.caseSuspended, body: caseActSchema, answer: caseRowSchema },
  resume: { method: 'post', path: '/api/cases/:case/resume', title: { zh: '恢复', en: 'Resume' }, who: actRoles.caseResumed, body: caseActSchema, answer: caseRowSchema },
  terminate: { method: 'post', path: '/api/cases/:case/terminate', title: { zh: '终止', en: 'Terminate' }, who: actRoles.caseTerminated, body: caseActSchema, answer: caseRowSchema },
  resolveIncident: { method: 'post', path: '/api/cases/:case/incidents/:incident', title: { zh: '处理异常', en: 'Help a stuck case on' }, who: actRoles.incidentResolved, body: resolveIncidentSchema, answer: caseRowSchema },
  proposeSkip: { method: 'post', path: '/api/cases/:case/incidents/:incident/skip-proposal', title: { zh: '建议跳过', en: 'Propose to skip a stuck step' }, who: actRoles.skipProposed, body: caseActSchema, answer: caseRowSchema },
  incidents: { method: 'get', path: '/api/incidents', title: { zh: '异常案件', en: 'Cases that cannot go on by themselves' }, who: ['administrator', 'processOwner'], query: incidentQuerySchema, answer: incidentListSchema },
  recover: { method: 'post', path: '/api/cases/:case/recovery', title: { zh: '恢复或终止工作流被外部结束的案件', en: 'Set a case going again, or close it, whose workflow was ended from outside' }, who: actRoles.caseRestarted, body: recoverSchema, answer: caseRowSchema },
  tasks: { method: 'get', path: '/api/tasks', title: { zh: '待办', en: 'Tasks' }, who: 'signedIn', query: taskQuerySchema, answer: taskListSchema },
  task: { method: 'get', path: '/api/tasks/:case/:task', title: { zh: '一项任务', en: 'One task' }, who: 'signedIn', answer: taskDetailSchema },
  claim: { method: 'post', path: '/api/tasks/:case/:task/claim', title: { zh: '签收', en: 'Claim' }, who: 'signedIn', answer: taskViewSchema },
  release: { method: 'post', path: '/api/tasks/:case/:task/release', title: { zh: '退回组内', en: 'Release' }, who: 'signedIn', body: releaseTaskSchema, answer: taskViewSchema },
  complete: { method: 'post', path: '/api/tasks/:case/:task/complete', title: { zh: '办结', en: 'Complete' }, who: 'signedIn', body: completeTaskSchema, answer: taskDoneSchema },
  returnTask: { method: 'post', path: '/api/tasks/:case/:task/return', title: { zh: '退回补正', en: 'Send back' }, who: 'signedIn', body: returnTaskSchema, answer: taskDoneSchema },
  upload: { method: 'post', path: '/api/documents', title: { zh: '上传材料', en: 'Upload a document' }, who: ['applicant', 'intakeClerk'], body: uploadFieldsSchema, upload: true, answer: documentViewSchema, status: 201 },
  download: { method: 'get', path: '/api/documents/:id/content', title: { zh: '下载材料', en: 'Download a document' }, who: 'signedIn', media: 'application/octet-stream' },
  notices: { method: 'get', path: '/api/notices', title: { zh: '公示', en: 'Public notices' }, who: 'everybody', answer: noticeListSchema },
  object: { method: 'post', path: '/api/notices/:notice/objections', title: { zh: '提出异议', en: 'Object' }, who: ['applicant'], body: messageSchema, answer: messageReceiptSchema, status: 201 },
  report: { method: 'post', path: '/api/notices/:notice/reports', title: { zh: '举报', en: 'Report' }, who: 'everybody', body: messageSchema, answer: messageReceiptSchema, status: 201 },
  calendars: { method: 'get', path: '/api/calendars', title: { zh: '工作日历', en: 'Calendars' }, who: 'signedIn', answer: calendarListSchema },
  putCalendar: { method: 'put', path: '/api/calendars/:year', title: { zh: '载入或更正日历', en: 'Load or correct a calendar' }, who: ['administrator'], body: putCalendarSchema, answer: calendarTakenSchema },
  budget: { method: 'get', path: '/api/budget', title: { zh: '预算', en: 'Budget' }, who: ['finance', 'decisionMaker', 'auditor', 'administrator'], query: budgetQuerySchema, answer: budgetListSchema },
  appropriate: { method: 'post', path: '/api/budget/appropriations', title: { zh: '下达预算', en: 'Appropriate' }, who: ['finance', 'administrator'], body: appropriationSchema, answer: budgetRowSchema, status: 201 },
  letters: { method: 'get', path: '/api/letters', title: { zh: '我的提醒', en: 'My reminders' }, who: 'signedIn', answer: letterListSchema },
  attempts: { method: 'get', path: '/api/attempts', title: { zh: '被拒绝的操作', en: 'Refused attempts' }, who: ['auditor', 'administrator'], query: attemptQuerySchema, answer: attemptListSchema },
  clock: { method: 'get', path: '/api/clock', title: { zh: '时钟', en: 'Clock' }, who: 'everybody', answer: clockSchema },
  events: { method: 'get', path: '/api/events', title: { zh: '变更通知（SSE）', en: 'Changes as server-sent events' }, who: 'signedIn', media: 'text/event-stream' },
});

/** Name of an operation. */
export type OperationName = keyof typeof operations;
