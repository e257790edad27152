import { formatYuan, isFen } from './money.ts';
import type { SupportRule } from './support.ts';
import type { Json, Text } from './text.ts';

/** One step of the way from the rule to the award; a step that changed nothing stands there too, so that a reader sees it was asked. */
export interface DerivationStep {
  step: 'rule' | 'cap' | 'realCost' | 'otherMoney' | 'earlierAward' | 'yearCap' | 'rounding';
  beforeFen: number;
  afterFen: number;
}

/** What an applicant is entitled to, how it followed, and how it is paid. */
export interface SupportAmount {
  amountFen: number;
  /** Fen of each payment; they add up to `amountFen`. */
  instalments: number[];
  derivation: DerivationStep[];
  /** Why no amount follows: a datum is missing or no usable integer. The amount is then 0 and must not be paid or refused on. */
  fault?: Text;
}

/**
 * The award under a support rule, in integer fen. The order is that of the programme (b.2): rule, cap, real cost, other
 * public money, earlier award, the year's cap, rounding down; the cut in proportion to the budget comes later and is not
 * here. `read` gives the datum at a dotted name; every name that the rule mentions must give a non-negative integer.
 * `paidThisYearFen` is what the applicant already got under this measure in the year.
 */
export function supportAmount(
  rule: SupportRule,
  read: (path: string) => Json | undefined,
  paidThisYearFen: number,
): SupportAmount {
  const derivation: DerivationStep[] = [];
  let amount = 0n;
  const become = (step: DerivationStep['step'], next: bigint) => {
    const after = next < 0n ? 0n : next;
    derivation.push({ step, beforeFen: Number(amount), afterFen: Number(after) });
    amount = after;
  };
  const money = (path: string): bigint => {
    const value = read(path);
    if (!isFen(value)) throw new Unusable(path, value);
    return BigInt(value);
  };
  try {
    become('rule', amountByRule(rule, money));
    if (amount > BigInt(Number.MAX_SAFE_INTEGER)) throw new Unusable(rule.base, read(rule.base));
    if (rule.capPeriod === 'case') become('cap', least(amount, BigInt(rule.capFen)));
    const cost = rule.realCost === undefined ? undefined : money(rule.realCost);
    if (cost !== undefined) become('realCost', least(amount, cost));
    if (rule.otherPublicMoney !== undefined) {
      const other = money(rule.otherPublicMoney);
      become('otherMoney', cost === undefined ? amount - other : least(amount, cost - other));
    }
    if (rule.earlierAward !== undefined) become('earlierAward', amount - money(rule.earlierAward));
    const yearCap = yearCapFen(rule);
    if (yearCap !== undefined) {
      if (!isFen(paidThisYearFen)) throw new Unusable('paidThisYear', paidThisYearFen);
      become('yearCap', least(amount, BigInt(yearCap) - BigInt(paidThisYearFen)));
    }
    become('rounding', amount - (amount % BigInt(rule.roundingFen)));
  } catch (unusable) {
    if (!(unusable instanceof Unusable)) throw unusable;
    return { amountFen: 0, instalments: rule.instalmentsBp.map(() => 0), derivation, fault: unusable.fault };
  }
  return { amountFen: Number(amount), instalments: inInstalments(amount, rule.instalmentsBp), derivation };
}

/** Leaves the computation where a datum cannot be used; never seen outside this file. */
class Unusable {
  readonly fault: Text;
  constructor(path: string, value: Json | undefined) {
    const shown = value === undefined ? 'null' : JSON.stringify(value);
    this.fault = {
      zh: `“${path}”为 ${shown}，不是可用的非负整数，无法计算金额；请更正该数据。`,
      en: `"${path}" is ${shown}, not a usable non-negative integer, so no amount follows; correct this datum.`,
    };
  }
}

function amountByRule(rule: SupportRule, money: (path: string) => bigint): bigint {
  switch (rule.type) {
    case 'lumpSum':
      return BigInt(rule.lumpSumFen ?? 0);
    case 'percentage':
    case 'matching':
      return share(money(rule.base), rule.rateBp ?? 0);
    case 'percentageByYear': {
      const year = rule.year === undefined ? 1 : Number(money(rule.year));
      return share(money(rule.base), rule.ratesByYearBp?.[year - 1] ?? 0);
    }
    case 'percentageAboveThreshold': {
      const base = money(rule.base);
      return base > BigInt(rule.thresholdFen ?? 0) ? share(base, rule.rateBp ?? 0) : 0n;
    }
    case 'perUnit': {
      const units = money(rule.base);
      return units < BigInt(rule.minimumUnits ?? 0) ? 0n : units * BigInt(rule.unitFen ?? 0);
    }
    case 'tiered': {
      const base = money(rule.base);
      const reached = (rule.tiers ?? []).filter((tier) => BigInt(tier.from) <= base);
      const highest = reached.reduce((best, tier) => (tier.from > best.from ? tier : best), { from: -1, amountFen: 0 });
      return BigInt(highest.amountFen);
    }
  }
}

/** The most (fen) that one applicant gets under a measure in a year; undefined where the rule sets no such cap. */
export function yearCapFen(rule: SupportRule): number | undefined {
  if (rule.capPeriod === 'case') return rule.yearCapFen;
  return Math.min(rule.capFen, rule.yearCapFen ?? rule.capFen);
}

function share(base: bigint, rateBp: number): bigint {
  return (base * BigInt(rateBp)) / 10_000n;
}

function least(one: bigint, other: bigint): bigint {
  return one < other ? one : other;
}

function inInstalments(amount: bigint, partsBp: number[]): number[] {
  let rest = amount;
  return partsBp.map((part, index) => {
    // The last takes what rounding left over, so that the parts are the whole.
    const payment = index === partsBp.length - 1 ? rest : share(amount, part);
    rest -= payment;
    return Number(payment);
  });
}

/** One step of a derivation in words, for the page and the decision paper. */
export function derivationText({ step, beforeFen, afterFen }: DerivationStep): Text {
  const { zh, en } = stepNames[step];
  if (step === 'rule') return { zh: `${zh}：${formatYuan(afterFen)}`, en: `${en}: ${formatYuan(afterFen)}` };
  return {
    zh: `${zh}：${formatYuan(beforeFen)} → ${formatYuan(afterFen)}`,
    en: `${en}: ${formatYuan(beforeFen)} → ${formatYuan(afterFen)}`,
  };
}

const stepNames: Record<DerivationStep['step'], Text> = {
  rule: { zh: '按规则计算', en: 'Amount by the rule' },
  cap: { zh: '单项上限', en: 'Cap' },
  realCost: { zh: '不超过实际支出', en: 'Not above the real cost' },
  otherMoney: { zh: '扣除其他财政资金', en: 'Less other public money' },
  earlierAward: { zh: '扣除已获奖励', en: 'Less the earlier award' },
  yearCap: { zh: '年度上限', en: "The year's cap" },
  rounding: { zh: '取整', en: 'Rounded down' },
};
