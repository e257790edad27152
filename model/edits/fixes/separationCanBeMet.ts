import { kindOf } from '../../steps/index.ts';
import { defineFix } from './defineFix.ts';

/** Duties that no step has, and duties listed twice, are taken out of the set; a set of fewer than two separates nothing and goes. */
export const separationCanBeMet = defineFix({
  rule: 'separationCanBeMet',
  offers(process, { where, severity }) {
    const place = Number((where.field ?? '').split('.')[1]);
    const set = process.separation[place];
    if (!set || severity !== 'error') return [];
    const exercised = new Set(process.steps.map((step) => kindOf(step).task?.(step).duty));
    const kept = [...new Set(set)].filter((duty) => exercised.has(duty));
    const separation = process.separation.flatMap((other, position) => (position !== place ? [other] : kept.length > 1 ? [kept] : []));
    const name = { zh: '从职责分离中去掉无人承担或重复的职责', en: 'Take duties that nobody has, or that stand twice, out of the separation' };
    return [{ name, edit: { edit: 'changeProcess', to: { separation } } }];
  },
});
