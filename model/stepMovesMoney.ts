import { movesMoney } from './checks/defineCheck.ts';
import { checks } from './checks/index.ts';
import { kindOf, type Step } from './steps/index.ts';

/** Whether a step binds, moves or gives back money: nobody passes over it, nor sets its result by hand. */
export function stepMovesMoney(step: Step): boolean {
  const performer = checks[kindOf(step).asks?.(step) ?? '']?.performer;
  return performer !== undefined && movesMoney[performer];
}
