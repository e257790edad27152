import { WorkflowNotFoundError, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import type { CaseState, Instant } from '../../model/case.ts';
import { instantFromMs, msOf } from '../../model/instant.ts';
import type { Process } from '../../model/process.ts';
import { refusalCodes, type RefusalCode } from '../../model/refusal.ts';
import { replay } from '../../model/replay.ts';
import type { TrailEntry } from '../../model/trail.ts';
import { stateOf } from '../../workflows/messages.ts';
import type { Act, Answer, Beginning, Driver } from './driver.ts';
import { failedWorkflowTasks, historiesOf } from './histories.ts';
import type { RunningCase } from './temporalWorld.ts';
import type { ToldWorld } from './toldWorld.ts';

/** Real milliseconds in which a day of case time passes: long enough that a person's act costs hours and not days. */
const dayMs = 400;
const factor = 86_400_000 / dayMs;

/** How long (real milliseconds) a case may take to come to rest before it counts as stuck. */
const patienceMs = 30_000;

interface Begun {
  process: Process;
  start: Instant;
  realStart: number;
  running: RunningCase;
}

/**
 * Runs a case as the real workflow on a real server, by a clock that cannot be stopped: time passes between two acts too.
 * It sees what a page sees, the rows that the case wrote; at the end these are compared with the case itself.
 */
export class TemporalDriver implements Driver {
  private begun: Begun | undefined;

  constructor(
    private readonly told: ToldWorld,
    private readonly options: { continueAfter?: number } = {},
  ) {}

  async start({ process, at, applicant, instalment, data, calendar, stored, answers }: Beginning): Promise<void> {
    const realStart = Date.now();
    const actor = { id: 'applicant-1', name: applicant.name, roles: ['applicant'], applicant: applicant.creditCode };
    const id = `S-${crypto.randomUUID()}`;
    this.told.tell(id, process, answers, stored);
    const running = await this.told.world.start(process, { ...this.options, case: id, actor, applicant, instalment, data, calendar, clock: { start: at, realStart, factor } });
    this.begun = { process, start: at, realStart, running };
    await this.rest();
  }

  async act(act: Act): Promise<RefusalCode | undefined> {
    const { running } = this.case;
    try {
      await running.act(act);
    } catch (error) {
      return codeOf(error);
    }
    await this.rest();
    return undefined;
  }

  async answer(check: string, answer: Exclude<Answer, 'later'>): Promise<void> {
    this.told.speak(this.case.running.id, check, answer);
    await this.rest();
  }

  async passTo(instant: Instant): Promise<void> {
    const due = msOf(instant);
    const real = this.case.realStart + (due - msOf(this.case.start)) / factor;
    while (Date.now() < real && !(await this.latest())?.closed) await sleep(Math.min(50, Math.max(1, real - Date.now())));
    await this.rest(due);
  }

  async now(): Promise<Instant> {
    const { start, realStart } = this.case;
    const at = (await this.latest())?.at ?? start;
    const ms = msOf(start) + Math.round((Date.now() - realStart) * factor);
    return instantFromMs(Math.max(ms, msOf(at)));
  }

  async state(): Promise<CaseState> {
    const state = await this.latest();
    if (!state) throw new Error('The case has written nothing.');
    return state;
  }

  trail(): Promise<TrailEntry[]> {
    return this.told.trail(this.case.running.id);
  }

  /** A letter is sent after the rows that tell of the incident. */
  async yearsAskedFor(): Promise<number[]> {
    const { id } = this.case.running;
    const incidents = (await this.state()).incidents.filter(({ code }) => code === 'calendarMissing');
    await this.quietly('the letters about missing years are sent', () => incidents.length === 0 || this.told.yearsAskedFor(id).length > 0);
    return this.told.yearsAskedFor(id);
  }

  settled(): Promise<boolean> {
    return Promise.resolve(this.told.settled(this.case.running.id));
  }

  /** The histories of all runs of the case so far. */
  histories(): ReturnType<typeof historiesOf> {
    const { id, firstRun } = this.case.running;
    return historiesOf(this.told.world.client, id, firstRun);
  }

  /** The rows, the trail told again by the kernel, and the case itself have to say the same; nothing may have gone wrong on the way. */
  async end(): Promise<void> {
    if (!this.begun) return;
    const { process, running } = this.case;
    try {
      const state = await running.handle.query(stateOf);
      await this.quietly('its rows keep up with the case', async () => ((await this.latest())?.seq ?? 0) >= state.seq);
      const trail = await this.trail();
      expect(trail.map((entry) => entry.seq), 'numbers of the trail').toEqual(trail.map((_entry, place) => place + 1));
      const again = replay(process, trail, state.seq); // a clock may have run out since the case was asked
      expect(again.divergence, 'where the trail replays differently').toBeUndefined();
      expect(again.state, 'the state that the trail comes to').toEqual(state);
      expect(failedWorkflowTasks(await this.histories()), 'failed workflow tasks').toEqual([]);
    } finally {
      await running.handle.terminate('The scenario is over.').catch((error: unknown) => {
        if (!(error instanceof WorkflowNotFoundError)) throw error; // a closed case has no workflow to terminate
      });
    }
  }

  private get case(): Begun {
    if (!this.begun) throw new Error('The case has not begun.');
    return this.begun;
  }

  private latest(): Promise<CaseState | undefined> {
    return this.told.shown(this.case.running.id);
  }

  /** Until nothing is under way any more: no answer but those put off, and no clock that should have run out by `due`. */
  private async rest(due = Number.NEGATIVE_INFINITY): Promise<void> {
    await this.quietly('it comes to rest', async () => {
      const state = await this.latest();
      if (!state) return false;
      const answered = new Set(state.waiting.flatMap((event) => ('effect' in event ? [event.effect] : [])));
      const asking = state.openEffects.some(({ effect }) => !answered.has(effect) && !this.told.isPutOff(`${this.case.running.id}/${effect}`));
      return !asking && !state.timers.some(({ at }) => at !== undefined && msOf(at) <= due);
    });
    if ((await this.latest())?.closed) await this.case.running.handle.result();
  }

  private async quietly(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
    for (const end = Date.now() + patienceMs; !(await holds()); await sleep(10)) {
      if (Date.now() < end) continue;
      const tasks = failedWorkflowTasks(await this.histories());
      throw new Error(`Not within ${patienceMs / 1_000} seconds: ${what}. ${tasks.join('; ')}`);
    }
  }
}

/** The refusal's code; a case whose workflow is over takes nothing any more, as the door says too. */
function codeOf(error: unknown): RefusalCode {
  if (error instanceof WorkflowNotFoundError) return 'caseClosed';
  const type = error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure ? error.cause.type : undefined;
  const code = refusalCodes.find((known) => known === type);
  if (!code) throw error;
  return code;
}
