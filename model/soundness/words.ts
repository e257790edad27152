import type { Text } from '../text.ts';
import type { Label } from './happenings.ts';
import { nodeAt, type Places } from './marking.ts';
import type { Net } from './net.ts';

/** What goes wrong, in one word: with its place it tells one finding from another across edits elsewhere. */
export type Cause =
  | 'noStart'
  | 'flowLost'
  | 'suspended'
  | 'errorUncaught'
  | 'joinWaits'
  | 'noFlow'
  | 'noWay'
  | 'runaway'
  | 'secondOutcome'
  | 'secondToken'
  | 'neverEntered';

/** What happened, in a sentence for a process owner. */
export function wordsOf(net: Net, places: Places, label: Label): Text {
  if (label.act === 'begin') return { zh: '案件开始', en: 'The case begins' };
  const { name, moves } = net.nodes[label.node] ?? { name: { zh: '', en: '' }, moves: {} };
  switch (label.act) {
    case 'join':
      return { zh: `“${name.zh}”先汇合`, en: `“${name.en}” goes on first` };
    case 'choice': {
      if (label.way.notRequired) return { zh: `“${name.zh}”不需要，跳过`, en: `“${name.en}” is not required` };
      if (label.way.how === 'rest' || label.way.arcs.length === 0) return { zh: `来到“${name.zh}”`, en: `“${name.en}” is reached` };
      const targets = label.way.arcs.map((arc) => net.nodes[arc.to]?.name ?? name);
      return { zh: `“${name.zh}”走向${targets.map((target) => `“${target.zh}”`).join('、')}`, en: `“${name.en}” leads to ${targets.map((target) => `“${target.en}”`).join(', ')}` };
    }
    case 'task':
      return { zh: `“${name.zh}”办结`, en: `“${name.en}” is completed` };
    case 'answer':
      return { zh: `“${name.zh}”得到答复`, en: `“${name.en}” is answered` };
    case 'time':
      return { zh: `“${name.zh}”到期`, en: `The time of “${name.en}” is up` };
    case 'message': {
      const waits = moves.suspends === undefined ? { zh: '', en: '' } : { zh: '，期限中止', en: ', and the clocks stop' };
      return { zh: `“${name.zh}”收到消息${waits.zh}`, en: `“${name.en}” receives its message${waits.en}` };
    }
    case 'error': {
      const host = nodeAt(net, places, label.place).name;
      return { zh: `“${host.zh}”失败（${label.code ?? ''}），由“${name.zh}”接住`, en: `“${host.en}” fails (${label.code ?? ''}) and “${name.en}” catches it` };
    }
  }
}

const sentences: { [cause in Cause]: (name: Text) => Text } = {
  noStart: () => ({ zh: '流程没有开始事件，案件一步也走不动；请放入一个。', en: 'The process has no start event, so that a case never moves; add one.' }),
  flowLost: ({ zh, en }) => ({ zh: `案件可能走到不存在的步骤“${zh}”而丢失；请重新连接通向它的流向。`, en: `A case can be lost on its way to “${en}”, which is no step; reconnect the flow that leads there.` }),
  suspended: ({ zh, en }) => ({
    zh: `案件可能在“${zh}”处一直中止：期限停着，而没有可以办理的任务恢复它；请让恢复它的任务“中止期间仍进行”。`,
    en: `A case can stay suspended at “${en}” for ever: no task that resumes it can be done; let the task that does go on while suspended.`,
  }),
  errorUncaught: ({ zh, en }) => ({ zh: `“${zh}”引发的错误没有边界错误接住，案件停在那里；请在外层附一个边界错误。`, en: `The error of “${en}” is caught by nothing, and the case stops there; attach a boundary error around it.` }),
  joinWaits: ({ zh, en }) => ({
    zh: `案件可能停在“${zh}”：它等待的分支不会再来；请让它只汇合一定会来的分支，或改用与分开处相同的网关。`,
    en: `A case can stop at “${en}”: it waits for a branch that will not come; let it join what surely comes, by the same kind of gateway as where they part.`,
  }),
  noFlow: ({ zh, en }) => ({ zh: `案件可能停在“${zh}”：没有可以走的流向；请补一条默认流向。`, en: `A case can stop at “${en}”: there is no flow it could take; add a default flow.` }),
  noWay: ({ zh, en }) => ({ zh: `案件一旦走到“${zh}”就再也不能结束，只会一直循环；请加一条通向结束的路。`, en: `Once a case has come to “${en}” it can never end and only goes round; add a way that leads to an end.` }),
  runaway: ({ zh, en }) => ({ zh: `案件在“${zh}”处不停移动而没有等待；请在循环里放入任务或等待。`, en: `A case moves on and on at “${en}” without a wait; put a task or a wait into the loop.` }),
  secondOutcome: ({ zh, en }) => ({
    zh: `案件已有结果时，还可能走到“${zh}”而改变结果；请在命名结果的结束之前汇合各分支。`,
    en: `A case that has already come to an outcome can still come to “${en}”, which changes it; join the branches before an end with an outcome.`,
  }),
  secondToken: ({ zh, en }) => ({
    zh: `“${zh}”还在办理时，案件可能第二次来到这里，同一件事办两遍；请先用并行网关汇合各分支。`,
    en: `A case can come to “${en}” a second time while it is still there, and the same is done twice; join the branches by a parallel gateway before it.`,
  }),
  neverEntered: ({ zh, en }) => ({ zh: `没有案件能走到“${zh}”；请接通它，或把它删除。`, en: `No case can ever come to “${en}”; connect it or remove it.` }),
};

/** What is wrong, where, and what to do. */
export function sentenceOf(cause: Cause, name: Text): Text {
  return sentences[cause](name);
}
