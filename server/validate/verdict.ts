import { z } from 'zod';
import { importBpmn } from '../../model/bpmn/importBpmn.ts';
import type { CalendarYear } from '../../model/calendar/calendarYear.ts';
import { isClear, obstaclesTo, type Against } from '../../model/obstacles.ts';
import type { Place } from '../../model/problem.ts';
import { processSchema, type Process } from '../../model/process.ts';
import { findProblems } from '../../model/rules/index.ts';
import type { Text } from '../../model/text.ts';
import { Refused } from '../refusals.ts';
import { checkShape } from '../http/checkShape.ts';

/** One thing to say about a process: where (a step, a flow, a JSON pointer, a line of a scenario) and how bad. */
export interface VerdictLine {
  where: string;
  severity: 'error' | 'warning';
  message: Text;
}

/** What is said about one process; `clear`: nothing stands against publishing it. */
export interface Verdict {
  clear: boolean;
  lines: VerdictLine[];
}

/** A process out of a file's text, with what got lost on the way; or why there is none in it. */
export type ReadProcess = { process: Process; notes: VerdictLine[] } | { faults: VerdictLine[] };

const fault = (where: string, zh: string, en: string): ReadProcess => ({ faults: [{ where, severity: 'error', message: { zh, en } }] });

/** Reads a process from BPMN 2.0 XML, or from JSON: the process itself, or an answer of the API that holds it as `process`. */
export async function readProcess(text: string): Promise<ReadProcess> {
  return text.replace(/^\uFEFF/, '').trimStart().startsWith('<') ? readBpmn(text) : readJsonProcess(text);
}

async function readBpmn(text: string): Promise<ReadProcess> {
  const { process, notes } = await importBpmn(text);
  const lines = notes.map(({ weight, message, where: { line, element } }) => ({
    where: [line === undefined ? '' : `line ${line}`, element ?? ''].filter((part) => part !== '').join(' ') || 'file',
    severity: weight === 'refused' ? ('error' as const) : ('warning' as const),
    message,
  }));
  return process ? { process, notes: lines } : { faults: lines };
}

function readJsonProcess(text: string): ReadProcess {
  let found: unknown;
  try {
    found = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return fault('/', `不是有效的 JSON：${why}`, `It is not valid JSON: ${why}`);
  }
  const whole = z.object({ process: z.unknown() }).safeParse(found);
  try {
    return { process: checkShape(processSchema, whole.success && !('steps' in (found as object)) ? whole.data.process : found, 'processMalformed'), notes: [] }; // an object, since it was read as one
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { faults: error.errors.map(({ pointer, message }) => ({ where: pointer || '/', severity: 'error', message })) };
  }
}

/** Says everything that is wrong with a process, warnings included: by rules, proof and scenarios, as the door judges before publishing. */
export function verdictOn(process: Process, scenarios: Against['scenarios'], calendars: readonly CalendarYear[], notes: VerdictLine[]): Verdict {
  const obstacles = obstaclesTo(process, { waivers: [], scenarios, calendars });
  const warnings = findProblems(process).filter(({ severity }) => severity === 'warning');
  return {
    clear: isClear(obstacles),
    lines: [
      ...notes,
      ...[...obstacles.problems, ...warnings].map(({ where, severity, message }) => ({ where: placeOf(where), severity, message })),
      ...obstacles.findings.map(({ key, where, message }) => ({ where: `${placeOf(where)} (${key})`, severity: 'error' as const, message })),
      ...obstacles.scenarios.flatMap(({ scenario, faults }) => faults.map(({ at, message }) => ({ where: `${scenario}:${at < 0 ? 'start' : `lines/${at}`}`, severity: 'error' as const, message }))),
    ],
  };
}

function placeOf({ step, flow, field }: Place): string {
  const what = step === undefined ? (flow === undefined ? 'process' : `flow ${flow}`) : `step ${step}`;
  return field === undefined ? what : `${what} ${field}`;
}
