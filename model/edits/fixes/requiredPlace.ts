import type { Step } from '../../steps/index.ts';
import { defineFix } from './defineFix.ts';

/** “Required when” is taken away where it must not stand. */
export const requiredPlace = defineFix({
  rule: 'requiredPlace',
  offers(_process, { where }, { steps }) {
    const step = steps.get(where.step ?? '');
    if (!step) return [];
    const { required: _required, ...rest } = step;
    return [{ name: { zh: '去掉“何时需要”', en: 'Remove “required when”' }, edit: { edit: 'changeStep', step: step.id, to: rest as Step } }]; // still of its kind
  },
});
