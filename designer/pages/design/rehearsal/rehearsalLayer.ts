import { msOf } from '../../../../model/instant.ts';
import type { Rehearsal } from '../../../../model/rehearsal/rehearsal.ts';
import { caseLayer } from '../../../canvas/caseLayer.ts';
import type { Layer } from '../../../canvas/layer.ts';

/** What a rehearsal shows on top of its draft: the same as a real case, at the rehearsal's own time. */
export function rehearsalLayer({ process, state, now, trail }: Rehearsal): Layer {
  const tasks = state.tasks.map(({ step, due }) => ({ step, overdue: due !== undefined && msOf(due) <= msOf(now) }));
  return caseLayer(process, { ...state, tasks }, trail);
}
