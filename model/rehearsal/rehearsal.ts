import type { CalendarYear } from '../calendar/calendarYear.ts';
import type { Actor } from '../case.ts';
import { startOfDay, plusMilliseconds } from '../instant.ts';
import type { Process } from '../process.ts';
import type { HappeningLine, Scenario, ScenarioStart } from '../scenario/scenario.ts';
import { grantedFen } from '../checks/facts/grantedFen.ts';
import type { Text } from '../text.ts';
import { playable } from './playable.ts';
import { beginCase, rest, type VirtualCase } from './virtualCase.ts';

const deskOpensMs = 9 * 3_600_000;

/** One rehearsal of a draft: the case as it stands, how it began, and what happened since; a value, so a step back is the rehearsal before. */
export interface Rehearsal extends VirtualCase {
  start: ScenarioStart;
  lines: readonly HappeningLine[];
  /** What of the draft no case can be led through. */
  leftOut: readonly Text[];
}

/** The applicant as a person who acts. */
export const applicantOf = ({ creditCode, name }: ScenarioStart['applicant']): Actor => ({ id: 'applicant-1', name, roles: ['applicant'], applicant: creditCode });

/** Begins to rehearse a draft, however unfinished; of the calendars those that the start names are there. */
export function beginRehearsal(draft: Process, start: ScenarioStart, calendars: readonly CalendarYear[]): Rehearsal {
  const { process, leftOut } = playable(draft);
  const at = plusMilliseconds(startOfDay(start.day), deskOpensMs);
  const begun = beginCase(
    process,
    {
      event: 'caseStarted',
      at,
      case: 'rehearsal',
      actor: applicantOf(start.applicant),
      applicant: start.applicant,
      instalment: start.instalment ?? 1,
      data: { declaration: start.declaration, ...start.decided },
      calendar: calendars.filter(({ year }) => start.years.includes(year)),
    },
    [],
  );
  return rest({ ...begun, start, lines: [], leftOut });
}

/** The rehearsal as a scenario to keep: what happened, and that it ends as it stands now. */
export function toScenario({ start, lines, state }: Rehearsal, name: Text): Scenario {
  const amountFen = grantedFen(state.data);
  return {
    name,
    start,
    lines: [
      ...lines,
      state.closed ? { line: 'expectClosed', outcome: state.closed.outcome } : { line: 'expectTasks', steps: [...new Set(state.tasks.map((task) => task.step))] },
      ...(amountFen === undefined ? [] : [{ line: 'expectAmount' as const, amountFen }]),
    ],
  };
}
