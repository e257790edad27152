import { z } from 'zod';
import type { Flow, Process } from '../process.ts';
import { indexOf } from '../processIndex.ts';
import { nameSchema } from '../steps/defineStep.ts';
import { kindOf, type Step } from '../steps/index.ts';
import { stepSize } from '../steps/stepSize.ts';
import { textSchema, type Text } from '../text.ts';
import { defineEdit } from './defineEdit.ts';
import { flowIdBase, freshIds } from './freshId.ts';
import { newStep, scopeKinds } from './newStep.ts';
import { tooMany, unknownStep } from './whyNot.ts';

/** Steps put into a new subprocess of this name. */
export interface Group {
  edit: 'group';
  steps: string[];
  name: Text;
}

const margin = { side: 100, top: 60 };

/** Puts steps into a subprocess that begins where the way into them led and ends where it led out; what sits on their borders comes along. */
export const group = defineEdit<Group>({
  edit: 'group',
  title: { zh: '组成子流程', en: 'Group into a subprocess' },
  fields: z.strictObject({ edit: z.literal('group'), steps: z.array(nameSchema).min(1), name: textSchema }),
  name: (_process, { steps, name }) => ({ zh: `将 ${steps.length} 个步骤组成子流程“${name.zh}”`, en: `Group ${steps.length} steps into “${name.en}”` }),
  allowed(process, { steps, name }) {
    if (!textSchema.safeParse(name).success) return { zh: '请用中英文为子流程命名。', en: 'Name the subprocess in Chinese and in English.' };
    const reason = unknownStep(process, ...steps) ?? tooMany(process, { steps: 3, flows: steps.length + 2 });
    if (reason) return reason;
    const way = wayThrough(process, steps);
    return 'zh' in way ? way : undefined;
  },
  apply(process, { steps: ids, name }) {
    const way = wayThrough(process, ids);
    return 'zh' in way ? process : grouped(process, way, name);
  },
});

interface Way {
  members: Step[];
  entry: Step;
  /** Where the way leads on to; absent where it does not lead out. */
  target: string | undefined;
}

/** How a token comes into the steps and out of them, or why they are no part of the process that could be one step. */
function wayThrough(process: Process, ids: string[]): Way | Text {
  const { steps, attached, incoming } = indexOf(process);
  const inside = new Set(ids.flatMap((id) => [id, ...(attached.get(id) ?? []).map((border) => border.id)]));
  const members = process.steps.filter((step) => inside.has(step.id));
  for (const step of members) {
    const { zh, en } = step.name;
    const kind = kindOf(step);
    const host = kind.attachedTo?.(step);
    if (step.parent !== members[0]?.parent) return { zh: '所选步骤不在同一层，不能组成一个子流程。', en: 'The selected steps are on different levels and cannot be one subprocess.' };
    if (kind.begins || kind.ends) return { zh: `“${zh}”属于外层流程，放进子流程后含义会变；请不要选它。`, en: `“${en}” belongs to the process around and would mean something else in a subprocess; leave it out.` };
    if (host !== undefined && !inside.has(host)) return { zh: `边界事件“${zh}”所附的步骤不在所选之中；请一并选中。`, en: `The host of boundary event “${en}” is not among the selected steps; select it too.` };
  }
  const into = process.flows.filter((flow) => inside.has(flow.to) && !inside.has(flow.from));
  const first = members.filter((step) => !kindOf(step).attachedTo && !incoming.has(step.id));
  const entries = into.length > 0 ? [...new Set(into.map((flow) => flow.to))] : first.map((step) => step.id);
  const [entryId, another] = entries;
  const entry = steps.get(entryId ?? '');
  if (!entry || another !== undefined) return { zh: '通向所选步骤的流向须都到同一步骤，子流程才有一个开始。', en: 'The flows that lead into the selected steps must all reach the same step, so that the subprocess has one start.' };
  if (into.length > 1 && kindOf(entry).join !== 'each') return { zh: `“${entry.name.zh}”汇合来自外面的几条流向；请不要选它。`, en: `“${entry.name.en}” joins flows from outside; leave it out.` };
  const targets = new Set(process.flows.filter((flow) => inside.has(flow.from) && !inside.has(flow.to)).map((flow) => flow.to));
  if (targets.size > 1) {
    const names = [...targets].map((id) => steps.get(id)?.name ?? { zh: id, en: id });
    return {
      zh: `所选步骤通向几处（${names.map(({ zh }) => zh).join('、')}），而子流程只有一个去向；请少选或多选一些步骤。`,
      en: `The selected steps lead to several places (${names.map(({ en }) => en).join(', ')}), and a subprocess leads to one; select fewer or more steps.`,
    };
  }
  return { members, entry, target: [...targets][0] };
}

function grouped(process: Process, { members, entry, target }: Way, name: Text): Process {
  const inside = new Set(members.map((step) => step.id));
  const boxes = members.map((step) => ({ ...step.position, ...stepSize(step) }));
  const left = Math.min(...boxes.map(({ x }) => x)) - margin.side;
  const top = Math.min(...boxes.map(({ y }) => y)) - margin.top;
  const width = Math.max(...boxes.map((box) => box.x + box.width)) + margin.side - left;
  const height = Math.max(...boxes.map((box) => box.y + box.height)) + margin.top - top;
  const fresh = freshIds(process);
  const make = (kind: Step['kind'], x: number, y: number, more: { parent?: string; name?: Text }): Step => newStep(process, kind, { stage: entry.stage, x, y, id: fresh(kind), ...more });
  const outside = entry.parent === undefined ? {} : { parent: entry.parent };
  const around = { ...make(scopeKinds.contains, left, top, { ...outside, name }), size: { width, height } } as Step; // what contains steps has a size
  const middle = entry.position.y - top + stepSize(entry).height / 2 - 18;
  const start = make(scopeKinds.begins, 32, middle, { parent: around.id });
  const end = make(scopeKinds.ends, width - 68, middle, { parent: around.id });
  const lead = (from: string, to: string): Flow => ({ id: fresh(flowIdBase(from, to)), from, to });
  const flows = process.flows.map((flow) => {
    if (inside.has(flow.to) && !inside.has(flow.from)) return { ...flow, to: around.id };
    return inside.has(flow.from) && !inside.has(flow.to) ? { ...flow, to: end.id } : flow;
  });
  const leading = new Set(flows.map((flow) => flow.from));
  const last = members.filter((step) => !leading.has(step.id));
  const inner = (step: Step): Step => ({ ...step, parent: around.id, position: { x: step.position.x - left, y: step.position.y - top } });
  return {
    ...process,
    steps: [...process.steps.flatMap((step) => (step === members[0] ? [around, start, inner(step)] : inside.has(step.id) ? [inner(step)] : [step])), end],
    flows: [...flows, lead(start.id, entry.id), ...last.map((step) => lead(step.id, end.id)), ...(target === undefined ? [] : [lead(around.id, target)])],
  };
}
