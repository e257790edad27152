import type { CaseView } from '../../model/api/cases.ts';
import { formatYuan } from '../../model/money.ts';
import type { Process } from '../../model/process.ts';
import type { Text } from '../../model/text.ts';
import type { TrailEntry } from '../../model/trail.ts';
import type { Application } from './application.ts';
import type { Driven } from './drive.ts';
import { daysTaken, outcomeName, pathTaken, stageName, stepsTaken } from './path.ts';

/** How one application came out: a row of the table, whether it is as the programme says, and where not, what there is to know about it. */
export interface Result {
  application: Application;
  view?: CaseView;
  row: string[];
  right: boolean;
  why?: Text;
}

/** The columns of the table. */
export const head = ['案件 Case', '措施 Measure', '申报 Application', '路径 Path', '结果 Outcome', '核定 Award', '已付 Paid', '步骤 Steps', '历时 Days', '相符'];

/** Columns that hold numbers. */
export const numbers = [5, 7, 8];

/** The row of a case that was driven: its outcome, or where it stands. */
export function resultOf(application: Application, process: Process, { view, left }: Driven, trail: TrailEntry[]): Result {
  const { expected } = application;
  const paidNow = expected.amountFen === 0 ? 0 : (application.applicant.instalmentsFen[0] ?? 0);
  const award = view.outcome === 'disbursed' ? (view.amountFen ?? 0) : 0;
  const right = view.outcome === expected.outcome && award === expected.amountFen && (view.paidFen ?? 0) === paidNow;
  const later = view.followOns.map((next) => `；第${next.instalment}期 ${next.scheduledFor?.slice(0, 10) ?? ''} 自动启动`).join('');
  const row = [
    view.case,
    application.applicant.measure,
    application.title.zh,
    pathTaken(process, trail),
    left === undefined ? outcomeName(view.outcome ?? '') : `未结：${stageName(view.stage ?? '')}`,
    formatYuan(award),
    `${formatYuan(view.paidFen ?? 0)}${later}`,
    String(stepsTaken(trail)),
    `${daysTaken(view).toFixed(1)} 天`,
    right ? '✓' : '✗',
  ];
  return { application, view, row, right, ...(right ? {} : { why: left === undefined ? expectedOf(application) : standing(process, view, left) }) };
}

/** The row of an application whose way was barred. */
export function barred(application: Application, code: string, why: Text, view?: CaseView): Result {
  const row = [view?.case ?? '—', application.applicant.measure, application.title.zh, '—', code, '', '', '', '', '✗'];
  return { application, ...(view ? { view } : {}), row, right: false, why };
}

function expectedOf({ expected }: Application): Text {
  const what = `${outcomeName(expected.outcome)} ${formatYuan(expected.amountFen)}`;
  return { zh: `应为 ${what}`, en: `expected ${what}` };
}

/** Where a case stands that did not end, why, and what to do. */
function standing(process: Process, view: CaseView, left: Driven['left']): Text {
  const names = view.steps.map((id) => process.steps.find((step) => step.id === id)?.name ?? { zh: id, en: id });
  const at = { zh: names.map(({ zh }) => `“${zh}”`).join('、'), en: names.map(({ en }) => `“${en}”`).join(', ') };
  const reasons = view.incidentList.map(({ message }) => message);
  const because = { zh: reasons.map(({ zh }) => zh).join(''), en: reasons.map(({ en }) => en).join(' ') };
  if (left === 'calendarMissing') {
    return {
      zh: `停在${at.zh}：${because.zh}请管理员（admin-1）在“日历”页载入该年度的日历，案件随即自行继续；之后以同样的选项再次运行演示。`,
      en: `stands at ${at.en}: ${because.en} Let an administrator (admin-1) load that year's calendar; the case then goes on by itself. Run the demonstration again with the same options after that.`,
    };
  }
  return {
    zh: `久未办结，停在${at.zh}。${because.zh}请在案件页查看，之后以同样的选项再次运行演示。`,
    en: `took too long and stands at ${at.en}. ${because.en} Look at its page, then run the demonstration again with the same options.`,
  };
}
