import { describe, expect, it } from 'vitest';
import { formatYuan, isFen, yuan, yuanInWords } from '../../../model/money.ts';

describe('money', () => {
  it('is integer fen within the safe integers', () => {
    for (const right of [0, 1, Number.MAX_SAFE_INTEGER]) expect(isFen(right)).toBe(true);
    for (const wrong of [-1, 0.5, Number.MAX_SAFE_INTEGER + 1, Number.NaN, '5', null]) expect(isFen(wrong)).toBe(false);
  });

  it.each([[0, '¥0.00'], [5, '¥0.05'], [120_000_000, '¥1,200,000.00'], [99_999, '¥999.99'], [100_000, '¥1,000.00'], [-150, '-¥1.50']])('%i fen is %s', (fen, shown) => {
    expect(formatYuan(fen)).toBe(shown);
  });

  it.each([
    [0, '零元整'], [5, '伍分'], [50, '伍角整'], [105, '壹元零伍分'], [150, '壹元伍角整'], [1_023_456, '壹万零贰佰叁拾肆元伍角陆分'],
    [120_000_000, '壹佰贰拾万元整'], [10_001_000, '壹拾万零壹拾元整'], [1_000_000_100, '壹仟万零壹元整'],
    [43_200_000, '肆拾叁万贰仟元整'], [18_600_000, '壹拾捌万陆仟元整'], [10_000_000_000, '壹亿元整'], [10_000_000_000_100, '壹仟亿零壹元整'],
    [100_000_000_000_000, '壹万亿元整'], [123_456_789_012_345, '壹万贰仟叁佰肆拾伍亿陆仟柒佰捌拾玖万零壹佰贰拾叁元肆角伍分'],
    [100_100, '壹仟零壹元整'], [1_001_000, '壹万零壹拾元整'],
  ])('%i fen in words is %s', (fen, words) => {
    expect(yuanInWords(fen)).toBe(words);
  });

  it('writes a notice in yuan', () => {
    expect(yuan(1_200_000)).toBe(120_000_000);
  });
});
