import { checks } from '../../../../model/checks/index.ts';
import { receivedMessageSchema } from '../../../../model/api/notices.ts';
import { indexOf } from '../../../../model/processIndex.ts';
import type { Process } from '../../../../model/process.ts';
import { stageIds } from '../../../../model/steps/defineStep.ts';
import { kindOf, type Step } from '../../../../model/steps/index.ts';
import type { Text } from '../../../../model/text.ts';
import type { Option } from './option.ts';

const plain = (value: string): Option => ({ value, label: { zh: value, en: value } });
const byName = ({ id, name }: { id: string; name: Text }): Option => ({ value: id, label: name });

/** Every duty of the process, with the steps that exercise it. */
export function dutiesOf(process: Process): Map<string, Text> {
  const steps = new Map<string, Text[]>(process.separation.flat().map((duty) => [duty, []]));
  for (const step of process.steps) {
    const duty = kindOf(step).task?.(step).duty;
    if (duty !== undefined) steps.set(duty, [...(steps.get(duty) ?? []), step.name]);
  }
  return new Map([...steps].map(([duty, names]) => [duty, names.length ? { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') } : { zh: duty, en: duty }]));
}

/** What each kind of reference can name in this process, at this step. */
export const choices: { [widget: string]: (process: Process, step: Step) => Option[] } = {
  role: (process) => process.roles.map(byName),
  stage: (process) => stageIds.flatMap((id) => process.stages.filter((stage) => stage.id === id)).map(byName),
  form: (process) => process.forms.map(byName),
  duty: (process) => [...dutiesOf(process)].map(([value, label]) => ({ value, label })),
  host: (process, step) => process.steps.filter((other) => other.id !== step.id && other.parent === step.parent && (kindOf(other).waits(other) || kindOf(other).contains)).map(byName),
  container: (process, step) => process.steps.filter((other) => other.id !== step.id && kindOf(other).contains && !inside(process, other, step.id)).map(byName),
  message: (process) => [...new Set([...receivedMessageSchema.shape.message.options, ...process.steps.flatMap((other) => kindOf(other).hears?.(other) ?? [])])].map(plain),
  datum: (process, step) => [{ value: 'declaration', label: { zh: '申报内容', en: 'Declaration' } }, ...process.steps.filter((other) => other.id !== step.id && kindOf(other).contributes(other, process)).map(byName)],
  outcome: (_process, step) => (kindOf(step).task?.(step).outcomes ?? []).map(byName),
  check: () => Object.values(checks).map(({ check, title }) => ({ value: check, label: title })),
  error: (process, step) => {
    const host = indexOf(process).steps.get(kindOf(step).attachedTo?.(step) ?? '');
    return [...new Set((host ? raisedIn(process, host, new Set()) : []))].map(plain);
  },
};

/** Error codes that a step, or what it contains, may raise. */
function raisedIn(process: Process, step: Step, seen: Set<string>): string[] {
  if (seen.has(step.id)) return [];
  seen.add(step.id);
  return [...(kindOf(step).raises?.(step) ?? []), ...(indexOf(process).children.get(step.id) ?? []).flatMap((inner) => raisedIn(process, inner, seen))];
}

function inside(process: Process, step: Step, container: string): boolean {
  const climbed = new Set<string>();
  let at: Step | undefined = step;
  while (at && !climbed.has(at.id)) {
    if (at.parent === container) return true;
    climbed.add(at.id);
    at = at.parent === undefined ? undefined : indexOf(process).steps.get(at.parent);
  }
  return false;
}
