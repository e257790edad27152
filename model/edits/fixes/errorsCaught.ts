import { kindOf } from '../../steps/index.ts';
import { defineFix } from './defineFix.ts';

/** A boundary error that never happens can be removed. */
export const errorsCaught = defineFix({
  rule: 'errorsCaught',
  offers(_process, { where }, { steps }) {
    const step = steps.get(where.step ?? '');
    return step && kindOf(step).catches ? [{ edit: { edit: 'removeElements', steps: [step.id], flows: [] } }] : [];
  },
});
