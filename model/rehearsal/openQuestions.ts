import type { OpenTask, Timer } from '../case.ts';
import { checks } from '../checks/index.ts';
import type { Check } from '../checks/defineCheck.ts';
import { jsonAs } from '../checks/facts/jsonAs.ts';
import { indexOf } from '../processIndex.ts';
import type { Form } from '../process.ts';
import type { TaskDefinition } from '../steps/defineStep.ts';
import { kindOf, type Step } from '../steps/index.ts';
import type { JsonObject } from '../text.ts';
import type { Rehearsal } from './rehearsal.ts';

/** What a rehearsed case waits for, with what a page needs to ask it. */
export interface OpenQuestions {
  tasks: { task: OpenTask; step: Step; definition: TaskDefinition; form?: Form }[];
  /** Checks that wait for the world, with what they were asked. */
  checks: { effect: string; step: Step; check: Check; request: JsonObject }[];
  /** Clocks by the instant at which they fire; those that a suspension stopped come last. */
  clocks: { timer: Timer; step: Step }[];
  /** Messages that would be heard now. */
  messages: { message: string; step: Step }[];
  incidents: Rehearsal['state']['incidents'];
}

/** Everything by which a rehearsal can go on; nothing of it once the case is closed. */
export function openQuestions({ process, state, asked }: Rehearsal): OpenQuestions {
  const index = indexOf(process);
  const stepOf = (id: string | undefined): Step | undefined => index.steps.get(id ?? '');
  const here = state.tokens.flatMap((token) => {
    const resting = stepOf(token.step);
    return [...(resting ? [resting] : []), ...(index.attached.get(token.step) ?? [])];
  });
  const messages = new Map<string, Step>();
  for (const step of here) {
    const message = kindOf(step).hears?.(step);
    if (message !== undefined && !messages.has(message)) messages.set(message, step);
  }
  return {
    tasks: state.tasks.flatMap((task) => {
      const step = stepOf(task.step);
      const definition = step && kindOf(step).task?.(step);
      if (!definition) return [];
      const form = process.forms.find(({ id }) => id === definition.form);
      return [{ task, step, definition, ...(form ? { form } : {}) }];
    }),
    checks: asked.flatMap(({ id: effect, check: name, request }) => {
      const open = state.openEffects.find((candidate) => candidate.effect === effect);
      const step = stepOf(state.tokens.find((token) => token.id === open?.token)?.step);
      const check = checks[name];
      return step && check ? [{ effect, step, check, request: jsonAs.object(request) }] : [];
    }),
    clocks: [...state.timers]
      .sort((a, b) => (a.at === undefined || b.at === undefined ? Number(a.at === undefined) - Number(b.at === undefined) : a.at < b.at ? -1 : Number(a.at > b.at)))
      .flatMap((timer) => {
        const step = stepOf(timer.step);
        return step ? [{ timer, step }] : [];
      }),
    messages: [...messages].map(([message, step]) => ({ message, step })),
    incidents: state.incidents,
  };
}
