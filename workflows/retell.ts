import { proxySinks, type Sinks, type WorkflowInterceptors } from '@temporalio/workflow';
import type { Projection } from '../activities/contracts.ts';

/** Hears what a replayed case once asked to have written. */
export interface Retelling extends Sinks {
  retelling: { projection(projection: Projection): void };
}

const { retelling } = proxySinks<Retelling>();

/**
 * Bundled in only where histories are read again, never into a worker that carries cases: a history keeps that rows were written and not
 * which, so the replay tells it, without a command more or less.
 */
export function interceptors(): WorkflowInterceptors {
  return {
    outbound: [
      {
        scheduleLocalActivity(input, next) {
          if (input.activityType === 'project') retelling.projection(input.args[0] as Projection); // as `perform.ts` calls it
          return next(input);
        },
      },
    ],
  };
}
