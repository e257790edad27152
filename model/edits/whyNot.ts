import { caseNames } from '../caseSchema.ts';
import { flowSchema, type Flow, type Process } from '../process.ts';
import { indexOf } from '../processIndex.ts';
import { nameOf } from '../rules/reading/nameOf.ts';
import { kindOf, stepKinds, stepSchema, type Step } from '../steps/index.ts';
import { fieldLabels } from '../steps/fieldLabels.ts';
import type { Text } from '../text.ts';
import { bordersComeAlong } from './followUps/bordersComeAlong.ts';
import { malformed } from './malformed.ts';

/** No step of this identifier. */
export function unknownStep(process: Process, ...ids: string[]): Text | undefined {
  const missing = ids.find((id) => !indexOf(process).steps.has(id));
  return missing === undefined ? undefined : { zh: `没有步骤“${missing}”。`, en: `There is no step “${missing}”.` };
}

/** No flow of this identifier. */
export function unknownFlow(process: Process, ...ids: string[]): Text | undefined {
  const missing = ids.find((id) => !process.flows.some((flow) => flow.id === id));
  return missing === undefined ? undefined : { zh: `没有流向“${missing}”。`, en: `There is no flow “${missing}”.` };
}

/** The identifier of a step or flow is used already, or is a name of the case's own data. */
export function takenId(process: Process, id: string): Text | undefined {
  if (caseNames.has(id)) return { zh: `标识“${id}”是案件数据的保留名称；请改用别的标识。`, en: `The identifier “${id}” is a name of the case’s own data; choose another.` };
  if (!process.steps.some((step) => step.id === id) && !process.flows.some((flow) => flow.id === id)) return undefined;
  return { zh: `标识“${id}”已被使用；请改用别的标识。`, en: `The identifier “${id}” is in use; choose another.` };
}

const most = { steps: 2_000, flows: 4_000, roles: 50, forms: 200 } as const;
const counted: Record<keyof typeof most, Text> = {
  steps: { zh: '个步骤', en: 'steps' },
  flows: { zh: '条流向', en: 'flows' },
  roles: { zh: '个角色', en: 'roles' },
  forms: { zh: '张表单', en: 'forms' },
};

/** The process would grow beyond what it may hold. */
export function tooMany(process: Process, more: Partial<Record<keyof typeof most, number>>): Text | undefined {
  for (const part of ['steps', 'flows', 'roles', 'forms'] as const) {
    const added = more[part] ?? 0;
    if (added > 0 && process[part].length + added > most[part]) return { zh: `一个流程最多有 ${most[part]} ${counted[part].zh}。`, en: `A process has at most ${most[part]} ${counted[part].en}.` };
  }
  return undefined;
}

/** A step of a kind that is none, or without what its kind needs. */
export function malformedStep(step: Step): Text | undefined {
  const name = step.name?.zh && step.name.en ? { zh: `步骤“${step.name.zh}”`, en: `Step “${step.name.en}”` } : { zh: `步骤“${step.id}”`, en: `Step “${step.id}”` };
  if (!Object.hasOwn(stepKinds, step.kind)) {
    return { zh: `${name.zh}的种类“${step.kind}”不存在；可选：${Object.keys(stepKinds).join('、')}。`, en: `${name.en} is of the kind “${step.kind}”, which does not exist; there are: ${Object.keys(stepKinds).join(', ')}.` };
  }
  return malformed(stepSchema, step, name, fieldLabels(step));
}

/** What a change of names has made of steps and flows can no longer be: a condition grown beyond its length. */
export function malformedParts(before: Process, after: Process): Text | undefined {
  const were = new Set<object>([...before.steps, ...before.flows]);
  for (const step of after.steps) {
    const reason = were.has(step) ? undefined : malformedStep(step);
    if (reason) return reason;
  }
  for (const flow of after.flows) {
    const reason = were.has(flow) ? undefined : malformed(flowSchema, flow, { zh: `流向“${flow.id}”`, en: `Flow “${flow.id}”` });
    if (reason) return reason;
  }
  return undefined;
}

/** A flow cannot lead from one of these steps to the other, wherever they stand. */
export function unconnectable(from: Step, to: Step): Text | undefined {
  if (kindOf(from).ends) return { zh: `“${from.name.zh}”是结束事件，没有后续流向。`, en: `“${from.name.en}” is an end event; nothing follows it.` };
  if (kindOf(to).begins) return { zh: `“${to.name.zh}”是开始事件，没有流向通到它；请连到其后的步骤。`, en: `“${to.name.en}” is a start event; no flow leads into it. Connect the step behind it.` };
  if (kindOf(to).attachedTo) return { zh: `“${to.name.zh}”是边界事件，由所附步骤触发；请连到一个步骤。`, en: `“${to.name.en}” is a boundary event, which its host sets off; connect a step.` };
  if (from.id === to.id) return { zh: `“${from.name.zh}”不能连到自身。`, en: `“${from.name.en}” cannot be connected to itself.` };
  if (from.parent !== to.parent) {
    return { zh: `“${from.name.zh}”与“${to.name.zh}”不在同一层，流向不能跨越子流程边界。`, en: `“${from.name.en}” and “${to.name.en}” are on different levels; a flow cannot cross the border of a subprocess.` };
  }
  return undefined;
}

