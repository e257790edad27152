import { kindOf } from '../../steps/index.ts';
import { defineFix, type Offer } from './defineFix.ts';
import { mostAlike } from './nearest.ts';

/** The step most like the one named issues the award, or none is named. */
export const awardedByExists = defineFix({
  rule: 'awardedByExists',
  offers(process) {
    const able = process.steps.filter((step) => kindOf(step).waits(step) || kindOf(step).contains);
    const alike = mostAlike(able, process.awardedBy ?? '');
    const choose = alike && { name: { zh: `由“${alike.name.zh}”下达资助`, en: `“${alike.name.en}” issues the award` }, edit: { edit: 'changeProcess' as const, to: { awardedBy: alike.id } } };
    const none: Offer = { name: { zh: '不指定下达资助的步骤', en: 'Name no awarding step' }, edit: { edit: 'changeProcess', to: { awardedBy: undefined } } };
    return choose ? [choose, none] : [none];
  },
});
