import type { Token } from '../../model/case.ts';
import type { Process } from '../../model/process.ts';
import { kindOf } from '../../model/steps/index.ts';
import type { TrailEntry } from '../../model/trail.ts';
import type { Layer, StepMark } from './layer.ts';

/** Where a case stands, as far as its diagram shows it: a case page and a rehearsal both can say this. */
export interface Standing {
  tokens: readonly Token[];
  tasks: readonly { step: string; overdue: boolean }[];
  suspensions: readonly unknown[];
}

/** What a case says on top of its diagram: told by its trail as far as it went, and by where it stands now. */
export function caseLayer(process: Process, view: Standing, trail: readonly TrailEntry[]): Layer {
  const marks = new Map<string, StepMark>();
  const taken = new Set<string>();
  for (const entry of trail) {
    const passedBy = new Set(entry.facts.flatMap((fact) => (fact.fact === 'notRequired' ? [fact.step] : [])));
    for (const fact of entry.facts) {
      if (fact.fact === 'left') {
        if (!passedBy.has(fact.step)) marks.set(fact.step, { state: 'done' });
        for (const flow of fact.flows) taken.add(flow);
      }
      if (fact.fact === 'entered' && !marks.has(fact.step)) marks.set(fact.step, { state: 'done' });
      if (fact.fact === 'notRequired') {
        marks.set(fact.step, {
          state: 'notRequired',
          note: { zh: `不需要（规则 ${fact.rule}）：${fact.reason.zh}`, en: `Not required (rule ${fact.rule}): ${fact.reason.en}` },
        });
      }
      if (fact.fact === 'cancelled') marks.delete(fact.step);
      if (fact.fact === 'skipped') marks.set(fact.step, { state: 'done', note: { zh: `已跳过：${fact.reason}`, en: `Skipped: ${fact.reason}` } });
    }
    const { event } = entry;
    if (event.event === 'taskCompleted' && event.outcome === 'return') {
      const step = stepOfTask(event.task);
      marks.set(step, { state: 'returned', note: { zh: `由 ${event.actor.name} 退回`, en: `Returned by ${event.actor.name}` } });
    }
  }
  const overdue = new Set(view.tasks.filter((task) => task.overdue).map((task) => task.step));
  const goesOn = new Set(process.steps.filter((step) => step.whileSuspended).map((step) => step.id));
  const containers = new Set(process.steps.filter((step) => kindOf(step).contains).map((step) => step.id));
  for (const token of view.tokens) {
    const stopped = view.suspensions.length > 0 && !goesOn.has(token.step);
    const state = stopped ? 'suspended' : overdue.has(token.step) ? 'overdue' : 'active';
    marks.set(token.step, { state });
  }
  const discs = view.tokens.filter((token) => !containers.has(token.step)).map((token) => ({ id: token.id, step: token.step }));
  return { marks, discs, taken, focus: discs.length ? [...new Set(discs.map((disc) => disc.step))] : lastStep(trail) };
}

/** The step where a story ended: the last one that was entered, or cancelled on the way. */
function lastStep(trail: readonly TrailEntry[]): string[] {
  return trail.flatMap((entry) => entry.facts.flatMap((fact) => (fact.fact === 'entered' || fact.fact === 'cancelled' ? [fact.step] : []))).slice(-1);
}

/** The step of a task or token id: the last part of its path, without visit and instance. */
export function stepOfTask(task: string): string {
  return task.slice(task.lastIndexOf('/') + 1).replace(/#.*$/, '');
}
