import type { IncidentRow, Stoppage } from '../../model/api/incidents.ts';
import type { Account } from '../../model/api/session.ts';
import type { Incident } from '../../model/case.ts';
import { instantFromMs } from '../../model/instant.ts';
import { mayAccept } from '../../model/mayAccept.ts';
import { indexOf } from '../../model/processIndex.ts';
import type { Process } from '../../model/process.ts';
import type { Refusal } from '../../model/refusal.ts';
import type { Text } from '../../model/text.ts';
import type { CaseRecord } from '../store/cases.ts';
import type { StoppageRecord } from '../store/incidents.ts';
import { mayHelp } from './caseView.ts';
import { actorOf } from './taskView.ts';

/** What helps on a case, by why it is stuck; written for who looks after the cases. */
const toDo: { [code in Incident['code']]: Text } = {
  checkFailed: { zh: '确认对方系统已恢复后重试；确实无法恢复的，可由一人建议跳过、另一人确认（涉及资金的步骤不能跳过）。', en: 'Once the other system answers again, try again; where it will not, one person proposes to skip the step and another confirms (never for a step that moves money).' },
  conditionNull: { zh: '补齐或更正条件所需的数据后重试。', en: 'Complete or correct the data that the condition needs.' },
  calendarMissing: { zh: '载入所缺年度的工作日历，案件随即自行继续。', en: 'Load the calendar of the missing year; the case then goes on by itself.' },
  runaway: { zh: '检查流程中没有等待的循环；更正数据使其走出循环后重试，或跳过该步骤。', en: 'Look at the loop without a wait in the process; correct the data so that the case leaves it, or skip the step.' },
  noRowMatches: { zh: '更正数据使决策表有一行命中，再继续。', en: 'Correct the data so that a row of the decision table hits.' },
  uncaughtError: { zh: '流程没有处理这一失败：排除原因后重试，或由两人跳过该步骤。', en: 'The process has no way for this failure: remove its cause and try again, or skip the step by two persons.' },
};

/** A stopped engine as it is shown, and whether this person may set the case going again. */
export function stoppageOf({ kind, how, why, since }: StoppageRecord, { state }: CaseRecord, process: Process, account: Account): Stoppage {
  const said = why === '' ? { zh: '', en: '' } : { zh: `：${why}`, en: `: ${why}` };
  const no = state ? mayAccept(process, state, { event: 'caseRestarted', at: state.at, actor: actorOf(account), reason: '…', ended: how }) : undefined;
  const ended = kind === 'endedOutside';
  const running: Refusal = { code: 'notReady', message: { zh: '案件的工作流没有结束，无须恢复。', en: 'The workflow of the case is not over; there is nothing to recover.' } };
  return {
    kind,
    message: ended
      ? how === 'unknown'
        ? { zh: '办理引擎中已没有这个案件的工作流。', en: 'The engine has no workflow of this case any more.' }
        : { zh: `案件尚未办结，其工作流却已从外部结束（${how}）${said.zh}。`, en: `The case is open, but its workflow was ended from outside (${how})${said.en}.` }
      : { zh: `程序在处理该案件时一再出错${said.zh}。`, en: `The program fails again and again at this case${said.en}.` },
    toDo: ended
      ? { zh: '由管理员从最后保存的状态恢复案件，或说明理由后终止案件。', en: 'An administrator sets the case going again from its last state, or closes it with a reason.' }
      : { zh: '没有数据丢失，引擎会自行重试。请把此信息交给开发者；换上修复后的版本，案件就会继续。', en: 'Nothing is lost, and the engine tries again by itself. Give this to the developers; with the mended release the case goes on.' },
    since: instantFromMs(since.getTime()),
    may: { recover: ended ? (no ?? true) : running },
  };
}

const placeOf = (process: Process, id: string | undefined): Pick<IncidentRow, 'step' | 'stage' | 'stepName'> => {
  const step = id === undefined ? undefined : indexOf(process).steps.get(id);
  return step ? { step: step.id, stage: step.stage, stepName: step.name } : {};
};
const caseOf = (row: CaseRecord): Pick<IncidentRow, 'case' | 'measure' | 'name' | 'applicant'> => ({ case: row.case, measure: row.measure, name: row.name, applicant: row.applicantName });

/** A stopped engine as a row of the list. */
export function stoppedRow(stoppage: StoppageRecord, row: CaseRecord, process: Process, account: Account): IncidentRow {
  return { ...caseOf(row), ...placeOf(process, row.steps[0]), ...stoppageOf(stoppage, row, process, account) };
}

/** The incidents of a case's state as rows of the list. */
export function incidentRows(row: CaseRecord, process: Process, account: Account): IncidentRow[] {
  return (row.state?.incidents ?? []).map((incident) => ({
    ...caseOf(row),
    ...placeOf(process, incident.step),
    kind: incident.code,
    incident: incident.id,
    message: incident.message,
    toDo: toDo[incident.code],
    at: incident.at,
    ...(incident.proposal ? { proposal: incident.proposal } : {}),
    may: mayHelp(row, process, account, incident.id),
  }));
}
