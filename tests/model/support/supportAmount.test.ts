import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { yuan } from '../../../model/money.ts';
import { supportRuleSchema, type SupportRule } from '../../../model/support.ts';
import { derivationText, supportAmount } from '../../../model/supportAmount.ts';
import type { Json } from '../../../model/text.ts';

const common: Pick<SupportRule, 'capPeriod' | 'roundingFen' | 'instalmentsBp' | 'origin' | 'sources'> = {
  capPeriod: 'case', roundingFen: yuan(100), instalmentsBp: [10_000], origin: 'assumed', sources: [],
};
const percentage = (rateBp: number, cap: number, more: Partial<SupportRule> = {}): SupportRule => ({
  ...common, type: 'percentage', base: 'review.base', rateBp, capFen: yuan(cap), ...more,
});
const tiers = (...steps: [number, number][]) => steps.map(([from, amount]) => ({ from, amountFen: yuan(amount) }));

const rules: Record<string, SupportRule> = {
  M01: percentage(2_000, 5_000_000, { instalmentsBp: [6_000, 4_000] }),
  M02: percentage(5_000, 2_000_000, { realCost: 'review.base' }),
  M03: { ...common, type: 'perUnit', base: 'review.base', unitFen: yuan(20_000), capFen: yuan(500_000), capPeriod: 'year' },
  M04: { ...common, type: 'percentageByYear', base: 'review.base', year: 'review.year', ratesByYearBp: [5_000, 5_000, 3_000], capFen: yuan(1_000_000), capPeriod: 'year' },
  M05: { ...common, type: 'matching', base: 'review.base', rateBp: 5_000, capFen: yuan(1_000_000), realCost: 'review.cost', otherPublicMoney: 'review.base', earlierAward: 'review.earlier' },
  M06: { ...common, type: 'tiered', base: 'review.base', tiers: tiers([yuan(10_000_000), 100_000], [yuan(50_000_000), 500_000], [yuan(100_000_000), 1_200_000]), capFen: yuan(3_000_000), capPeriod: 'year' },
  M07: { ...percentage(150, 1_000_000), type: 'percentageAboveThreshold', thresholdFen: yuan(5_000_000) },
  M08: percentage(500, 500_000),
  M09: { ...common, type: 'lumpSum', base: 'review.base', lumpSumFen: yuan(1_000_000), capFen: yuan(1_000_000), instalmentsBp: [5_000, 5_000] },
  M10: { ...common, type: 'tiered', base: 'review.base', tiers: tiers([0, 100_000], [yuan(50_000_000), 200_000], [yuan(100_000_000), 500_000]), capFen: yuan(500_000) },
  M11: { ...common, type: 'tiered', base: 'review.base', tiers: tiers([10_000_000, 200_000], [50_000_000, 500_000], [100_000_000, 1_000_000]), capFen: yuan(1_000_000) },
  M12: percentage(5_000, 500_000, { yearCapFen: yuan(1_000_000) }),
  M13: percentage(1_000, 300_000),
  M14: { ...common, type: 'perUnit', base: 'review.base', unitFen: yuan(300), minimumUnits: 500, capFen: yuan(300_000) },
};

function award(measure: string, data: { [name: string]: Json }, paid = 0) {
  const rule = rules[measure];
  if (!rule) throw new Error(`no rule for ${measure}`);
  return supportAmount(rule, (path) => data[path.replace('review.', '')], paid);
}

describe('the fictional applicants of the programme', () => {
  it.each([
    ['M01', { base: yuan(18_000_000) }, 3_600_000, [2_160_000, 1_440_000]],
    ['M02', { base: yuan(5_230_000) }, 2_000_000, [2_000_000]],
    ['M03', { base: 9 }, 180_000, [180_000]],
    ['M04', { base: yuan(864_000), year: 1 }, 432_000, [432_000]],
    ['M05', { base: yuan(600_000), cost: yuan(2_000_000), earlier: 0 }, 300_000, [300_000]],
    ['M06', { base: yuan(128_000_000) }, 1_200_000, [1_200_000]],
    ['M07', { base: yuan(23_400_000) }, 351_000, [351_000]],
    ['M08', { base: yuan(6_480_000) }, 324_000, [324_000]],
    ['M09', { base: 1 }, 1_000_000, [500_000, 500_000]],
    ['M10', { base: 0 }, 100_000, [100_000]],
    ['M11', { base: 12_600_000 }, 200_000, [200_000]],
    ['M12', { base: yuan(1_160_000) }, 500_000, [500_000]],
    ['M13', { base: yuan(1_950_000) }, 195_000, [195_000]],
    ['M14', { base: 620 }, 186_000, [186_000]],
  ])('%s', (measure, data, amount, instalments) => {
    expect(supportRuleSchema.safeParse(rules[measure]).success).toBe(true);
    const result = award(measure, data);
    expect(result.fault).toBeUndefined();
    expect(result.amountFen).toBe(yuan(amount));
    expect(result.instalments).toEqual(instalments.map(yuan));
  });

  it('tells how the cap cut M02 and M12', () => {
    expect(award('M02', { base: yuan(5_230_000) }).derivation).toEqual([
      { step: 'rule', beforeFen: 0, afterFen: yuan(2_615_000) },
      { step: 'cap', beforeFen: yuan(2_615_000), afterFen: yuan(2_000_000) },
      { step: 'realCost', beforeFen: yuan(2_000_000), afterFen: yuan(2_000_000) },
      { step: 'rounding', beforeFen: yuan(2_000_000), afterFen: yuan(2_000_000) },
    ]);
    const [first, cap] = award('M12', { base: yuan(1_160_000) }).derivation.map(derivationText);
    expect(first?.en).toBe('Amount by the rule: ¥580,000.00');
    expect(cap?.zh).toBe('单项上限：¥580,000.00 → ¥500,000.00');
  });
});

