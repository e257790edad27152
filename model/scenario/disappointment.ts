import { grantedFen } from '../checks/facts/grantedFen.ts';
import { indexOf } from '../processIndex.ts';
import type { Process } from '../process.ts';
import { judgeAct } from '../rehearsal/act.ts';
import type { Rehearsal } from '../rehearsal/rehearsal.ts';
import type { Text } from '../text.ts';
import type { Expectation } from './scenario.ts';

const say = (zh: string, en: string): Text => ({ zh, en });

/** The steps by name, for a sentence. */
function named(process: Process, steps: string[]): Text {
  const names = steps.map((id) => indexOf(process).steps.get(id)?.name ?? say(id, id));
  return names.length === 0 ? say('没有', 'nothing') : say(names.map(({ zh }) => `“${zh}”`).join('、'), names.map(({ en }) => `“${en}”`).join(', '));
}

/** What is seen instead of what was expected of a rehearsed case, in words; nothing where it is as expected. */
export function disappointment(rehearsal: Rehearsal, line: Expectation): Text | undefined {
  const { process, state, trail } = rehearsal;
  const open = (): string[] => [...new Set(state.tasks.map((task) => task.step))].sort();
  const standing = (): Text => named(process, [...new Set(state.tokens.map((token) => token.step))]);
  switch (line.line) {
    case 'expectTasks': {
      const wanted = [...new Set(line.steps)].sort();
      if (wanted.join() === open().join()) return undefined;
      const [is, should] = [named(process, open()), named(process, wanted)];
      return say(`应有待办：${should.zh}；实际：${is.zh}。`, `There should be tasks of ${should.en}; there are: ${is.en}.`);
    }
    case 'expectReached':
    case 'expectNotReached': {
      const reached = trail.some(({ facts }) => facts.some((fact) => fact.fact === 'entered' && fact.step === line.step));
      if (reached === (line.line === 'expectReached')) return undefined;
      const step = named(process, [line.step]);
      return reached ? say(`不应走到${step.zh}，却走到了。`, `${step.en} should not have been reached, and was.`) : say(`应走到${step.zh}，但没有；案件停在${standing().zh}。`, `${step.en} should have been reached, and was not; the case stands at ${standing().en}.`);
    }
    case 'expectOpen':
      return state.closed && say(`案件应仍在办理，实际以“${state.closed.outcome}”结束。`, `The case should be open; it closed as “${state.closed.outcome}”.`);
    case 'expectClosed':
      if (state.closed?.outcome === line.outcome) return undefined;
      return state.closed
        ? say(`案件应以“${line.outcome}”结束，实际为“${state.closed.outcome}”。`, `The case should close as “${line.outcome}”; it closed as “${state.closed.outcome}”.`)
        : say(`案件应以“${line.outcome}”结束，实际仍停在${standing().zh}。`, `The case should close as “${line.outcome}”; it is open at ${standing().en}.`);
    case 'expectAmount': {
      const is = grantedFen(state.data);
      if (is === line.amountFen) return undefined;
      const [zh, en] = is === undefined ? ['尚未定出', 'there is none yet'] : [`${is / 100} 元`, `it is ${is / 100} yuan`];
      return say(`金额应为 ${line.amountFen / 100} 元，实际${zh}。`, `The amount should be ${line.amountFen / 100} yuan; ${en}.`);
    }
    case 'expectRefused': {
      const judged = judgeAct(rehearsal, line.act);
      if (!('refusal' in judged)) return say(`此操作应被拒绝（${line.code}），实际被接受。`, `This act should be refused (${line.code}); it would be accepted.`);
      const { code, message } = judged.refusal;
      return code === line.code ? undefined : say(`此操作应因 ${line.code} 被拒绝，实际因 ${code}：${message.zh}`, `This act should be refused for ${line.code}; it is for ${code}: ${message.en}`);
    }
  }
}
