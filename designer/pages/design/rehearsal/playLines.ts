import type { CalendarYear } from '../../../../model/calendar/calendarYear.ts';
import type { Process } from '../../../../model/process.ts';
import type { Refusal } from '../../../../model/refusal.ts';
import { act } from '../../../../model/rehearsal/act.ts';
import { beginRehearsal, type Rehearsal } from '../../../../model/rehearsal/rehearsal.ts';
import type { HappeningLine, Scenario, ScenarioLine, ScenarioStart } from '../../../../model/scenario/scenario.ts';

/** What became of lines that were played one after the other. */
export interface PlayedLines {
  /** The rehearsal after each line, its beginning first, so that it can be gone back through. */
  past: Rehearsal[];
  /** Why the next line could not be played, and which one it is; absent where all were. */
  stopped?: { line: HappeningLine; refusal: Refusal; left: number };
}

/** Whether a line says that something happens, and not what is then to be seen. */
export function happens(line: ScenarioLine): line is HappeningLine {
  return !line.line.startsWith('expect');
}

/** Plays a beginning and lines on a draft, as far as they can be played. */
export function playLines(draft: Process, start: ScenarioStart, lines: readonly HappeningLine[], calendars: readonly CalendarYear[]): PlayedLines {
  const past = [beginRehearsal(draft, start, calendars)];
  for (const [index, line] of lines.entries()) {
    const { rehearsal, refusal } = act(past.at(-1)!, line); // never empty: it holds the beginning
    if (refusal) return { past, stopped: { line, refusal, left: lines.length - index } };
    past.push(rehearsal);
  }
  return { past };
}

/** What happens in a scenario before one of its lines, all of it where no line is named. */
export function linesBefore({ lines }: Scenario, at = lines.length): HappeningLine[] {
  return lines.slice(0, Math.max(at, 0)).filter(happens);
}
