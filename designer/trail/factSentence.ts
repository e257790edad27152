import type { Process } from '../../model/process.ts';
import type { Json, Text } from '../../model/text.ts';
import type { Fact } from '../../model/trail.ts';
import { formatYuan } from '../../model/money.ts';
import { kindOf } from '../../model/steps/index.ts';
import { deadlineWords } from '../language/moments.ts';
import { stepWords } from './eventSentence.ts';
import { fieldNames } from './fieldNames.ts';

type Told<N extends Fact['fact']> = (fact: Extract<Fact, { fact: N }>, process: Process) => Text | undefined;

function valueWords(name: string, value: Json): Text {
  if (typeof value === 'number' && name.endsWith('Fen')) return { zh: formatYuan(value), en: formatYuan(value) };
  if (value === true) return { zh: '是', en: 'yes' };
  if (value === false) return { zh: '否', en: 'no' };
  return { zh: String(value), en: String(value) };
}

function listWords(process: Process, step: string, data: Json): Text {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return { zh: '', en: '' };
  const names = fieldNames(process, step);
  const words = Object.entries(data)
    .filter(([name, value]) => !['by', 'at', 'outcome', 'reason'].includes(name) && typeof value !== 'object' && value !== '')
    .slice(0, 6)
    .map(([name, value]) => {
      const title = names.get(name) ?? { zh: name, en: name };
      const told = valueWords(name, value);
      return { zh: `${title.zh}：${told.zh}`, en: `${title.en}: ${told.en}` };
    });
  return { zh: words.map((word) => word.zh).join('；'), en: words.map((word) => word.en).join('; ') };
}

function saysItself(process: Process, id: string): boolean {
  const step = process.steps.find((candidate) => candidate.id === id);
  if (!step) return true;
  const kind = kindOf(step);
  return kind.ends || kind.contains || kind.begins;
}

