import type { CaseView } from '../../model/api/cases.ts';
import { stageIds, type StageId } from '../../model/steps/defineStep.ts';
import type { Process } from '../../model/process.ts';
import type { TrailEntry } from '../../model/trail.ts';

const marks: { [stage in StageId]: string } = { declaration: '申报', preliminaryReview: '初审', onSiteCheck: '核查', publicity: '公示', disbursement: '拨付' };

/** The way a case took in one line: its stages in order of first arrival, with returns, stages without work, and special turns. */
export function pathTaken(process: Process, trail: TrailEntry[]): string {
  const steps = new Map(process.steps.map((step) => [step.id, step]));
  const worked = new Set<StageId>();
  const passed = new Set<StageId>();
  let corrections = 0;
  let turns = '';
  for (const { event, facts } of trail) {
    for (const fact of facts) {
      const step = 'step' in fact ? steps.get(fact.step) : undefined;
      if (!step) continue;
      if (fact.fact === 'taskOpened' || fact.fact === 'asked' || fact.fact === 'clockStarted') worked.add(step.stage);
      if (fact.fact === 'notRequired' || fact.fact === 'entered') passed.add(step.stage);
      if (fact.fact === 'taskOpened' && step.id === 'correction') corrections += 1;
      if (fact.fact === 'heard') turns += fact.message === 'objection' ? ' 异议' : ' 举报';
    }
    if (event.event === 'caseWithdrawn') turns += ' 撤回';
  }
  const stages = stageIds.filter((stage) => worked.has(stage) || passed.has(stage));
  const way = stages.map((stage) => `${marks[stage]}${worked.has(stage) ? '' : '(免)'}`).join('→');
  return `${way}${corrections ? ` 补正×${corrections}` : ''}${turns}`;
}

/** How many steps a case went through. */
export function stepsTaken(trail: TrailEntry[]): number {
  return trail.reduce((sum, { facts }) => sum + facts.filter((fact) => fact.fact === 'entered' || fact.fact === 'notRequired').length, 0);
}

const outcomes: { [outcome: string]: string } = { disbursed: '已拨付', refused: '不予扶持', lapsed: '逾期放弃', withdrawn: '已撤回', terminated: '已终止', refusedAtDoor: '申报时被拒' };

/** An outcome in Chinese. */
export function outcomeName(outcome: string): string {
  return outcomes[outcome] ?? outcome;
}

/** A stage in Chinese; any other text as it is. */
export function stageName(what: string): string {
  return marks[what as StageId] ?? what; // a text that names no stage finds none
}

/** How long a case ran, in days of its own time. */
export function daysTaken(view: CaseView): number {
  return (Date.parse(view.closedAt ?? view.updatedAt) - Date.parse(view.startedAt)) / 86_400_000;
}
