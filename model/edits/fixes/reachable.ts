import { defineFix } from './defineFix.ts';

/** A step that cannot be reached can be removed. */
export const reachable = defineFix({
  rule: 'reachable',
  offers: (_process, { where }) => (where.step === undefined ? [] : [{ edit: { edit: 'removeElements', steps: [where.step], flows: [] } }]),
});
