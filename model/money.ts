/** Whether a value is an amount of money: integer fen, not negative, within the safe integers. */
export function isFen(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

/** Fen of a number of whole yuan, so that a measure can be written in the words of its notice. */
export function yuan(wholeYuan: number): number {
  return wholeYuan * 100;
}

/** Fen as a reader sees money: `¥1,200,000.00`. */
export function formatYuan(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  const grouped = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${fen < 0 ? '-' : ''}¥${grouped}.${digits.slice(-2)}`;
}

const capitals = '零壹贰叁肆伍陆柒捌玖';
const places = ['', '拾', '佰', '仟'];
const groups = ['', '万', '亿', '万亿'];

/** Fen (see {@link isFen}) in the capital numerals of Chinese vouchers: `壹佰贰拾万元整`, `壹元零伍分`. */
export function yuanInWords(fen: number): string {
  const digits = String(fen).padStart(3, '0');
  const whole = wholeInWords(digits.slice(0, -2));
  const jiao = Number(digits.at(-2));
  const fenDigit = Number(digits.at(-1));
  if (jiao === 0 && fenDigit === 0) return `${whole || '零'}元整`;
  const small = (jiao > 0 ? `${capitals[jiao]}角` : whole ? '零' : '') + (fenDigit > 0 ? `${capitals[fenDigit]}分` : '整');
  return (whole ? `${whole}元` : '') + small;
}

function wholeInWords(digits: string): string {
  const count = Math.ceil(digits.length / 4);
  const fours = Array.from({ length: count }, (_, index) => digits.padStart(count * 4, '0').slice(index * 4, index * 4 + 4));
  let words = '';
  let gap = false;
  for (const [index, four] of fours.entries()) {
    if (four === '0000') {
      gap = words !== '';
      continue;
    }
    const rank = count - 1 - index;
    // 万亿 is split where the 亿 group speaks for itself: 壹万贰仟亿, but 壹万亿.
    const unit = rank === 3 && fours[index + 1] !== '0000' ? '万' : groups[rank];
    words += (words !== '' && (gap || four.startsWith('0')) ? '零' : '') + fourInWords(four) + unit;
    gap = false;
  }
  return words;
}

function fourInWords(four: string): string {
  let words = '';
  let gap = false;
  for (const [index, character] of [...four].entries()) {
    const digit = Number(character);
    if (digit === 0) gap = words !== '';
    else {
      words += (gap ? '零' : '') + capitals[digit] + places[3 - index];
      gap = false;
    }
  }
  return words;
}
