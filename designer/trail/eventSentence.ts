import type { Event } from '../../model/event.ts';
import type { Process } from '../../model/process.ts';
import type { Text } from '../../model/text.ts';
import type { TrailEntry } from '../../model/trail.ts';
import { stepOfTask } from '../canvas/caseLayer.ts';
import { outcomeName } from './outcomeName.ts';

/** A step's name in both languages, quoted; its id where the process does not know it. */
export function stepWords(process: Process, step: string): Text {
  const name = process.steps.find((candidate) => candidate.id === step)?.name ?? { zh: step, en: step };
  return { zh: `“${name.zh}”`, en: `"${name.en}"` };
}

type Told<N extends Event['event']> = (event: Extract<Event, { event: N }>, process: Process, earlier: readonly TrailEntry[]) => Text;

function stepOfEffect(effect: string, earlier: readonly TrailEntry[], process: Process): Text {
  for (const entry of earlier) {
    for (const fact of entry.facts) {
      if (fact.fact === 'asked' && fact.effect === effect) return stepWords(process, fact.step);
      if (fact.fact === 'clockStarted' && fact.timer === effect) return stepWords(process, fact.step);
    }
  }
  return { zh: '', en: '' };
}

const sentences: { [N in Event['event']]: Told<N> } = {
  caseStarted: (event) => ({
    zh: `${event.applicant.name} 的申报已受领，案件开始${event.instalment > 1 ? `（第 ${event.instalment} 期）` : ''}。`,
    en: `The declaration of ${event.applicant.name} was taken in and the case began${event.instalment > 1 ? ` (instalment ${event.instalment})` : ''}.`,
  }),
  taskCompleted: (event, process) => {
    const step = process.steps.find((candidate) => candidate.id === stepOfTask(event.task));
    const name = stepWords(process, stepOfTask(event.task));
    // The door keeps a vote to itself until all have voted.
    if (event.outcome === '') return { zh: `${event.actor.name} 已办理${name.zh}；各人意见在全部作出前不公开。`, en: `${event.actor.name} did their part of ${name.en}; nobody's answer is told before all have given theirs.` };
    const outcome = outcomeName(step, event.outcome);
    const reason = event.data['reason'];
    const why = typeof reason === 'string' && reason ? { zh: `理由：${reason}`, en: ` Reason: ${reason}` } : { zh: '', en: '' };
    return { zh: `${event.actor.name} 办结${name.zh}：${outcome.zh}。${why.zh}`, en: `${event.actor.name} finished ${name.en}: ${outcome.en}.${why.en}` };
  },
  timerFired: (event, process, earlier) => {
    const step = stepOfEffect(event.timer, earlier, process);
    return { zh: `${step.zh}的期限已到。`, en: `The time of ${step.en} ran out.` };
  },
  effectSucceeded: (event, process, earlier) => {
    const step = stepOfEffect(event.effect, earlier, process);
    return { zh: `${step.zh}得到答复。`, en: `${step.en} was answered.` };
  },
  effectFailed: (event, process, earlier) => {
    const step = stepOfEffect(event.effect, earlier, process);
    return { zh: `${step.zh}没有成功（${event.code}）：${event.message}`, en: `${step.en} did not succeed (${event.code}): ${event.message}` };
  },
  messageReceived: (event) => ({
    zh: `${event.actor.name} 提交了${event.message === 'objection' ? '异议' : event.message === 'report' ? '举报' : event.message}（编号 ${event.reference}）。`,
    en: `${event.actor.name} sent ${event.message === 'objection' ? 'an objection' : event.message === 'report' ? 'a report' : event.message} (reference ${event.reference}).`,
  }),
  caseWithdrawn: (event) => ({ zh: `${event.actor.name} 撤回申报。理由：${event.reason}`, en: `${event.actor.name} withdrew the declaration. Reason: ${event.reason}` }),
  caseSuspended: (event) => ({ zh: `${event.actor.name} 中止案件，期限停止计算。理由：${event.reason}`, en: `${event.actor.name} suspended the case and its clocks stopped. Reason: ${event.reason}` }),
  caseResumed: (event) => ({ zh: `${event.actor.name} 恢复案件，期限继续计算。理由：${event.reason}`, en: `${event.actor.name} resumed the case and its clocks run on. Reason: ${event.reason}` }),
  caseTerminated: (event) => ({ zh: `${event.actor.name} 终止案件。理由：${event.reason}`, en: `${event.actor.name} terminated the case. Reason: ${event.reason}` }),
  calendarLoaded: (event) => {
    const years = event.years.map((year) => year.year).join('、');
    const how = event.timers === 'recompute' ? { zh: '期限重新计算', en: 'deadlines are computed anew' } : { zh: '已有期限不变', en: 'running deadlines stay' };
    return { zh: `工作日历 ${years} 已载入，${how.zh}。`, en: `The calendar of ${years.replaceAll('、', ', ')} was loaded; ${how.en}.` };
  },
  caseRestarted: (event) => ({ zh: `案件的工作流曾被从外部结束（${event.ended}），${event.actor.name} 使案件继续。理由：${event.reason}`, en: `The workflow of the case had been ended from outside (${event.ended}); ${event.actor.name} set the case going again. Reason: ${event.reason}` }),
  skipProposed: (event) => ({ zh: `${event.actor.name} 建议跳过出现异常的步骤，等待另一人确认。理由：${event.reason}`, en: `${event.actor.name} proposed to skip the stuck step; another person has to confirm. Reason: ${event.reason}` }),
  incidentResolved: (event) => {
    const how = { retry: { zh: '重试', en: 'try again' }, correct: { zh: '更正数据', en: 'correct the data' }, skip: { zh: '确认跳过', en: 'confirmed that it is skipped' } }[event.how];
    return { zh: `${event.actor.name} 处理异常：${how.zh}。理由：${event.reason}`, en: `${event.actor.name} dealt with the incident: ${how.en}. Reason: ${event.reason}` };
  },
};

/** One sentence for what happened, in both languages; `earlier` tells what a clock or an answer belongs to. */
export function eventSentence(event: Event, process: Process, earlier: readonly TrailEntry[]): Text {
  const tell = sentences[event.event] as Told<Event['event']>; // each row is asked only about its own event
  return tell(event, process, earlier);
}

/** Who acted, where a person did. */
export function actorOf(event: Event): string | undefined {
  return 'actor' in event ? event.actor.name : undefined;
}
