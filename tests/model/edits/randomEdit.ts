import { align, distribute } from '../../../model/edits/align.ts';
import { copy } from '../../../model/edits/clip.ts';
import { freshId } from '../../../model/edits/freshId.ts';
import type { Edit } from '../../../model/edits/index.ts';
import { newStep } from '../../../model/edits/newStep.ts';
import type { Process } from '../../../model/process.ts';
import { stageIds } from '../../../model/steps/defineStep.ts';
import { stepKinds, type Step } from '../../../model/steps/index.ts';

/** A stream of whole numbers below a bound, the same for the same seed. */
export function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return below > 0 ? Math.floor((state / 2 ** 32) * below) : 0;
  };
}

/** Any edit that somebody might try on a process, sensible or not; always well-formed. */
export function randomEdit(process: Process, next: (below: number) => number): Edit {
  const one = <T>(list: readonly T[]): T => list[next(list.length)] as T; // the lists below are never empty
  const id = (): string => (next(12) === 0 || process.steps.length === 0 ? 'gone' : one(process.steps).id);
  const flowId = (): string => (next(12) === 0 || process.flows.length === 0 ? 'gone' : one(process.flows).id);
  const place = () => ({ x: next(3_000) - 200, y: next(1_000) - 200 });
  const several = (): string[] => Array.from({ length: 1 + next(4) }, id);
  const made = (): Step => newStep(process, one(Object.values(stepKinds)).kind, { stage: one(stageIds), ...place(), host: id(), ...(next(4) === 0 ? { parent: id() } : {}) });
  const makers: (() => Edit)[] = [
    () => ({ edit: 'moveSteps', moves: several().map((step) => ({ step, ...place(), ...(next(4) === 0 ? { parent: next(2) === 0 ? null : id() } : {}), ...(next(4) === 0 ? { stage: one(stageIds) } : {}) })) }),
    () => align(process, several(), one(['left', 'centre', 'right', 'top', 'middle', 'bottom'])) ?? { edit: 'removeElements', steps: several(), flows: [] },
    () => distribute(process, [...several(), ...several()], one(['horizontal', 'vertical'])) ?? { edit: 'removeElements', steps: [], flows: [flowId()] },
    () => ({ edit: 'addStep', step: made(), ...one([{}, { onFlow: flowId() }, { after: id() }]) }),
    () => ({ edit: 'removeElements', steps: next(2) ? several() : [], flows: next(2) ? [flowId()] : [], bridge: next(2) === 0 }),
    () => ({ edit: 'connect', from: id(), to: id(), ...(next(2) ? { condition: `visits.${id()} > 1` } : {}), ...(next(4) === 0 ? { isDefault: true } : {}) }),
    () => {
      const flow = process.flows[next(process.flows.length)] ?? { id: 'flow', from: 'a', to: 'b' };
      return { edit: 'changeFlow', flow: flow.id, to: { ...flow, ...one([{ to: id() }, { from: id() }, { isDefault: true }, { condition: `${id()}.outcome = "agree"` }, { id: freshId(process, flow.id) }]) } };
    },
    () => {
      const step = process.steps[next(process.steps.length)] ?? made();
      const other = made();
      const changed: object = one([{ id: freshId(process, step.id) }, { name: other.name }, { stage: other.stage }, { whileSuspended: true }, { required: { when: `${id()}.outcome = "agree"`, rule: 'r', reason: step.name } }, { parent: id() }]);
      return { edit: 'changeStep', step: step.id, to: next(5) === 0 ? { ...other, id: step.id } : ({ ...step, ...changed } as Step) }; // still of its kind
    },
    () => ({ edit: 'group', steps: several(), name: { zh: '组', en: 'Group' } }),
    () => ({ edit: 'ungroup', step: process.steps.find((step) => 'size' in step && next(2) === 0)?.id ?? id() }),
    () => {
      const clip = copy(process, several());
      return clip.steps.length === 0 ? { edit: 'connect', from: id(), to: id() } : { edit: 'paste', clip, ...place(), ...(next(4) === 0 ? { parent: id() } : {}) };
    },
    () => ({
      edit: 'changeProcess',
      to: one([
        { firstDayCounts: !process.firstDayCounts },
        { awardedBy: undefined },
        { awardedBy: id() },
        { roles: process.roles.map((role, position) => (position === 0 ? { ...role, id: `${role.id}X`.slice(0, 60) } : role)) },
        { roles: process.roles.slice(1) },
        { separation: [['review', 'decide']] },
      ]),
    }),
    () => ({ edit: 'changeForm', form: one(process.forms).id, to: { ...one(process.forms), id: next(2) ? `form${next(1_000)}` : one(process.forms).id } }),
    () => ({ edit: 'removeForm', form: one(process.forms).id }),
    () => ({ edit: 'addForm', form: { ...one(process.forms), id: `added${next(1_000)}` } }),
  ];
  return one(makers)();
}