/** A flow cannot lead from one step of the process to another: unknown, unconnectable, or connected already by another flow than `except`. */
export function unconnectableIn(process: Process, fromId: string, toId: string, except?: string): Text | undefined {
  const { steps, outgoing } = indexOf(process);
  const from = steps.get(fromId);
  const to = steps.get(toId);
  if (!from || !to) return unknownStep(process, fromId, toId);
  const reason = unconnectable(from, to);
  if (reason) return reason;
  if (!outgoing.get(fromId)?.some((flow) => flow.to === toId && flow.id !== except)) return undefined;
  return { zh: `“${from.name.zh}”已连到“${to.name.zh}”。`, en: `“${from.name.en}” is connected to “${to.name.en}” already.` };
}

/** A step cannot stand where it says: inside what contains nothing, inside itself, or on a border where nothing waits. `steps` are those of the process as it would be. */
export function misplaced(step: Step, steps: ReadonlyMap<string, Step>): Text | undefined {
  if (step.parent !== undefined) {
    const parent = steps.get(step.parent);
    if (!parent) return { zh: `没有子流程“${step.parent}”。`, en: `There is no subprocess “${step.parent}”.` };
    if (!kindOf(parent).contains) return { zh: `“${parent.name.zh}”不是子流程，不能容纳步骤。`, en: `“${parent.name.en}” is no subprocess and contains no steps.` };
    const climbed = new Set<string>([step.id]);
    for (let at: Step | undefined = parent; at; at = at.parent === undefined ? undefined : steps.get(at.parent)) {
      if (at.id === step.id) return { zh: `“${step.name.zh}”不能放进它自己里面。`, en: `“${step.name.en}” cannot be put inside itself.` };
      if (climbed.has(at.id)) break;
      climbed.add(at.id);
    }
  }
  const hostId = kindOf(step).attachedTo?.(step);
  if (hostId === undefined) return undefined;
  const host = steps.get(hostId);
  if (!host) return { zh: `边界事件“${step.name.zh}”须附在一个步骤上，没有步骤“${hostId}”。`, en: `Boundary event “${step.name.en}” must sit on a step; there is no “${hostId}”.` };
  if (!kindOf(host).waits(host) && !kindOf(host).contains) {
    return { zh: `案件不在“${host.name.zh}”停留，不能附边界事件；请附到任务、等待或子流程上。`, en: `No case waits at “${host.name.en}”, so no boundary event can sit there; attach it to a task, a wait or a subprocess.` };
  }
  if (host.parent !== step.parent) return { zh: `“${step.name.zh}”须与所附的“${host.name.zh}”在同一层。`, en: `“${step.name.en}” must be on the same level as “${host.name.en}”, on which it sits.` };
  return undefined;
}

/** The first fault that the `touched` steps, what sits on them and their flows have at their new places and did not have before; what was wrong already does not stand in the way. */
export function newlyWrong(before: Process, after: Process, touched: ReadonlySet<string>): Text | undefined {
  const settled = bordersComeAlong.follow(after, { before, renames: {}, placed: touched });
  const { steps } = indexOf(settled);
  const then = indexOf(before).steps;
  const concerned = new Set(touched);
  for (const step of settled.steps) if (touched.has(kindOf(step).attachedTo?.(step) ?? '')) concerned.add(step.id);
  for (const step of settled.steps) {
    if (!concerned.has(step.id)) continue;
    const was = then.get(step.id);
    const reason = misplaced(step, steps);
    if (reason && !(was && misplaced(was, then))) return reason;
  }
  const were = new Map(before.flows.map((flow) => [flow.id, flow]));
  for (const flow of settled.flows) {
    if (!concerned.has(flow.from) && !concerned.has(flow.to)) continue;
    const reason = between(steps, flow);
    if (reason && !between(then, were.get(flow.id))) return reason;
  }
  return undefined;
}

function between(steps: ReadonlyMap<string, Step>, flow: Flow | undefined): Text | undefined {
  const from = flow && steps.get(flow.from);
  const to = flow && steps.get(flow.to);
  return from && to ? unconnectable(from, to) : undefined;
}

/** The name of a step for a sentence. */
export function named(process: Process, id: string): Text {
  return nameOf(indexOf(process), id);
}

/** No form of this identifier. */
export function unknownForm(process: Process, id: string): Text | undefined {
  return process.forms.some((form) => form.id === id) ? undefined : { zh: `没有表单“${id}”。`, en: `There is no form “${id}”.` };
}

/** The identifier of a form is used already. */
export function takenForm(process: Process, id: string): Text | undefined {
  return process.forms.some((form) => form.id === id) ? { zh: `表单标识“${id}”已被使用；请改用别的标识。`, en: `The form identifier “${id}” is in use; choose another.` } : undefined;
}
