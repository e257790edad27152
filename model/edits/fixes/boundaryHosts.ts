import { kindOf } from '../../steps/index.ts';
import { renamedStep, renamingOf } from '../renamed.ts';
import { defineFix, type Offer } from './defineFix.ts';
import { nearest } from './nearest.ts';

/** A boundary event is attached to the nearest step where a case waits, or removed. */
export const boundaryHosts = defineFix({
  rule: 'boundaryHosts',
  offers(process, { where }, { steps }) {
    const step = steps.get(where.step ?? '');
    const host = step && kindOf(step).attachedTo?.(step);
    if (!step || host === undefined) return [];
    const near = nearest(step, process.steps.filter((candidate) => kindOf(candidate).waits(candidate) || kindOf(candidate).contains));
    const attach: Offer[] = near
      ? [
          {
            name: { zh: `附到“${near.name.zh}”上`, en: `Attach to “${near.name.en}”` },
            edit: { edit: 'changeStep', step: step.id, to: renamedStep(step, { ...renamingOf({}), step: (id) => (id === host ? near.id : id) }) },
          },
        ]
      : [];
    return [...attach, { edit: { edit: 'removeElements', steps: [step.id], flows: [] } }];
  },
});
