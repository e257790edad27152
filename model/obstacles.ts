import type { KeptScenario } from './api/drafts.ts';
import type { Obstacles } from './api/proposals.ts';
import type { CalendarYear } from './calendar/calendarYear.ts';
import type { Problem } from './problem.ts';
import { mostProcessBytes, type Process, type Waiver } from './process.ts';
import { findProblems } from './rules/index.ts';
import { playScenario } from './scenario/playScenario.ts';

/** What a process is held against before it is published. */
export interface Against {
  /** What the latest version says; absent where there is none. */
  before?: Process;
  waivers: readonly Waiver[];
  scenarios: readonly Pick<KeptScenario, 'scenario' | 'content'>[];
  calendars: readonly CalendarYear[];
}

/** What stands against publishing a process: errors of the rules, findings of the proof that nobody waived, scenarios that go otherwise than told. Pure; the page shows by it what the door decides by. */
export function obstaclesTo(process: Process, { before, scenarios, calendars }: Against): Obstacles {
  const problems = [...findProblems(process).filter(({ severity }) => severity === 'error'), ...ofPublishing(process, before)];
  return {
    problems,
    findings: [],
    scenarios: scenarios.flatMap(({ scenario, content }) => {
      const { faults } = playScenario(process, content, calendars);
      return faults.length === 0 ? [] : [{ scenario, name: content.name, faults }];
    }),
  };
}

/** Whether nothing stands against it. */
export const isClear = ({ problems, findings, scenarios }: Obstacles): boolean => problems.length + findings.length + scenarios.length === 0;

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
