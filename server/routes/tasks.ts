import type { TaskDone } from '../../model/api/acts.ts';
import type { CompleteTask, TaskView } from '../../model/api/tasks.ts';
import type { Account } from '../../model/api/session.ts';
import { mayAccept } from '../../model/mayAccept.ts';
import type { Act } from '../../workflows/messages.ts';
import type { Deps } from '../deps.ts';
import type { Call, Handlers } from '../http/call.ts';
import { Refused, refuse } from '../refusals.ts';
import { caseRowOf, decodeCursor } from '../store/cases.ts';
import type { TaskRecord } from '../store/tasks.ts';
import { claimedBy, definitionOf, formOf, taskDetailOf, taskViewOf, whyNot, type TaskInCase } from '../views/taskView.ts';
import { findCase, versionOf } from './findCase.ts';
import { judgeAnswers, judgeIdentity } from './judgeAnswers.ts';
import { sendAct } from './sendAct.ts';

const notOpen = (task: string) => refuse('taskNotOpen', '该任务不在办理中：已经办结、取消，或属于较早的一轮。', 'That task is not open: it is done, cancelled, or of an earlier visit.', task);

/** Tasks: lists, one to work on, claiming, completing. */
export function taskRoutes(deps: Deps): Handlers<'tasks' | 'task' | 'claim' | 'release' | 'complete' | 'returnTask'> {
  const { store, now } = deps;

  /** An open task on a case that this person may read. */
  const find = async (params: Record<string, string>, account: Account): Promise<TaskInCase> => {
    const { row, published } = await findCase(deps, params.case ?? '', account);
    const record = await store.tasks.find(row.case, params.task ?? '');
    if (record) return { record, case: row, process: published.process };
    const known = (await store.trail(row.case)).some((entry) => entry.facts.some((fact) => fact.fact === 'taskOpened' && fact.task === params.task));
    if (known) throw notOpen(params.task ?? '');
    throw refuse('unknown', '没有这项任务，请从待办列表进入。', 'There is no such task; open it from the list of tasks.', 'task');
  };
  const inCase = async (record: TaskRecord): Promise<TaskInCase | undefined> => {
    const row = await store.cases.find(record.case);
    return row && { record, case: row, process: (await versionOf(deps, row)).process };
  };
  const view = (task: TaskInCase, account: Account): TaskView => {
    const shown = taskViewOf(task, account, now());
    if (!shown) throw notOpen(task.record.task);
    return shown;
  };

  const finish = async (call: Call<'complete' | 'returnTask'>, answers: CompleteTask): Promise<TaskDone> => {
    const caseId = call.params.case ?? '';
    // Judging finds the case anyhow; what was judged before is sent again without.
    if (call.write.intent !== undefined) await findCase(deps, caseId, call.account);
    await sendAct(deps, call.write, caseId, async () => judge(await find(call.params, call.account), call, answers));
    const { row, published } = await findCase(deps, caseId, call.account);
    const open = await store.tasks.ofCase(caseId);
    const next = open.flatMap((record) => taskViewOf({ record, case: row, process: published.process }, call.account, now()) ?? []);
    return { case: caseRowOf(row), next: next.filter((task) => task.can) };
  };

  return {
    async tasks({ query, account, access }) {
      if (query.cursor !== undefined && !decodeCursor(query.cursor)) throw refuse('malformed', '游标无效，请从第一页开始。', 'The cursor is invalid; start at the first page.', 'cursor');
      if (query.case !== undefined) await findCase(deps, query.case, account);
      const { items, next } = await store.tasks.list({
        limit: query.limit,
        ...(query.case === undefined || query.group ? { roles: account.roles } : {}),
        ...(account.applicant === undefined ? {} : { creditCode: account.applicant }),
        ...(query.mine && account.applicant === undefined ? { claimedBy: account.id } : {}),
        ...(query.case === undefined ? {} : { case: query.case }),
        ...(query.measure === undefined ? {} : { measure: query.measure }),
        ...(query.cursor === undefined ? {} : { cursor: query.cursor }),
      });
      const tasks = await Promise.all(items.filter((record) => query.case !== undefined || access.task(record)).map(inCase));
      return { items: tasks.flatMap((task) => (task && taskViewOf(task, account, now())) ?? []), ...(next === undefined ? {} : { next }) };
    },
    async task({ params, account }) {
      const task = await find(params, account);
      const detail = taskDetailOf(task, account, now());
      if (!detail) throw notOpen(task.record.task);
      // The answers to start from may be personal, so only whoever may do the task gets them.
      return detail.can || detail.why?.code === 'taskClaimed' ? detail : { ...detail, prefill: {} };
    },
    async claim({ params, account }) {
      const task = await find(params, account);
      const no = whyNot(task, account);
      if (no && no.code !== 'caseSuspended') throw new Refused(no);
      const holder = await store.tasks.claim(task.record.case, task.record.task, account.id);
      if (holder !== account.id) throw new Refused(claimedBy(holder, task.record.task));
      return view({ ...task, record: { ...task.record, claimedBy: holder } }, account);
    },
    async release({ params, account, body }) {
      const task = await find(params, account);
      const { case: id, task: name, claimedBy: holder } = task.record;
      if (holder === null || holder === account.id) await store.tasks.release(id, name, account.id);
      else if (!account.roles.includes('administrator')) throw new Refused(claimedBy(holder, name));
      else if (!body.reason) throw refuse('reasonMissing', `请说明为何收回 ${holder} 的签收。`, `Say why the claim of ${holder} is taken back.`, '/reason');
      else await store.tasks.takeBack(id, name, holder, { by: account.id, reason: body.reason });
      return view({ ...task, record: { ...task.record, claimedBy: null } }, account);
    },
    complete: (call) => finish(call, call.body),
    returnTask: (call) => finish(call, { outcome: 'return', reason: call.body.reason, data: call.body.data ?? {} }),
  };
}

/** What completing means, or why not: rights and progress first, then the form of outcomes that need it. */
async function judge(task: TaskInCase, { account, actor }: Call<'complete' | 'returnTask'>, { outcome, data, reason }: CompleteTask): Promise<Act> {
  const { record, case: row, process } = task;
  const definition = definitionOf(task);
  if (!definition || !row.state) throw notOpen(record.task);
  if (record.claimedBy !== null && record.claimedBy !== account.id) throw new Refused(claimedBy(record.claimedBy, record.task));
  const { reason: _inData, ...answers } = data;
  const act = { event: 'taskCompleted' as const, task: record.task, actor, outcome, data: reason ? { ...answers, reason } : answers };
  const no = mayAccept(process, row.state, { ...act, at: row.state.at });
  if (no) throw new Refused(no);
  const form = formOf(process, definition.task);
  const chosen = definition.task.outcomes.find((candidate) => candidate.id === outcome);
  judgeIdentity(row.state.applicant, answers, '/data');
  const letPass = row.state.data.creditCodeOverride === undefined ? undefined : row.state.applicant.creditCode;
  if (form && chosen?.needsForm) judgeAnswers(form.schema, answers, '/data', letPass);
  else if (Object.keys(answers).length > 0) judgeAnswers({ ...(form?.schema ?? { type: 'object', properties: {}, additionalProperties: false }), required: [] }, answers, '/data', letPass);
  return act;
}
