import type { Actor } from '../../../../model/case.ts';
import { mayWorkOn } from '../../../../model/mayAccept.ts';
import type { Refusal } from '../../../../model/refusal.ts';
import type { OpenQuestions } from '../../../../model/rehearsal/openQuestions.ts';
import { personOf } from '../../../../model/rehearsal/act.ts';
import type { Rehearsal } from '../../../../model/rehearsal/rehearsal.ts';

/** Somebody who could be asked to do a task, and why they may not where they may not. */
export interface Candidate {
  actor: Actor;
  refusal?: Refusal;
}

const made = 3;

/**
 * Who can be asked to do an open task of a rehearsal: made-up persons of its role, and everybody who acted on the case so far, as if they
 * had the role too, since that is how separation of duties is tried out.
 */
export function candidatesFor(rehearsal: Rehearsal, { task, definition }: OpenQuestions['tasks'][number]): Candidate[] {
  const own = Array.from({ length: made + (definition.persons ?? 1) - 1 }, (_, index) => personOf(rehearsal, task.role, index + 1));
  const acted = rehearsal.trail.flatMap(({ event }) => ('actor' in event ? [event.actor] : []));
  const others = [...new Map(acted.filter(({ roles, id }) => id !== 'system' && !roles.includes(task.role)).map((actor) => [actor.id, actor])).values()];
  // An applicant cannot sit at the other side of the desk.
  const both = others.filter((actor) => actor.applicant === undefined && task.role !== 'applicant').map((actor) => ({ ...actor, roles: [...actor.roles, task.role] }));
  return [...own, ...both].map((actor) => {
    const refusal = mayWorkOn(rehearsal.process, rehearsal.state, task.token, definition, actor);
    return refusal ? { actor, refusal } : { actor };
  });
}
