import { kindOf, type Step } from '../../steps/index.ts';
import { stepSize } from '../../steps/stepSize.ts';
import { newStep, scopeKinds } from '../newStep.ts';
import { defineFix, type Offer } from './defineFix.ts';
import { nearest } from './nearest.ts';

/** A step from which nothing leads on is connected to the nearest end of its level, or to a new one. */
export const wayToEnd = defineFix({
  rule: 'wayToEnd',
  offers(process, { where }, { steps, children, outgoing }) {
    const step = steps.get(where.step ?? '');
    const lacking = where.step === undefined ? '' : step && kindOf(step).contains ? step.id : undefined;
    const offers: Offer[] = [];
    if (step && !outgoing.has(step.id)) {
      const end = nearest(step, process.steps.filter((candidate) => kindOf(candidate).ends));
      if (end) offers.push({ edit: { edit: 'connect', from: step.id, to: end.id } });
      offers.push(added(step, step.parent));
    }
    if (lacking === undefined || children.get(lacking)?.some((inner) => kindOf(inner).ends)) return offers;
    const open = children.get(lacking)?.findLast((inner) => !outgoing.has(inner.id));
    return open ? [...offers, added(open, open.parent)] : offers;

    function added(last: Step, parent: string | undefined): Offer {
      const { x, y } = last.position;
      const { width, height } = stepSize(last);
      const end = newStep(process, scopeKinds.ends, { stage: last.stage, x: x + width + 60, y: y + height / 2 - 18, ...(parent === undefined ? {} : { parent }) });
      return { edit: { edit: 'addStep', step: end, after: last.id } };
    }
  },
});
