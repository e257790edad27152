import type { Edit } from '../../../model/edits/index.ts';
import { freshId } from '../../../model/edits/freshId.ts';
import { indexOf } from '../../../model/processIndex.ts';
import type { Process } from '../../../model/process.ts';
import { kindOf, stepKinds, stepSchema, type Step } from '../../../model/steps/index.ts';
import { stepSize } from '../../../model/steps/stepSize.ts';
import type { StepBase } from '../../../model/steps/defineStep.ts';
import type { Text } from '../../../model/text.ts';

const kinds = Object.values(stepKinds).map((kind) => kind as unknown as ReturnType<typeof kindOf>); // each kind is asked about its own steps only

/** The kinds whose clock starts when the step on whose border they sit begins to wait. */
const clocks = kinds.filter((kind) => kind.attachedTo && kind.arm);
/** The kinds that ask something of the world. */
const askers = kinds.filter((kind) => kind.asks);
/** The kinds at which a way ends. */
const closers = kinds.filter((kind) => kind.ends);

/** Whether time can pass while a case rests at a step, so that one can be reminded of it. */
export function canBeLate(step: Step): boolean {
  return kindOf(step).waits(step) || kindOf(step).contains;
}

/** What sits on a step's border, in the order of the process. */
export function attachedTo(process: Process, host: string): Step[] {
  return indexOf(process).attached.get(host) ?? [];
}

/** Whether a step of the border has a clock. */
export function hasClock(step: Step): boolean {
  return clocks.includes(kindOf(step));
}

function made(kind: ReturnType<typeof kindOf> | undefined, base: Omit<StepBase, 'kind'>, host: string, own: object): Step | undefined {
  return kind && stepSchema.safeParse({ ...kind.blank(base, { role: 'nobody', host }), ...own }).data;
}

/**
 * The edits that let something happen when a step takes longer than so many working days: `remind` writes to whoever has it to do, while the
 * step goes on; `escalate` ends the waiting and leads on, over a flow still to be drawn. The first fails, and all are one entry of undo when
 * performed as such. Empty where the step does not wait.
 */
export function latenessEdits(process: Process, host: Step, workingDays: number, what: 'remind' | 'escalate'): Edit[] {
  if (!canBeLate(host)) return [];
  const { x, y } = host.position;
  const { width, height } = stepSize(host);
  const taken = new Set<string>();
  const place = (name: string, words: Text, at: { x: number; y: number }): Omit<StepBase, 'kind'> => {
    const id = freshId(process, `${name}${host.id.charAt(0).toUpperCase()}${host.id.slice(1)}`, taken);
    taken.add(id);
    return { id, name: words, stage: host.stage, position: at, ...(host.parent === undefined ? {} : { parent: host.parent }) };
  };
  const index = attachedTo(process, host.id).length;
  const border = { x: x + 12 + (index * 44) % Math.max(44, width - 36), y: y + height - 18 };
  const wait = { wait: { workingDays } };
  if (what === 'escalate') {
    const timer = made(clocks[0], place('late', { zh: `“${host.name.zh}”逾期`, en: `“${host.name.en}” is late` }, border), host.id, { ...wait, interrupting: true });
    return timer ? [{ edit: 'addStep', step: timer }] : [];
  }
  const timer = made(clocks[0], place('when', { zh: `${workingDays} 个工作日后提醒`, en: `After ${workingDays} working days` }, border), host.id, { ...wait, interrupting: false });
  const reminder = made(askers[0], place('remind', { zh: `催办${host.name.zh}`, en: `Remind of ${host.name.en}` }, { x: border.x - 52, y: border.y + 76 }), host.id, { check: 'reminder' });
  const end = made(closers[0], place('reminded', { zh: '已提醒', en: 'Reminded' }, { x: border.x + 140, y: border.y + 90 }), host.id, {});
  if (!timer || !reminder || !end) return [];
  return [{ edit: 'addStep', step: timer }, { edit: 'addStep', step: reminder, after: timer.id }, { edit: 'addStep', step: end, after: reminder.id }];
}
