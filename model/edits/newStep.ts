import type { Process } from '../process.ts';
import type { StageId, StepKind } from '../steps/defineStep.ts';
import { kindOf, stepKinds, type Step } from '../steps/index.ts';
import type { Text } from '../text.ts';
import { freshId } from './freshId.ts';

/** Where a new step shall be, and, for one that sits on a border, its host; an identifier and a name where they are chosen already. */
export interface NewStep {
  stage: StageId;
  x: number;
  y: number;
  parent?: string;
  id?: string;
  name?: Text;
  host?: string;
}

/** The least well-formed step of a kind, under a new identifier and, if none is given, its kind's name; to be added by `addStep`. */
export function newStep(process: Process, kind: Step['kind'], { stage, x, y, parent, id, name, host }: NewStep): Step {
  const asked = stepKinds[kind] as unknown as StepKind<Step>; // each kind makes its own
  const base = { id: id ?? freshId(process, kind), name: name ?? asked.title, stage, position: { x, y }, ...(parent === undefined ? {} : { parent }) };
  return asked.blank(base, { role: usualRole(process, stage), host: host ?? '' });
}

/** The kinds of step with which scopes begin and end, and that make scopes. */
export const scopeKinds: Readonly<Record<'begins' | 'ends' | 'contains', Step['kind']>> = { begins: kindThat('begins'), ends: kindThat('ends'), contains: kindThat('contains') };

function kindThat(member: 'begins' | 'ends' | 'contains'): Step['kind'] {
  const found = Object.values(stepKinds).find((kind) => kind[member]);
  if (!found) throw new Error(`no kind of step ${member}`);
  return found.kind;
}

/** Whoever works most in a stage, else the first role of the process. */
function usualRole(process: Process, stage: StageId): string {
  const count = new Map<string, number>();
  for (const step of process.steps) {
    if (step.stage !== stage) continue;
    for (const role of kindOf(step).roles(step)) count.set(role, (count.get(role) ?? 0) + 1);
  }
  const [most] = [...count].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? process.roles[0]?.id ?? 'reviewer';
}
