import type { CalendarYear } from '../calendar/calendarYear.ts';
import type { CaseState } from '../case.ts';
import { act } from '../rehearsal/act.ts';
import { beginRehearsal } from '../rehearsal/rehearsal.ts';
import type { Process } from '../process.ts';
import type { Text } from '../text.ts';
import type { TrailEntry } from '../trail.ts';
import { disappointment } from './disappointment.ts';
import type { Scenario } from './scenario.ts';

/** Where a scenario goes otherwise than told: `at` is the place of the line, -1 the beginning. */
export interface ScenarioFault {
  at: number;
  message: Text;
}

/** What became of a scenario on a process. */
export interface Played {
  state: CaseState;
  trail: readonly TrailEntry[];
  /** Empty: it holds. */
  faults: ScenarioFault[];
}

/**
 * Plays a scenario on a draft, by the very `advance` of real cases and a clock turned by hand. Pure, and total for every well-formed draft.
 * What is seen otherwise than expected is noted and the play goes on; at the first line that cannot be played it ends, since all that
 * follows would tell of another case.
 */
export function playScenario(process: Process, scenario: Scenario, calendars: readonly CalendarYear[]): Played {
  const faults: ScenarioFault[] = [];
  const absent = scenario.start.years.filter((wanted) => !calendars.some(({ year }) => year === wanted));
  if (absent.length > 0) faults.push({ at: -1, message: { zh: `没有 ${absent.join('、')} 年的工作日历。`, en: `There is no working-day calendar of ${absent.join(', ')}.` } });
  let rehearsal = beginRehearsal(process, scenario.start, calendars);
  faults.push(...rehearsal.leftOut.map((message) => ({ at: -1, message })));
  for (const [at, line] of scenario.lines.entries()) {
    if (isExpectation(line)) {
      const message = disappointment(rehearsal, line);
      if (message) faults.push({ at, message });
      continue;
    }
    const acted = act(rehearsal, line);
    rehearsal = acted.rehearsal;
    if (!acted.refusal) continue;
    faults.push({ at, message: acted.refusal.message });
    break;
  }
  return { state: rehearsal.state, trail: rehearsal.trail, faults };
}

function isExpectation(line: Scenario['lines'][number]): line is Parameters<typeof disappointment>[1] {
  return line.line.startsWith('expect');
}
