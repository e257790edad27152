import type { KeptScenario } from './api/drafts.ts';
import type { Obstacles } from './api/proposals.ts';
import type { CalendarYear } from './calendar/calendarYear.ts';
import type { Problem } from './problem.ts';
import { mostProcessBytes, type Process, type Waiver } from './process.ts';
import { findProblems } from './rules/index.ts';
import { playScenario } from './scenario/playScenario.ts';
import { proofProblems } from './soundness/proofProblem.ts';
import { proveSound } from './soundness/proveSound.ts';

/** What a process is held against before it is published. */
export interface Against {
  /** What the latest version says; absent where there is none. */
  before?: Process;
  waivers: readonly Waiver[];
  scenarios: readonly Pick<KeptScenario, 'scenario' | 'content'>[];
  calendars: readonly CalendarYear[];
}

/** What stands against publishing a process: errors of the rules, findings of the proof that nobody waived, scenarios that go otherwise than told. Pure; the page shows by it what the door decides by. */
export function obstaclesTo(process: Process, { before, waivers, scenarios, calendars }: Against): Obstacles {
  const problems = [...findProblems(process).filter(({ severity }) => severity === 'error'), ...ofPublishing(process, before)];
  return {
    problems,
    findings: findingsIn(process).filter(({ key, waivable }) => !waivable || !waivers.some(({ finding }) => finding === key)),
    scenarios: scenarios.flatMap(({ scenario, content }) => {
      const { faults } = playScenario(process, content, calendars);
      return faults.length === 0 ? [] : [{ scenario, name: content.name, faults }];
    }),
  };
}

/** Whether nothing stands against it. */
export const isClear = ({ problems, findings, scenarios }: Obstacles): boolean => problems.length + findings.length + scenarios.length === 0;

/** Key of the finding that the proof came to no end. */
const unproved = 'unproved';

/** What the proof of soundness finds, and that it came to no end where it did; each can be waived by its key, but for a case that never begins. */
function findingsIn(process: Process): Obstacles['findings'] {
  const proof = proveSound(process);
  const found = proofProblems(proof).map(({ key, message, where, waivable }) => ({ key, message, where, waivable }));
  if (proof.verdict !== 'unknown') return found;
  const why = proof.limits.at(-1) ?? { zh: '', en: '' };
  return [...found, { key: unproved, message: { zh: `未能证明流程总能办结：${why.zh}`, en: `That every case can come to its end is not proved: ${why.en}` }, where: {}, waivable: true }];
}

/** Faults that only a publication has. */
function ofPublishing(process: Process, before: Process | undefined): Problem[] {
  const problems: Problem[] = [];
  const say = (rule: string, zh: string, en: string, field?: string): void => void problems.push({ rule, severity: 'error', message: { zh, en }, where: field === undefined ? {} : { field } });
  if (before && before.measure.number !== process.measure.number) {
    say('measureStays', `流程属于措施 ${before.measure.number}，不能改到 ${process.measure.number}；请复制为新流程。`, `The process belongs to the measure ${before.measure.number} and cannot move to ${process.measure.number}; copy it as a new process.`, 'measure.number');
  }
  const kib = Math.ceil(bytesOf(process) / 1024);
  const most = mostProcessBytes / 1024;
  if (kib > most) say('processSize', `流程内容有 ${kib} KiB，超过 ${most} KiB；请减少步骤、表单或判断表。`, `The process has ${kib} KiB, more than ${most} KiB; make do with fewer steps, forms or tables.`);
  return problems;
}

/** UTF-8 bytes of a process as JSON. */
function bytesOf(process: Process): number {
  let bytes = 0;
  for (const sign of JSON.stringify(process)) {
    const code = sign.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
