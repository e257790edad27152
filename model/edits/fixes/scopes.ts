import { defineFix } from './defineFix.ts';

/** A step that is nowhere is put on the canvas, outside every subprocess. */
export const scopes = defineFix({
  rule: 'scopes',
  offers(_process, { where }, { steps }) {
    const step = steps.get(where.step ?? '');
    if (!step) return [];
    const name = { zh: `把“${step.name.zh}”移到最外层`, en: `Move “${step.name.en}” to the top level` };
    return [{ name, edit: { edit: 'moveSteps', moves: [{ step: step.id, ...step.position, parent: null }] } }];
  },
});
