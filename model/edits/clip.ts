import { z } from 'zod';
import { flowSchema, formSchema, roleSchema, type Flow, type Form, type Process, type Role } from '../process.ts';
import { indexOf } from '../processIndex.ts';
import { kindOf, stepSchema, type Step } from '../steps/index.ts';
import type { Text } from '../text.ts';
import { malformed } from './malformed.ts';
import { onCanvas } from './onCanvas.ts';
import { malformedStep } from './whyNot.ts';

/** Steps taken from a process with the flows between them, and the forms and roles they need; positions count from the top left corner of all. As JSON it lies on the clipboard. */
export interface Clip {
  clip: 'shenpi';
  steps: Step[];
  flows: Flow[];
  forms: Form[];
  roles: Role[];
}

/** Well-formedness of a {@link Clip}. */
export const clipSchema: z.ZodType<Clip> = z.strictObject({
  clip: z.literal('shenpi'),
  steps: z.array(stepSchema).min(1).max(2_000),
  flows: z.array(flowSchema).max(4_000),
  forms: z.array(formSchema).max(200),
  roles: z.array(roleSchema).max(50),
});

/** A copy of steps: what they contain and what sits on their borders comes along; a boundary event without its host does not. */
export function copy(process: Process, ids: readonly string[]): Clip {
  const index = indexOf(process);
  const taken = new Set(ids.filter((id) => index.steps.has(id)));
  const take = (step: Step): void => {
    if (taken.has(step.id)) return;
    taken.add(step.id);
    withIt(step.id).forEach(take);
  };
  const withIt = (id: string): Step[] => [...(index.children.get(id) ?? []), ...(index.attached.get(id) ?? [])];
  for (const id of [...taken]) withIt(id).forEach(take);
  const steps = process.steps.filter((step) => {
    const host = kindOf(step).attachedTo?.(step);
    return taken.has(step.id) && (host === undefined || taken.has(host));
  });
  const kept = new Set(steps.map((step) => step.id));
  const outer = steps.filter((step) => step.parent === undefined || !kept.has(step.parent));
  const places = new Map(outer.map((step) => [step.id, onCanvas(index.steps, step)]));
  const [left, top] = [Math.min(...[...places.values()].map(({ x }) => x)), Math.min(...[...places.values()].map(({ y }) => y))];
  const forms = new Set(steps.map((step) => kindOf(step).task?.(step).form));
  const roles = new Set(steps.flatMap((step) => kindOf(step).roles(step)));
  return {
    clip: 'shenpi',
    steps: steps.map((step) => {
      const place = places.get(step.id);
      if (!place) return step;
      const { parent: _outside, ...rest } = step;
      return { ...rest, position: { x: place.x - left, y: place.y - top } } as Step; // still of its kind
    }),
    flows: process.flows.filter((flow) => kept.has(flow.from) && kept.has(flow.to)),
    forms: process.forms.filter((form) => forms.has(form.id)),
    roles: process.roles.filter((role) => roles.has(role.id)),
  };
}

/** Why a clip cannot be pasted anywhere, with the place: the step of an unknown kind by its number and name; absent where it can. */
export function clipFault(clip: unknown): Text | undefined {
  if (clip === null || typeof clip !== 'object' || !('clip' in clip) || clip.clip !== 'shenpi') {
    return { zh: '剪贴板中没有流程步骤；请先复制步骤。', en: 'There are no steps on the clipboard; copy steps first.' };
  }
  const steps: unknown[] = 'steps' in clip && Array.isArray(clip.steps) ? clip.steps : [];
  for (const [place, step] of steps.entries()) {
    const fault = step !== null && typeof step === 'object' ? malformedStep(step as Step) : undefined; // looked at before it is believed
    if (fault) return { zh: `粘贴内容的第 ${place + 1} 个步骤不可用：${fault.zh}`, en: `Step ${place + 1} of what is pasted cannot be used: ${fault.en}` };
  }
  const ids = steps.map((step) => (step as Partial<Step> | null)?.id); // each was looked at above, or the schema refuses it below
  const twice = ids.find((id, place) => ids.indexOf(id) !== place);
  if (twice !== undefined) return { zh: `粘贴的内容里标识“${twice}”重复。`, en: `What is pasted has the identifier “${twice}” twice.` };
  return malformed(clipSchema, clip, { zh: '粘贴的内容', en: 'What is pasted' });
}

/** Reads a clip from the clipboard's text, or says why it is none. */
export function readClip(text: string): { clip: Clip } | { fault: Text } {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    read = undefined; // any text may lie on a clipboard
  }
  const fault = clipFault(read);
  return fault ? { fault } : { clip: read as Clip }; // without fault it is one
}
