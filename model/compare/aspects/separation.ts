import { defineAspect, type Difference } from '../difference.ts';
import { listChanges } from '../listChanges.ts';
import { pair } from '../pair.ts';

const sorted = (duties: readonly string[]): string => duties.toSorted().join(' ');

/** Sets of duties that one person may not exercise together. */
export const separation = defineAspect({
  aspect: 'separation',
  covers: ['separation'],
  compare({ before, after }) {
    const pairs = pair(before.separation, after.separation, sorted);
    const name = (duties: readonly string[]) => ({ zh: duties.join('、'), en: duties.join(', ') });
    const whole = { field: 'separation' };
    const inside: Difference[] = pairs.both
      .filter((each) => each.before.join() !== each.after.join())
      .map((each) => ({ change: 'moved', what: whole, message: { zh: `职责分离“${name(each.after).zh}”的次序已调整`, en: `The order of the separated duties “${name(each.after).en}” changed` } }));
    return [...listChanges(pairs, { one: { zh: '职责分离', en: 'Separation of duties' }, many: { zh: '职责分离', en: 'separations of duties' }, name, what: () => whole, whole, order: 'moved' }), ...inside];
  },
});
