import { z } from 'zod';
import type { Flow, Form, Process } from '../process.ts';
import { indexOf } from '../processIndex.ts';
import { nameSchema, stageIds, type StageId } from '../steps/defineStep.ts';
import { kindOf, type Step } from '../steps/index.ts';
import { clipFault, clipSchema, type Clip } from './clip.ts';
import { defineEdit } from './defineEdit.ts';
import { flowIdBase, freshIds, freshName } from './freshId.ts';
import { renamedFlow, renamedStep, renamingOf } from './renamed.ts';
import { malformedParts, newlyWrong, tooMany, unknownStep } from './whyNot.ts';

/** A clip put onto the canvas with its top left corner at `x`, `y` (relative to `parent`, where it goes into a subprocess); `stage`: all of it goes into that stage. */
export interface Paste {
  edit: 'paste';
  clip: Clip;
  x: number;
  y: number;
  parent?: string;
  stage?: StageId;
}

/** Pastes steps under new identifiers: flows and conditions between them follow, and roles and forms that the process lacks come along. */
export const paste = defineEdit<Paste>({
  edit: 'paste',
  title: { zh: '粘贴', en: 'Paste' },
  fields: z.strictObject({ edit: z.literal('paste'), clip: clipSchema, x: z.number(), y: z.number(), parent: nameSchema.optional(), stage: z.enum(stageIds).optional() }),
  name(_process, { clip: { steps } }) {
    const [first, ...others] = steps;
    return first && others.length === 0 ? { zh: `粘贴“${first.name.zh}”`, en: `Paste “${first.name.en}”` } : { zh: `粘贴 ${steps.length} 个步骤`, en: `Paste ${steps.length} steps` };
  },
  allowed(process, edit) {
    const { clip, x, y, parent } = edit;
    const fault = clipFault(clip) ?? (parent === undefined ? undefined : unknownStep(process, parent));
    if (fault) return fault;
    if (!Number.isFinite(x) || !Number.isFinite(y)) return { zh: '没有这样的位置。', en: 'There is no such place.' };
    const around = parent === undefined ? undefined : indexOf(process).steps.get(parent);
    if (around && !kindOf(around).contains) return { zh: `“${around.name.zh}”不是子流程，不能容纳步骤。`, en: `“${around.name.en}” is no subprocess and contains no steps.` };
    const { roles, forms } = brought(process, clip);
    const scopes = clip.steps.filter((step) => kindOf(step).contains).length; // each may get a start, an end and a flow between them
    const reason = tooMany(process, { steps: clip.steps.length + 2 * scopes, flows: clip.flows.length + scopes, roles: roles.length, forms: forms.length });
    if (reason) return reason;
    const after = pasted(process, edit);
    return malformedParts(process, after) ?? newlyWrong(process, after, new Set(pastedIds(process, clip).values()));
  },
  apply: pasted,
});

/** Under which identifiers the steps of a clip will stand in the process: new ones by those in the clip. */
export function pastedIds(process: Process, clip: Clip, fresh = freshIds(process)): Map<string, string> {
  return new Map(clip.steps.map(({ id }) => [id, fresh(id)]));
}

function pasted(process: Process, { clip, x, y, parent, stage }: Paste): Process {
  const { roles, forms, renamedForms } = brought(process, clip);
  const fresh = freshIds(process);
  const ids = pastedIds(process, clip, fresh);
  const to = renamingOf({ steps: ids, forms: renamedForms });
  const steps = clip.steps.map((step) => {
    const inside = step.parent !== undefined && ids.has(step.parent);
    const placed = inside ? {} : { position: { x: x + step.position.x, y: y + step.position.y }, ...(parent === undefined ? {} : { parent }) };
    const { parent: former, ...rest } = renamedStep(step, to);
    return { ...rest, ...(inside ? { parent: former } : {}), ...placed, id: to.step(step.id), stage: stage ?? step.stage } as Step; // still of its kind
  });
  const flows = clip.flows.filter((flow) => ids.has(flow.from) && ids.has(flow.to)).map((flow) => {
    const renamed = renamedFlow(flow, to);
    return { ...(chooses(clip, flow) ? renamed : unconditional(renamed)), id: fresh(flowIdBase(renamed.from, renamed.to)) };
  });
  return {
    ...process,
    steps: [...process.steps, ...steps],
    flows: [...process.flows, ...flows],
    roles: [...process.roles, ...roles],
    forms: [...process.forms, ...forms],
  };
}

function brought(process: Process, clip: Clip): { roles: Process['roles']; forms: Form[]; renamedForms: Map<string, string> } {
  const roles = clip.roles.filter((role) => !process.roles.some(({ id }) => id === role.id));
  const renamedForms = new Map<string, string>();
  const forms: Form[] = [];
  for (const form of clip.forms) {
    const here = process.forms.find(({ id }) => id === form.id);
    if (here && JSON.stringify(here.schema) === JSON.stringify(form.schema)) continue;
    const id = here ? freshName((name) => [...process.forms, ...forms].some((other) => other.id === name), form.id) : form.id;
    if (here) renamedForms.set(form.id, id);
    forms.push({ ...form, id });
  }
  return { roles, forms, renamedForms };
}

function chooses(clip: Clip, flow: Flow): boolean {
  const from = clip.steps.find(({ id }) => id === flow.from);
  return from !== undefined && kindOf(from).split !== 'all' && clip.flows.filter((other) => other.from === flow.from).length > 1;
}

function unconditional({ condition: _condition, isDefault: _isDefault, ...flow }: Flow): Flow {
  return flow;
}