describe('the negative cases', () => {
  it('M07 with exactly the threshold gets nothing', () => {
    expect(award('M07', { base: yuan(5_000_000) }).amountFen).toBe(0);
    expect(award('M07', { base: yuan(5_000_000) + 1 }).amountFen).toBe(yuan(75_000));
  });

  it('M14 with 499 trainees gets nothing', () => {
    expect(award('M14', { base: 499 }).amountFen).toBe(0);
    expect(award('M14', { base: 500 }).amountFen).toBe(yuan(150_000));
  });

  it('M04 pays by the year and nothing after the third', () => {
    expect(award('M04', { base: yuan(100_000), year: 3 }).amountFen).toBe(yuan(30_000));
    expect(award('M04', { base: yuan(100_000), year: 4 }).amountFen).toBe(0);
  });

  it('M05 never pays above the real cost, and deducts an earlier award', () => {
    expect(award('M05', { base: yuan(600_000), cost: yuan(700_000), earlier: 0 }).amountFen).toBe(yuan(100_000));
    expect(award('M05', { base: yuan(600_000), cost: yuan(500_000), earlier: 0 }).amountFen).toBe(0);
    expect(award('M05', { base: yuan(600_000), cost: yuan(2_000_000), earlier: yuan(120_000) }).amountFen).toBe(yuan(180_000));
  });

  it('counts what was paid in the year', () => {
    expect(award('M03', { base: 9 }, yuan(400_000)).amountFen).toBe(yuan(100_000));
    expect(award('M12', { base: yuan(1_160_000) }, yuan(700_000)).amountFen).toBe(yuan(300_000));
    expect(award('M12', { base: yuan(1_160_000) }, yuan(1_200_000)).amountFen).toBe(0);
  });

  it('deducts other public money where no cost is asked for', () => {
    const rule = percentage(5_000, 500_000, { otherPublicMoney: 'review.other' });
    const read = (path: string) => (path === 'review.other' ? yuan(30_000) : yuan(100_000));
    expect(supportAmount(rule, read, 0).amountFen).toBe(yuan(20_000));
  });

  it('rounds down', () => {
    expect(award('M08', { base: yuan(6_481_999) }).amountFen).toBe(yuan(324_000));
  });
});

describe('data that cannot be used', () => {
  it.each([[undefined], [null], [-1], [0.5], ['5'], [Number.MAX_SAFE_INTEGER + 1]])('%s is a fault, not an amount', (base) => {
    const result = supportAmount(percentage(5_000, 100), () => base, 0);
    expect(result.amountFen).toBe(0);
    expect(result.fault?.en).toContain('review.base');
  });

  it('is a fault where the product leaves the safe integers', () => {
    expect(award('M14', { base: Number.MAX_SAFE_INTEGER }).fault).toBeDefined();
  });

  it('asks for each datum the rule names', () => {
    expect(award('M05', { base: yuan(600_000), cost: yuan(1_000_000) }).fault?.zh).toContain('review.earlier');
    expect(award('M04', { base: yuan(1) }).fault?.zh).toContain('review.year');
  });
});

describe('whatever the figures', () => {
  const fen = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
  it('the instalments are the whole, and no cap is passed', () => {
    fc.assert(
      fc.property(fen, fen, fen, fen, fc.integer({ min: 1, max: 9_999 }), (base, cost, other, paid, part) => {
        const rule = percentage(2_500, 5_000_000, {
          realCost: 'review.cost', otherPublicMoney: 'review.other', yearCapFen: yuan(8_000_000), instalmentsBp: [part, 10_000 - part],
        });
        const { amountFen, instalments, derivation } = supportAmount(rule, (path) => ({ 'review.base': base, 'review.cost': cost, 'review.other': other })[path], paid);
        expect(instalments.reduce((sum, payment) => sum + payment, 0)).toBe(amountFen);
        expect(amountFen).toBeLessThanOrEqual(yuan(5_000_000));
        expect(amountFen).toBeLessThanOrEqual(Math.max(0, cost - other));
        expect(amountFen + Math.min(paid, yuan(8_000_000))).toBeLessThanOrEqual(yuan(8_000_000));
        expect(amountFen % yuan(100)).toBe(0);
        expect(derivation.at(-1)?.afterFen).toBe(amountFen);
        for (const [index, step] of derivation.slice(1).entries()) expect(step.beforeFen).toBe(derivation[index]?.afterFen);
      }),
    );
  });
});
