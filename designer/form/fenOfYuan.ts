import type { Text } from '../../model/text.ts';

/** Reads an amount in yuan as typed, exactly: whole fen, nothing for an empty field, or what is wrong with it. */
export function fenOfYuan(typed: string): { fen: number | undefined } | { fault: Text } {
  const plain = typed.replace(/[,，\s¥￥元]/g, '').replace('。', '.');
  if (plain === '') return { fen: undefined };
  const parts = /^(\d+)(?:\.(\d*))?$/.exec(plain);
  if (!parts) return { fault: { zh: '请只填数字，例如 1200000.50。', en: 'Digits only, for example 1200000.50.' } };
  const [, whole = '', cents = ''] = parts;
  if (cents.length > 2) return { fault: { zh: '金额最多两位小数（到分）。', en: 'Money has at most two decimals (fen).' } };
  const fen = BigInt(whole) * 100n + BigInt(cents.padEnd(2, '0'));
  if (fen > BigInt(Number.MAX_SAFE_INTEGER)) return { fault: { zh: '金额过大，请核对。', en: 'The amount is too large; check it.' } };
  return { fen: Number(fen) };
}

/** Fen as a person would type them in yuan: `120050` → `1200.50`, `120000` → `1200`. */
export function yuanOfFen(fen: number): string {
  const cents = fen % 100;
  const whole = String((fen - cents) / 100);
  return cents === 0 ? whole : `${whole}.${String(cents).padStart(2, '0')}`;
}
