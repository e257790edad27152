import type { Problem } from '../problem.ts';
import type { Process } from '../process.ts';
import { indexOf } from '../processIndex.ts';
import { kindOf } from '../steps/index.ts';
import { awardedByExists } from './awardedByExists.ts';
import { boundaryHosts } from './boundaryHosts.ts';
import { checksProvided } from './checksProvided.ts';
import { conditionPlace } from './conditionPlace.ts';
import { conditionsKnown } from './conditionsKnown.ts';
import { cycleWaits } from './cycleWaits.ts';
import type { Rule } from './defineRule.ts';
import { errorsCaught } from './errorsCaught.ts';
import { flowEnds } from './flowEnds.ts';
import { formsExist } from './formsExist.ts';
import { formsSound } from './formsSound.ts';
import { gatewayCovers } from './gatewayCovers.ts';
import { messagesKnown } from './messagesKnown.ts';
import { oneStart } from './oneStart.ts';
import { reachable } from './reachable.ts';
import { requiredPlace } from './requiredPlace.ts';
import { rolesExist } from './rolesExist.ts';
import { scopes } from './scopes.ts';
import { separationCanBeMet } from './separationCanBeMet.ts';
import { stagesInOrder } from './stagesInOrder.ts';
import { supportSound } from './supportSound.ts';
import { suspensionsEnd } from './suspensionsEnd.ts';
import { uniqueIds } from './uniqueIds.ts';
import { wayToEnd } from './wayToEnd.ts';
import { writesKnown } from './writesKnown.ts';

/** Every rule of a good process, in the order in which their problems are listed; a new rule is one file and one line here. */
export const rules: readonly Rule[] = [
  uniqueIds,
  scopes,
  oneStart,
  flowEnds,
  boundaryHosts,
  reachable,
  wayToEnd,
  cycleWaits,
  stagesInOrder,
  gatewayCovers,
  conditionPlace,
  conditionsKnown,
  requiredPlace,
  rolesExist,
  formsExist,
  formsSound,
  separationCanBeMet,
  errorsCaught,
  messagesKnown,
  suspensionsEnd,
  writesKnown,
  awardedByExists,
  supportSound,
  checksProvided,
];

/** All problems of a process: what the rules find, then what each step's own kind finds. Total for every well-formed draft, however unfinished. */
export function findProblems(process: Process): Problem[] {
  const index = indexOf(process);
  return [...rules.flatMap((rule) => rule.check(process, index)), ...process.steps.flatMap((step) => kindOf(step).check(process, step))];
}
