import { describe, expect, test } from 'vitest';
import { fenOfYuan, yuanOfFen } from '../../designer/form/fenOfYuan.ts';

describe('an amount as typed', () => {
  test.each([
    ['1200000', 120_000_000],
    ['1,200,000.5', 120_000_050],
    ['¥ 0.07 元', 7],
    ['1.', 100],
    ['19.99', 1_999],
    ['90071992547409.91', Number.MAX_SAFE_INTEGER],
  ])('%s is %i fen', (typed, fen) => expect(fenOfYuan(typed)).toEqual({ fen }));

  test('nothing typed is no amount, and no fault', () => expect(fenOfYuan('  ')).toEqual({ fen: undefined }));

  test.each(['1.001', 'abc', '-5', '1.2.3', '90071992547409.92'])('%s is refused', (typed) => expect(fenOfYuan(typed)).toHaveProperty('fault'));

  test.each([0, 7, 50, 1_999, 120_000_050, Number.MAX_SAFE_INTEGER])('%i fen is written so that it reads back', (fen) => expect(fenOfYuan(yuanOfFen(fen))).toEqual({ fen }));
});
