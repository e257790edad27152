import type { Difference } from '../../../../model/compare/index.ts';
import type { Text } from '../../../../model/text.ts';
import type { Change, Layer, StepMark } from '../../../canvas/layer.ts';

const weight: { [change in Change]: number } = { moved: 0, changed: 1, removed: 2, added: 3 };

/** How a difference marks the step or flow it is about: something within it makes it changed. */
function changeOf({ change, what: { step: _step, flow: _flow, ...within } }: Difference): Change {
  return change === 'moved' || Object.keys(within).length === 0 ? change : 'changed';
}

/** What a comparison shows on top of the two processes drawn as one: a mark with the sentences behind it for every step and flow that differs. */
export function compareLayer(differences: readonly Difference[]): Layer {
  const marks = new Map<string, StepMark & { state: Change }>();
  const flows = new Map<string, Change>();
  for (const difference of differences) {
    const { what, message } = difference;
    const change = changeOf(difference);
    if (what.step !== undefined) {
      const known = marks.get(what.step);
      const note: Text = known?.note ? { zh: `${known.note.zh}\n${message.zh}`, en: `${known.note.en}\n${message.en}` } : message;
      marks.set(what.step, { state: known && weight[known.state] > weight[change] ? known.state : change, note });
    }
    if (what.flow !== undefined) {
      const known = flows.get(what.flow);
      flows.set(what.flow, known && weight[known] > weight[change] ? known : change);
    }
  }
  return { marks, discs: [], taken: new Set(), focus: [...marks.keys()], flows };
}

/** The parts of a process under which a reader looks for differences. */
export const groups = ['process', 'stage', 'step', 'table', 'flow', 'form', 'role'] as const;

/** One of {@link groups}. */
export type Group = (typeof groups)[number];

/** Under which part of the process a difference is told. */
export function groupOf({ what }: Difference): Group {
  if (what.step !== undefined) return what.row !== undefined || what.field?.startsWith('table') ? 'table' : 'step';
  if (what.flow !== undefined) return 'flow';
  if (what.form !== undefined || what.field === 'forms') return 'form';
  if (what.role !== undefined || what.field === 'roles' || what.field === 'separation') return 'role';
  return what.field?.startsWith('stages') ? 'stage' : 'process';
}
