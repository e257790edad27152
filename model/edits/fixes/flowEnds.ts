import { defineFix } from './defineFix.ts';

/** A flow that leads nowhere, or where none may lead, can be removed. */
export const flowEnds = defineFix({
  rule: 'flowEnds',
  offers: (_process, { where }) => (where.flow === undefined ? [] : [{ edit: { edit: 'removeElements', steps: [], flows: [where.flow] } }]),
});
