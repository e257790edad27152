import { caseNames } from '../../caseSchema.ts';
import type { Process } from '../../process.ts';
import { freshId, freshName } from '../freshId.ts';
import { defineFix, type Offer } from './defineFix.ts';

/** What comes second under an identifier gets another one; what speaks of the identifier goes on speaking of the first. */
export const uniqueIds = defineFix({
  rule: 'uniqueIds',
  offers(process, { where }, { steps }) {
    const id = where.step ?? where.flow ?? '';
    const step = steps.get(id);
    if (step && caseNames.has(id)) return [{ edit: { edit: 'changeStep', step: id, to: { ...step, id: freshId(process, `${id}Step`) } } }];
    if (where.field === 'id') return renamedSecond(process, id);
    const [list, place] = (where.field ?? '').split('.');
    if (list !== 'roles' && list !== 'forms') return [];
    const entry = process[list][Number(place)];
    if (!entry) return [];
    const other = freshName((name) => process[list].some((one) => one.id === name), entry.id);
    const to: Process = { ...process, [list]: process[list].map((one) => (one === entry ? { ...one, id: other } : one)) };
    return replacing(to, entry.id, other);
  },
});

function renamedSecond(process: Process, id: string): Offer[] {
  const other = freshId(process, id);
  const [first, ...more] = [...process.steps, ...process.flows].filter((drawn) => drawn.id === id);
  const second = more[0];
  if (!first || !second) return [];
  const renamed = <T extends { id: string }>(drawn: T): T => (Object.is(drawn, second) ? { ...drawn, id: other } : drawn);
  return replacing({ ...process, steps: process.steps.map(renamed), flows: process.flows.map(renamed) }, id, other);
}

function replacing(to: Process, id: string, other: string): Offer[] {
  const why = { zh: `第二个“${id}”改用标识“${other}”`, en: `Give the second “${id}” the identifier “${other}”` };
  return [{ edit: { edit: 'replaceProcess', to, why } }];
}
