import { z } from 'zod';
import type { Flow, Process } from '../process.ts';
import { indexOf } from '../processIndex.ts';
import { nameSchema } from '../steps/defineStep.ts';
import { kindOf, type Step } from '../steps/index.ts';
import type { Text } from '../text.ts';
import { defineEdit } from './defineEdit.ts';
import { named, unknownStep } from './whyNot.ts';

/** A subprocess dissolved: what it contains stands where it stood. */
export interface Ungroup {
  edit: 'ungroup';
  step: string;
}

/** Dissolves a subprocess; its start and its ends become the flows that led to and from it. */
export const ungroup = defineEdit<Ungroup>({
  edit: 'ungroup',
  title: { zh: '解散子流程', en: 'Ungroup a subprocess' },
  fields: z.strictObject({ edit: z.literal('ungroup'), step: nameSchema }),
  name(process, { step }) {
    const name = named(process, step);
    return { zh: `解散子流程“${name.zh}”`, en: `Ungroup “${name.en}”` };
  },
  allowed(process, { step: id }) {
    const inner = inside(process, id);
    return 'zh' in inner ? inner : undefined;
  },
  apply(process, { step: id }) {
    const inner = inside(process, id);
    return 'zh' in inner ? process : lifted(process, inner);
  },
});

interface Inside {
  around: Step;
  children: Step[];
  /** The flow out of the inner start. */
  first: Flow | undefined;
  ends: ReadonlySet<string>;
  /** The flow out of the subprocess. */
  onward: Flow | undefined;
}

/** What is in a subprocess that can be dissolved, or why it cannot. */
function inside(process: Process, id: string): Inside | Text {
  const { steps, attached, children, outgoing, incoming } = indexOf(process);
  const around = steps.get(id);
  if (!around) return unknownStep(process, id) ?? { zh: '没有这一步骤。', en: 'There is no such step.' };
  const { zh, en } = around.name;
  if (!kindOf(around).contains) return { zh: `“${zh}”不是子流程。`, en: `“${en}” is no subprocess.` };
  const border = attached.get(id)?.[0];
  if (border) return { zh: `边界事件“${border.name.zh}”附在“${zh}”上；请先删除或改附。`, en: `Boundary event “${border.name.en}” sits on “${en}”; remove it or attach it elsewhere first.` };
  if (around.required) return { zh: `“${zh}”只在一定条件下需要；请先去掉“何时需要”。`, en: `“${en}” is needed under a condition only; remove “required when” first.` };
  const [onward, second] = outgoing.get(id) ?? [];
  if (second) return { zh: `“${zh}”之后同时走几条流向；请先改用并行网关。`, en: `Several flows leave “${en}” at once; use a parallel gateway first.` };
  const held = children.get(id) ?? [];
  const begins = held.filter((step) => kindOf(step).begins);
  const [first, another] = begins.flatMap((step) => outgoing.get(step.id) ?? []);
  if (held.length > 0 && (begins.length !== 1 || !first || another)) {
    return { zh: `“${zh}”里须有一个开始事件和从它出发的一条流向，才知道从哪里接上。`, en: `“${en}” must contain one start event with one flow out of it, to tell where the way goes on.` };
  }
  const ends = held.filter((step) => kindOf(step).ends);
  const fatal = ends.find((step) => kindOf(step).endsScope?.(step) || (kindOf(step).raises?.(step) ?? []).length > 0);
  if (fatal) return { zh: `“${fatal.name.zh}”结束的是整个子流程或引发错误；解散后含义会变，请先修改。`, en: `“${fatal.name.en}” ends the whole subprocess or raises an error, and would mean something else outside; change it first.` };
  const target = onward && steps.get(onward.to);
  if (target && kindOf(target).join === 'all' && ends.flatMap((step) => incoming.get(step.id) ?? []).length > 1) {
    return { zh: `“${target.name.zh}”等待每一条流向；请先在“${zh}”里汇合到一条。`, en: `“${target.name.en}” waits for every flow; let the ways inside “${en}” meet first.` };
  }
  return { around, children: held, first, ends: new Set(ends.map((step) => step.id)), onward };
}

function lifted(process: Process, { around, children, first, ends, onward }: Inside): Process {
  const held = new Set(children.map((step) => step.id));
  const gone = (id: string): boolean => id === around.id || id === first?.from || (onward !== undefined && ends.has(id));
  const behind = (id: string): string | undefined => {
    const next = id === around.id ? (first ? first.to : onward?.to) : id;
    return next !== undefined && onward && ends.has(next) ? onward.to : next;
  };
  const lift = (step: Step): Step => {
    const { parent: _around, ...rest } = step;
    const place = { x: step.position.x + around.position.x, y: step.position.y + around.position.y };
    const suspended = around.whileSuspended ? { whileSuspended: true } : {};
    return { ...rest, ...(around.parent === undefined ? {} : { parent: around.parent }), ...suspended, position: place } as Step; // still of its kind
  };
  return {
    ...process,
    steps: process.steps.flatMap((step) => (gone(step.id) ? [] : [held.has(step.id) ? lift(step) : step])),
    flows: process.flows.flatMap((flow) => {
      if (flow === first || flow === onward) return [];
      const to = behind(flow.to);
      return to === undefined ? [] : [to === flow.to ? flow : { ...flow, to }];
    }),
  };
}
