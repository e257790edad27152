import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bankAccountFault, clearingNumberFault, sameName } from '../../../model/identifiers/bank.ts';
import { creditCodeCheck, creditCodeFault, isSoleTrader } from '../../../model/identifiers/creditCode.ts';
import { maskName, maskNumber, maskOwnNumber, redactText } from '../../../model/identifiers/mask.ts';

const valid = [
  '91350100M000100Y43', '91110000101623741K', '114403070075514700',
  '91440300FAKE00013H', '91440300FAKE00021C', '91440300FAKE0003X4', '91440300FAKE000484', '91440300FAKE00056Y',
  '91440300FAKE00064R', '91440300FAKE00072L', '91440300FAKE00080F', '91440300FAKE00099C', '91440300FAKE001010',
  '91440300FAKE0011XP', '51440307FAKE00216F', '91440300FAKE00136J', '52440307FAKE002247', '92440307FAKE00232X',
];

describe('unified social credit codes', () => {
  it.each(valid)('%s is valid', (code) => {
    expect(creditCodeFault(code)).toBeUndefined();
  });

  it('names what is wrong', () => {
    expect(creditCodeFault('91440300FAKE00013A')?.en).toContain('check character');
    expect(creditCodeFault('91440300FAKE0001')?.en).toContain('18 characters');
    expect(creditCodeFault('91440300FAKE0001IH')?.en).toContain('without I, O, S, V and Z');
    expect(creditCodeFault('91440300fake00013h')?.zh).toContain('大写字母');
  });

  it('finds every single wrong character', () => {
    const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
    fc.assert(
      fc.property(fc.constantFrom(...valid), fc.nat(16), fc.constantFrom(...alphabet), (code, place, character) => {
        fc.pre(code.charAt(place) !== character);
        expect(creditCodeFault(code.slice(0, place) + character + code.slice(place + 1))).toBeDefined();
      }),
    );
  });

  it('writes 0 where the remainder is nothing', () => {
    expect(creditCodeCheck('00000000000000000')).toBe('0');
    expect(creditCodeCheck('0')).toBeUndefined();
  });

  it('knows sole traders', () => {
    expect(isSoleTrader('92440307FAKE00232X')).toBe(true);
    expect(isSoleTrader('91440300FAKE00013H')).toBe(false);
  });
});

describe('bank details', () => {
  it('takes digits only, of the right number', () => {
    expect(bankAccountFault('9990000000000101')).toBeUndefined();
    for (const wrong of ['1234567', '1'.repeat(33), '1234 5678', '1234567\uff18']) {
      expect(bankAccountFault(wrong)).toBeDefined();
    }
    expect(clearingNumberFault('011584003008')).toBeUndefined();
    expect(clearingNumberFault('01158400300')).toBeDefined();
  });

  it('compares names whatever their width and brackets', () => {
    expect(sameName('深圳虚构\uff08龙岗\uff09有限公司', '深圳虚构(龙岗)有限公司')).toBe(true);
    expect(sameName('深圳\uff21\uff22\uff23 有限公司', '深圳abc有限公司')).toBe(true);
    expect(sameName('深圳虚构〔龙岗〕公司', '深圳虚构【龙岗】公司')).toBe(true);
    expect(sameName('深圳虚构布谷童装有限公司', '深圳虚构布谷服装有限公司')).toBe(false);
  });
});

describe('masks for public notices', () => {
  it('leaves the surname', () => {
    expect(maskName('张三丰')).toBe('张*');
    expect(maskName('欧阳锋')).toBe('欧阳*');
    expect(maskNumber('9990000000000101')).toBe('************0101');
  });

  it.each([
    ['联系 13800138000。', '联系 138****8000。'],
    ['联系 138 0013 8000', '联系 138****8000'],
    ['电话\uff11\uff13\uff18\uff10\uff10\uff11\uff13\uff18\uff10\uff10\uff10', '电话138****8000'],
    ['身份证 44030119900101123X', '身份证 **************123X'],
    ['卡 6222 0210 0101 2345 678', '卡 ***************5678'],
    ['账号99900000000001017', '账号*************1017'],
    ['编号 20000000001', '编号 *******0001'],
    ['写信至 zhang.san@example.com', '写信至 ***@example.com'],
  ])('%s', (text, shown) => {
    expect(redactText(text)).toBe(shown);
  });

  it.each([
    ['0755-28901234', '直播基地（0755-28901234）', '直播基地（**********34）'],
    ['0755-28901234', '直播基地 0755 2890 1234 号', '直播基地 **********34 号'],
    ['0755-28901234', '直播基地电话2890-1234', '直播基地电话******34'],
    ['0755-28901234', '（0755）\uff12\uff18\uff19\uff10\uff11\uff12\uff13\uff14', '（**********34'],
    ['075528901234', '致电 28901234', '致电 ******34'],
    ['+86 755 28901234', '致电 28901234', '致电 ******34'],
    ['010-62345678-801', '致电 010-62345678', '致电 010-******78'],
    ['0755-28901234', '编号 1289012345，2,890,123 元', '编号 1289012345，2,890,123 元'],
    ['12345', '编号 12345', '编号 12345'],
    ['', '无', '无'],
  ])('the own number %s in “%s”', (number, text, shown) => {
    expect(maskOwnNumber(text, number)).toBe(shown);
  });

  it('leaves dates, amounts and office telephones alone', () => {
    const text = '公示期 2026-03-02 至 2026-03-06，金额 1,200,000.00 元，电话 0755-00001234，面积 1350 平方米';
    expect(redactText(text)).toBe(text);
  });
});
