import type { Process } from '../../process.ts';
import type { ProcessIndex } from '../../processIndex.ts';
import { kindOf, type Step } from '../../steps/index.ts';
import type { Text } from '../../text.ts';
import type { Place } from '../../problem.ts';

/** The whole process, or a subprocess: where tokens begin, move and end. */
export interface ScopeView {
  /** Identifier of the subprocess; empty at the top. */
  id: string;
  steps: Step[];
  begins: Step[];
  ends: Step[];
  /** How a sentence calls it. */
  name: Text;
  where: Place;
}

/** The top, and every step that contains steps, whether or not anything is in it yet. */
export function scopesOf(process: Process, index: ProcessIndex): ScopeView[] {
  const view = (id: string, name: Text, where: Place): ScopeView => {
    const steps = index.children.get(id) ?? [];
    return { id, steps, name, where, begins: steps.filter((step) => kindOf(step).begins), ends: steps.filter((step) => kindOf(step).ends) };
  };
  return [
    view('', { zh: '流程', en: 'The process' }, {}),
    ...process.steps
      .filter((step) => kindOf(step).contains)
      .map((step) => view(step.id, { zh: `子流程“${step.name.zh}”`, en: `Subprocess “${step.name.en}”` }, { step: step.id })),
  ];
}
