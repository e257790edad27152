import { calendars } from '../../../measures/calendars.ts';
import { advance } from '../../../model/advance.ts';
import type { Actor, CaseState } from '../../../model/case.ts';
import type { Event } from '../../../model/event.ts';
import { listenerFor } from '../../../model/listeners.ts';
import type { Process } from '../../../model/process.ts';
import { indexOf } from '../../../model/processIndex.ts';
import type { TokenAt, TraceStep } from '../../../model/soundness/trace.ts';
import { kindOf, type Step } from '../../../model/steps/index.ts';
import type { JsonObject } from '../../../model/text.ts';
import { usualApplicant } from '../../scenarios/play.ts';

const at = '2026-03-02T09:00:00.000+08:00';
const needed = (step: string): string => `need${step}`;

/** The same process, with every choice left to a datum of its own: whoever plays it decides. */
export function leftOpen(process: Process): Process {
  return {
    ...process,
    separation: [],
    steps: process.steps.map((step): Step => (step.required ? { ...step, required: { ...step.required, when: `declaration.${needed(step.id)}` } } : step)),
    flows: process.flows.map((flow) => (flow.condition ? { ...flow, condition: `declaration.${flow.id}` } : flow)),
  };
}

/** What decides the choices from now on: flows that hold, and steps that are not required. */
export interface Decisions {
  holds(flow: string): boolean;
  requires(step: string): boolean;
}

/** One case of an open process on the kernel itself; its data is turned by hand before each event. */
export class KernelPlay {
  state: CaseState | undefined;
  private persons = 0;

  constructor(readonly process: Process) {}

  begin(decisions: Decisions): void {
    const data = { declaration: this.declared(decisions) };
    this.take({ event: 'caseStarted', at, case: 'C-1', actor: this.person('applicant'), applicant: usualApplicant, instalment: 1, data, calendar: calendars }, undefined);
  }

  /** Feeds an event to the case. */
  happen(event: Event, decisions: Decisions): void {
    const state = this.now();
    this.take(event, { ...state, data: { ...state.data, declaration: this.declared(decisions) } });
  }

  now(): CaseState {
    if (!this.state) throw new Error('The case has not begun.');
    return this.state;
  }

  private take(event: Event, before: CaseState | undefined): void {
    this.state = advance(this.process, before, event).state;
  }

  private declared({ holds, requires }: Decisions): JsonObject {
    const flows = this.process.flows.map(({ id }): [string, boolean] => [id, holds(id)]);
    const steps = this.process.steps.map(({ id }): [string, boolean] => [needed(id), requires(id)]);
    return { n: 1, a: true, ...Object.fromEntries([...flows, ...steps]) };
  }

  person(role: string): Actor {
    this.persons += 1;
    return { id: `person${this.persons}`, name: 'person', roles: [role], ...(role === 'applicant' ? { applicant: usualApplicant.creditCode } : {}) };
  }

  /** Events of a kind at a step that the case waits for now: several where several persons do a task. */
  events({ act, step = '', host = step, code = '' }: Pick<TraceStep, 'act' | 'step' | 'host' | 'code'>): Event[] {
    const state = this.now();
    const index = indexOf(this.process);
    const stepOf = (token: string): string | undefined => state.tokens.find(({ id }) => id === token)?.step;
    switch (act) {
      case 'task': {
        const task = kindOf(index.steps.get(step) as Step).task?.(index.steps.get(step) as Step); // the trace names steps of this process
        return state.tasks.filter((open) => open.step === step).map((open) => ({ event: 'taskCompleted', at, task: open.task, actor: this.person(open.role), outcome: task?.outcomes[0]?.id ?? '', data: { reason: 'reason' } }));
      }
      case 'answer':
        return state.openEffects.filter(({ token }) => stepOf(token) === step).map(({ effect }) => ({ event: 'effectSucceeded', at, effect, answer: {} }));
      case 'error':
        return state.openEffects.filter(({ token }) => stepOf(token) === host).map(({ effect }) => ({ event: 'effectFailed', at, effect, code, message: 'down' }));
      case 'time':
        return state.timers.filter((timer) => timer.step === step).map((timer) => ({ event: 'timerFired', at, timer: timer.id }));
      case 'message': {
        const listener = index.steps.get(step);
        const message = (listener && kindOf(listener).hears?.(listener)) ?? '';
        if (listenerFor(this.process, state, message)?.step.id !== step) return [];
        return [{ event: 'messageReceived', at, message, reference: `m${state.seq}`, actor: this.person('applicant'), data: {} }];
      }
      case 'begin':
        return [];
    }
  }
}

/** Where the tokens of a case stand, told as the checker tells it. */
export function standing(process: Process, state: CaseState): string[] {
  const around = (scope: string): string[] => {
    const host = state.tokens.find(({ id }) => id === scope);
    return host ? [...around(host.scope), host.step] : [];
  };
  return state.tokens.map(({ step, scope, via, wait }) => [...around(scope), step].join('/') + (wait['arrived'] === true ? `<${via ?? ''}` : '')).sort();
}

/** The same of a marking. */
export function standingAt(tokens: TokenAt[]): string[] {
  return tokens.map(({ step, scope, via }) => [...scope, step].join('/') + (via === undefined ? '' : `<${via}`)).sort();
}
