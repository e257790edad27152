import type { Flow, Process } from '../../model/process.ts';
import { stageIds } from '../../model/steps/defineStep.ts';
import type { Step } from '../../model/steps/index.ts';
import { make, processOf } from './rules/processes.ts';

/** A process of exactly `size` steps (at least 12), laid out by hand: chains, choices, and up to `branches` (2 to 6) parallel branches, through all five stages. The same for the same numbers, and without any problem. */
export function generated(size: number, branches = 6): Process {
  const steps: Step[] = [];
  const flows: Flow[] = [];
  let column = 0;
  const stageAt = () => stageIds[Math.min(Math.floor((steps.length * stageIds.length) / size), stageIds.length - 1)]!; // clamped
  const put = (step: Step, row = 0): string => {
    const size = step.kind.endsWith('Task') ? { width: 140, height: 64 } : step.kind.endsWith('Gateway') ? { width: 50, height: 50 } : { width: 36, height: 36 };
    steps.push({ ...step, stage: stageAt(), position: { x: column * 208 + 70 - size.width / 2, y: row * 120 - size.height / 2 } });
    return step.id;
  };
  const connect = (from: string, to: string, more: Partial<Flow> = {}): void => void flows.push({ id: `f${flows.length}`, from, to, ...more });
  let last = put(make.start());
  let block = 0;
  const left = () => size - 1 - steps.length;
  while (left() > 0) {
    const wide = 2 + (block % (branches - 1));
    const long = 1 + (block % 2);
    if (block % 3 === 0 || left() < 2 + wide * long) {
      column += 1;
      const id = put(make.task(`task${steps.length}`));
      connect(last, id);
      last = id;
    } else {
      const parallel = block % 3 === 1;
      const kind = parallel ? make.parallel : make.exclusive;
      column += 1;
      const split = put(kind(`split${steps.length}`));
      connect(last, split);
      const ends: string[] = [];
      const begin = column;
      for (let branch = 0; branch < wide; branch += 1) {
        let from = split;
        for (let place = 1; place <= long; place += 1) {
          column = begin + place;
          const id = put(make.task(`task${steps.length}`), branch - (wide - 1) / 2);
          const choice = !parallel && place === 1 ? (branch === wide - 1 ? { isDefault: true } : { condition: `declaration.cost > ${branch}` }) : {};
          connect(from, id, choice);
          from = id;
        }
        ends.push(from);
      }
      column = begin + long + 1;
      const join = put(kind(`join${steps.length}`));
      for (const end of ends) connect(end, join);
      last = join;
    }
    block += 1;
  }
  column += 1;
  connect(last, put(make.end()));
  return processOf(steps, [flows]);
}
