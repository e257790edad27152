import { kindOf } from '../../steps/index.ts';
import { newStep, scopeKinds } from '../newStep.ts';
import { defineFix, type Offer } from './defineFix.ts';

/** A start too many is removed; where there is none, one is put before the first step. */
export const oneStart = defineFix({
  rule: 'oneStart',
  offers(process, { where }, { steps, children, incoming }) {
    const step = steps.get(where.step ?? '');
    if (step && kindOf(step).begins) return [{ edit: { edit: 'removeElements', steps: [step.id], flows: [] } }];
    const inside = children.get(step?.id ?? '') ?? [];
    const first = inside.find((inner) => !incoming.has(inner.id) && !kindOf(inner).attachedTo) ?? inside[0];
    const place = first ? { stage: first.stage, x: first.position.x - 96, y: first.position.y } : { stage: step?.stage ?? 'declaration', x: 32, y: 60 };
    const start = newStep(process, scopeKinds.begins, { ...place, ...(step ? { parent: step.id } : {}) });
    const add: Offer = { edit: { edit: 'addStep', step: start } };
    return [add];
  },
});
