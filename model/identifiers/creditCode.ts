import type { Text } from '../text.ts';

// GB 32100-2015: digits and capitals without I, O, S, V, Z, each worth its place in this row.
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** The check character that the first 17 characters of a unified social credit code ask for; `undefined` if they are not 17 of the alphabet. */
export function creditCodeCheck(first17: string): string | undefined {
  if (first17.length !== weights.length) return undefined;
  let sum = 0;
  for (const [index, weight] of weights.entries()) {
    const value = alphabet.indexOf(first17.charAt(index));
    if (value < 0) return undefined;
    sum += value * weight;
  }
  // The outer remainder matters: 31 - 0 is 31, and the character for it is 0.
  return alphabet.charAt((31 - (sum % 31)) % 31);
}

/**
 * What is wrong with a unified social credit code (GB 32100-2015); `undefined`: nothing. Firms whose registered code fails
 * the check are reported, so a fault here stops a case for a recorded override and is not a final no.
 */
export function creditCodeFault(code: string): Text | undefined {
  if (code.length !== 18) {
    return { zh: `统一社会信用代码应为 18 位，现为 ${code.length} 位。`, en: `A unified social credit code has 18 characters; this has ${code.length}.` };
  }
  const check = creditCodeCheck(code.slice(0, 17));
  if (check === undefined || !alphabet.includes(code.charAt(17))) {
    return {
      zh: '统一社会信用代码只含数字和大写字母，且没有 I、O、S、V、Z，请核对。',
      en: 'A unified social credit code has digits and capital letters only, without I, O, S, V and Z; check it.',
    };
  }
  if (check !== code.charAt(17)) {
    return {
      zh: '统一社会信用代码的校验位不符，请对照营业执照核对。',
      en: 'The check character of the unified social credit code does not match; compare it with the business licence.',
    };
  }
  return undefined;
}

/** Whether the code belongs to a sole trader (个体工商户), a natural person whose name a public notice masks. */
export function isSoleTrader(code: string): boolean {
  return code.startsWith('92');
}
