import type { Problem } from '../../problem.ts';
import type { Process } from '../../process.ts';
import { indexOf } from '../../processIndex.ts';
import type { Text } from '../../text.ts';
import { allowed, nameOf, type Edit } from '../index.ts';
import { awardedByExists } from './awardedByExists.ts';
import { boundaryHosts } from './boundaryHosts.ts';
import { conditionPlace } from './conditionPlace.ts';
import type { FixKind } from './defineFix.ts';
import { errorsCaught } from './errorsCaught.ts';
import { flowEnds } from './flowEnds.ts';
import { formsExist } from './formsExist.ts';
import { gatewayCovers } from './gatewayCovers.ts';
import { messagesKnown } from './messagesKnown.ts';
import { oneStart } from './oneStart.ts';
import { reachable } from './reachable.ts';
import { requiredPlace } from './requiredPlace.ts';
import { rolesExist } from './rolesExist.ts';
import { scopes } from './scopes.ts';
import { separationCanBeMet } from './separationCanBeMet.ts';
import { uniqueIds } from './uniqueIds.ts';
import { wayToEnd } from './wayToEnd.ts';
import { writesKnown } from './writesKnown.ts';

/** What can be offered, by rule; a new one is one file and one line here. */
export const fixKinds: readonly FixKind[] = [
  uniqueIds,
  scopes,
  oneStart,
  flowEnds,
  boundaryHosts,
  reachable,
  wayToEnd,
  gatewayCovers,
  conditionPlace,
  requiredPlace,
  rolesExist,
  formsExist,
  separationCanBeMet,
  errorsCaught,
  messagesKnown,
  writesKnown,
  awardedByExists,
];

const known = new Map(fixKinds.map((kind) => [kind.rule, kind]));

/** The edits by which a problem of this process can be put right at once, the most likely first; none where only its owner can tell. */
export function fixesFor(process: Process, problem: Problem): { name: Text; edit: Edit }[] {
  const offers = known.get(problem.rule)?.offers(process, problem, indexOf(process)) ?? [];
  return offers.filter(({ edit }) => !allowed(process, edit)).map(({ name, edit }) => ({ name: name ?? nameOf(process, edit), edit }));
}