const sentences: { [N in Fact['fact']]: Told<N> } = {
  // Where a task opens, a check is asked or a clock starts, that is told; passing a gateway is told by where it led.
  entered: (fact, process) => {
    if (!saysItself(process, fact.step)) return undefined;
    const step = stepWords(process, fact.step);
    return { zh: `到达${step.zh}。`, en: `Reached ${step.en}.` };
  },
  left: () => undefined,
  notRequired: (fact, process) => {
    const step = stepWords(process, fact.step);
    return { zh: `${step.zh}不需要（规则 ${fact.rule}）：${fact.reason.zh}`, en: `${step.en} is not required (rule ${fact.rule}): ${fact.reason.en}` };
  },
  cancelled: (fact, process) => {
    const step = stepWords(process, fact.step);
    return { zh: `${step.zh}已取消。`, en: `${step.en} was cancelled.` };
  },
  skipped: (fact, process) => {
    const step = stepWords(process, fact.step);
    return {
      zh: `${step.zh}已跳过（${fact.proposedBy} 建议，${fact.confirmedBy} 确认）：${fact.reason}`,
      en: `${step.en} was skipped (proposed by ${fact.proposedBy}, confirmed by ${fact.confirmedBy}): ${fact.reason}`,
    };
  },
  // The event tells it.
  skipProposed: () => undefined,
  dueStopped: (fact, process) => {
    const step = stepWords(process, fact.step);
    return { zh: `${step.zh}的办理期限停止计算。`, en: `The deadline of ${step.en} was stopped.` };
  },
  dueMoved: (fact, process) => {
    const step = stepWords(process, fact.step);
    return { zh: `${step.zh}的办理期限改为 ${deadlineWords(fact.due)}。`, en: `${step.en} is now due ${deadlineWords(fact.due)}.` };
  },
  taskOpened: (fact, process) => {
    const step = stepWords(process, fact.step);
    const role = process.roles.find((candidate) => candidate.id === fact.role)?.name ?? { zh: fact.role, en: fact.role };
    const due = fact.due ? { zh: `，${deadlineWords(fact.due)} 到期`, en: `, due ${deadlineWords(fact.due)}` } : { zh: '', en: '' };
    return { zh: `任务${step.zh}交${role.zh}办理${due.zh}。`, en: `Task ${step.en} was opened for ${role.en}${due.en}.` };
  },
  chose: (fact, process) => {
    const step = stepWords(process, fact.step);
    const ways = process.flows.filter((flow) => fact.flows.includes(flow.id)).map((flow) => flow.name ?? stepWords(process, flow.to));
    return { zh: `${step.zh}走向：${ways.map((way) => way.zh).join('、')}。`, en: `${step.en} led to: ${ways.map((way) => way.en).join(', ')}.` };
  },
  joined: (fact, process) => {
    const step = stepWords(process, fact.step);
    return { zh: `${fact.flows.length} 条并行路线在${step.zh}汇合。`, en: `${fact.flows.length} parallel ways met at ${step.en}.` };
  },
  decided: (fact, process) => {
    const step = stepWords(process, fact.step);
    const words = listWords(process, fact.step, fact.outputs);
    return { zh: `${step.zh}按规则 ${fact.rows.join('、')} 判定：${words.zh}。`, en: `${step.en} decided by rule ${fact.rows.join(', ')}: ${words.en}.` };
  },
  asked: (fact, process) => {
    const step = stepWords(process, fact.step);
    return { zh: `${step.zh}发出核验请求。`, en: `${step.en} sent its request.` };
  },
  learnt: (fact, process) => {
    // What a table decided is told with its rule.
    if (process.steps.some((step) => step.id === fact.step && 'table' in step)) return undefined;
    const step = stepWords(process, fact.step);
    const words = listWords(process, fact.step, fact.data);
    return words.zh ? { zh: `${step.zh}记录：${words.zh}。`, en: `${step.en} recorded: ${words.en}.` } : undefined;
  },
  failed: (fact, process) => {
    const step = stepWords(process, fact.step);
    const caught = fact.caughtBy ? stepWords(process, fact.caughtBy) : undefined;
    return {
      zh: `${step.zh}失败（${fact.code}）${caught ? `，由${caught.zh}处理` : ''}。`,
      en: `${step.en} failed (${fact.code})${caught ? `; ${caught.en} takes over` : ''}.`,
    };
  },
  clockStarted: (fact, process) => {
    const step = stepWords(process, fact.step);
    return { zh: `${step.zh}开始计时，${deadlineWords(fact.at)} 到期。`, en: `The clock of ${step.en} runs until ${deadlineWords(fact.at)}.` };
  },
  clockStopped: (fact, process) => {
    const step = stepWords(process, fact.step);
    return { zh: `${step.zh}停止计时。`, en: `The clock of ${step.en} was stopped.` };
  },
  heard: (fact, process) => {
    const step = stepWords(process, fact.step);
    return { zh: `${step.zh}收到编号 ${fact.reference}。`, en: `${step.en} took in reference ${fact.reference}.` };
  },
  suspended: (fact) => ({ zh: `案件中止（${fact.reason}）。`, en: `The case was suspended (${fact.reason}).` }),
  resumed: (fact) => ({ zh: `案件恢复（${fact.reason}）。`, en: `The case was resumed (${fact.reason}).` }),
  heldBack: () => ({ zh: '案件中止期间收到，恢复后再处理。', en: 'It arrived during a suspension and waits until the case is resumed.' }),
  calendarChanged: (fact) => ({ zh: `日历 ${fact.years.join('、')} 生效。`, en: `The calendar of ${fact.years.join(', ')} applies.` }),
  incident: (fact, process) => {
    const step = stepWords(process, fact.step);
    return { zh: `${step.zh}出现异常：${fact.message.zh}`, en: `Incident at ${step.en}: ${fact.message.en}` };
  },
  incidentResolved: () => ({ zh: '异常已处理。', en: 'The incident was dealt with.' }),
  ignored: (fact) => ({ zh: `未予处理：${fact.why.zh}`, en: `Not acted on: ${fact.why.en}` }),
  closed: (fact) => ({ zh: `案件办结（${fact.outcome}）。`, en: `The case was closed (${fact.outcome}).` }),
};

/** One sentence for what followed from an event, in both languages; undefined where another fact already tells it. */
export function factSentence(fact: Fact, process: Process): Text | undefined {
  const tell = sentences[fact.fact] as Told<Fact['fact']>; // each row is asked only about its own fact
  return tell(fact, process);
}
