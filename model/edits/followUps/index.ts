import { awardGoes } from './awardGoes.ts';
import { bordersComeAlong } from './bordersComeAlong.ts';
import { bordersGo } from './bordersGo.ts';
import { conditionsGo } from './conditionsGo.ts';
import { containedStepsGo } from './containedStepsGo.ts';
import type { FollowUp } from './defineFollowUp.ts';
import { defaultIsUnconditional } from './defaultIsUnconditional.ts';
import { flowsGo } from './flowsGo.ts';
import { namesFollow } from './namesFollow.ts';
import { oneDefault } from './oneDefault.ts';
import { subProcessBegins } from './subProcessBegins.ts';
import { subProcessGrows } from './subProcessGrows.ts';

/** Everything that follows by itself from an edit, in the order in which it follows: each sees what those before it did. A new one is one file and one line here. */
export const followUps: readonly FollowUp[] = [
  namesFollow,
  containedStepsGo,
  bordersGo,
  flowsGo,
  awardGoes,
  bordersComeAlong,
  oneDefault,
  defaultIsUnconditional,
  conditionsGo,
  subProcessBegins,
  subProcessGrows,
];
