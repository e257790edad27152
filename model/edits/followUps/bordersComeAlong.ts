import { indexOf } from '../../processIndex.ts';
import { kindOf } from '../../steps/index.ts';
import { eachSame } from '../renamed.ts';
import { defineFollowUp } from './defineFollowUp.ts';

/** Boundary events keep their place on a host that is moved, and go with it into another subprocess or stage. */
export const bordersComeAlong = defineFollowUp({
  followUp: 'bordersComeAlong',
  title: { zh: '边界事件随所附步骤移动', en: 'Boundary events move with their host' },
  follow(process, { before, placed }) {
    const then = indexOf(before).steps;
    const now = new Map(process.steps.map((step) => [step.id, step]));
    const steps = eachSame(process.steps, (step) => {
      const host = now.get(kindOf(step).attachedTo?.(step) ?? '');
      const [was, hostWas] = [then.get(step.id), then.get(host?.id ?? '')];
      if (!host || !hostWas || !was || host === hostWas || placed.has(step.id) || was.position !== step.position) return step;
      if (kindOf(was).attachedTo?.(was) !== host.id) return step;
      const [dx, dy] = [host.position.x - hostWas.position.x, host.position.y - hostWas.position.y];
      const stage = step.stage === hostWas.stage ? host.stage : step.stage;
      const parent = step.parent === hostWas.parent ? host.parent : step.parent;
      if (dx === 0 && dy === 0 && stage === step.stage && parent === step.parent) return step;
      const { parent: _former, ...rest } = step;
      return { ...rest, ...(parent === undefined ? {} : { parent }), stage, position: { x: step.position.x + dx, y: step.position.y + dy } } as typeof step; // still of its kind
    });
    return steps === process.steps ? process : { ...process, steps };
  },
});
