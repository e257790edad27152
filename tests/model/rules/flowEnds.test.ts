import { flowEnds } from '../../../model/rules/flowEnds.ts';
import { make, processOf, soundProcess, way } from './processes.ts';
import { verifyRule } from './verifyRule.ts';

const steps = [make.start(), make.task('review'), make.onTime('late', 'review'), make.sub('inner'), make.task('deep', { parent: 'inner' }), make.end()];

verifyRule(flowEnds, {
  valid: {
    'steps of one scope': soundProcess(),
    'out of a boundary event': processOf(steps, [way('start > review > end'), way('late > end')]),
    'a step back to itself': processOf(steps, [way('review > review')]),
  },
  invalid: {
    'from nowhere': { process: processOf(steps, [way('gone > end')]), problems: [{ where: { flow: 'goneToEnd', field: 'from' }, says: 'does not exist' }] },
    'to nowhere': { process: processOf(steps, [way('review > gone')]), problems: [{ where: { flow: 'reviewToGone', field: 'to' }, says: 'does not exist' }] },
    'out of an end': { process: processOf(steps, [way('end > review')]), problems: [{ where: { flow: 'endToReview', field: 'from' }, says: 'leaves an end event' }] },
    'into a start': { process: processOf(steps, [way('review > start')]), problems: [{ where: { flow: 'reviewToStart', field: 'to' }, says: 'start event' }] },
    'onto a border': { process: processOf(steps, [way('review > late')]), problems: [{ where: { flow: 'reviewToLate', field: 'to' }, says: 'boundary event' }] },
    'into a subprocess past its border': { process: processOf(steps, [way('review > deep')]), problems: [{ where: { flow: 'reviewToDeep', field: 'to' }, says: 'crosses' }] },
  },
});
