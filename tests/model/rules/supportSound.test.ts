import { supportSound } from '../../../model/rules/supportSound.ts';
import type { SupportRule } from '../../../model/support.ts';
import { form, make, processOf, soundProcess, support } from './processes.ts';
import { verifyRule } from './verifyRule.ts';

const { rateBp, ...withoutRate } = support;
const sound = soundProcess();

/** The sound process with a review form, under another support rule. */
function under(rule: SupportRule) {
  return processOf([make.task('review', { form: 'review' }), make.task('visit', { form: 'review' })], [], {
    forms: [...sound.forms, { id: 'review', name: { zh: '审核', en: 'Review' }, schema: form({ units: { type: 'integer' } }) }],
    measure: { ...sound.measure, support: rule },
  });
}
const field = (name: string) => ({ field: `measure.support.${name}` });

verifyRule(supportSound, {
  valid: {
    'a share of what was declared': sound,
    'units that the review confirmed': under({ ...withoutRate, type: 'perUnit', base: 'units', unitFen: 100 }),
    'units that a step found, by its dotted name': under({ ...withoutRate, type: 'perUnit', base: 'visit.units', unitFen: 100 }),
    'tiers up to the cap': under({ ...withoutRate, type: 'tiered', tiers: [{ from: 1, amountFen: 50_000 }, { from: 10, amountFen: 100_000 }] }),
    'a lump sum, which starts from nothing': under({ ...withoutRate, type: 'lumpSum', base: 'nothing', lumpSumFen: 100_000 }),
    'two instalments and a cap of the year': under({ ...support, rateBp, instalmentsBp: [7_000, 3_000], yearCapFen: 200_000 }),
  },
  invalid: {
    'a percentage without rate': { process: under(withoutRate), problems: [{ where: field('rateBp'), says: 'needs “rateBp”' }] },
    'tiers that are empty': { process: under({ ...withoutRate, type: 'tiered', tiers: [] }), problems: [{ where: field('tiers') }] },
    'rates by year without the year': { process: under({ ...withoutRate, type: 'percentageByYear', ratesByYearBp: [5_000] }), problems: [{ where: field('year') }] },
    'a base that nobody declares': { process: under({ ...support, base: 'costs' }), problems: [{ where: field('base'), says: '“costs”' }] },
    'a dotted base of a step that is not there': { process: under({ ...support, base: 'onSiteCheck.units' }), problems: [{ where: field('base') }] },
    'a base that is no integer': { process: under({ ...support, base: 'title' }), problems: [{ where: field('base'), says: 'no integer' }] },
    'deductions that nobody declares': {
      process: under({ ...support, realCost: 'spent', otherPublicMoney: 'other', earlierAward: 'before' }),
      problems: [{ where: field('realCost') }, { where: field('otherPublicMoney') }, { where: field('earlierAward') }],
    },
    'a cap below the highest tier': {
      process: under({ ...withoutRate, type: 'tiered', tiers: [{ from: 1, amountFen: 100_001 }] }),
      problems: [{ where: field('capFen'), says: 'below the highest amount' }],
    },
    'a lump sum above the cap': { process: under({ ...withoutRate, type: 'lumpSum', lumpSumFen: 100_001 }), problems: [{ where: field('capFen') }] },
    'two tiers from the same figure': {
      process: under({ ...withoutRate, type: 'tiered', tiers: [{ from: 1, amountFen: 1 }, { from: 1, amountFen: 2 }] }),
      problems: [{ where: field('tiers') }],
    },
    'a year’s cap below the cap of a case': { process: under({ ...support, yearCapFen: 50_000 }), problems: [{ where: field('yearCapFen'), severity: 'warning' }] },
    'instalments that do not add up': { process: under({ ...support, instalmentsBp: [7_000, 2_000] }), problems: [{ where: field('instalmentsBp'), says: '90 %' }] },
  },
});
