import { defineFix } from './defineFix.ts';

/** A correction goes to the declaration, or is not written elsewhere at all. */
export const writesKnown = defineFix({
  rule: 'writesKnown',
  offers(_process, { where }, { steps }) {
    const step = steps.get(where.step ?? '');
    if (!step || !('writes' in step)) return [];
    const { writes: _unknown, ...rest } = step;
    return [
      { edit: { edit: 'changeStep', step: step.id, to: { ...step, writes: 'declaration' } } },
      { edit: { edit: 'changeStep', step: step.id, to: rest } },
    ];
  },
});
