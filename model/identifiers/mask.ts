// The compound surnames one meets; any other name is taken to have a surname of one character.
const compoundSurnames = ['欧阳', '司马', '上官', '诸葛', '司徒', '东方', '皇甫', '尉迟', '公孙', '慕容', '令狐', '宇文', '长孙', '夏侯', '端木', '南宫'];

/** A natural person's name as a public notice shows it: the surname and `*`. */
export function maskName(name: string): string {
  const trimmed = name.trim();
  const surname = compoundSurnames.find((one) => trimmed.startsWith(one)) ?? [...trimmed][0] ?? '';
  return `${surname}*`;
}

/** A number as a public notice shows it: the last `shown` characters stay. */
export function maskNumber(number: string, shown = 4): string {
  const hidden = Math.max(number.length - shown, 0);
  return '*'.repeat(hidden) + number.slice(hidden);
}

const ends = '(?![0-9Xx])';
const begins = '(?<![0-9])';
const phone = new RegExp(`(?:(?<![0-9])(?:\\+|00)?86[ .-]?)?(?:${begins}|(?<=86))1[3-9][0-9][ .-]?[0-9]{4}[ .-]?[0-9]{4}${ends}`, 'g');
const identityCard = new RegExp(`${begins}[1-9][0-9]{5}[ .-]?(?:19|20)[0-9]{6}[ .-]?[0-9]{3}[0-9Xx]${ends}`, 'g');
const groupedCard = new RegExp(`${begins}[0-9]{4}(?:[ -][0-9]{4}){3}(?:[ -]?[0-9]{1,3})?${ends}`, 'g');
const longRun = new RegExp(`${begins}(?:[0-9]{17}[Xx]|[0-9]{15,32}|[0-9]{11})${ends}`, 'g');
const email = /[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,190}\.[A-Za-z]{2,20}/g;

const halfWidth = (text: string): string => text.replace(/[\uff10-\uff19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));

/**
 * A free text as it may be made public: mobile numbers, identity numbers, runs of 11 or of 15 to 32 digits (identity cards with a final X,
 * bank cards, accounts; also in groups of four) and e-mail addresses are masked. Full-width digits are found too.
 * All-digit credit codes are masked as well: better one too many.
 */
export function redactText(text: string): string {
  return halfWidth(text)
    .replace(email, (address) => `***${address.slice(address.indexOf('@'))}`)
    .replace(phone, (number) => {
      const digits = number.replace(/[^0-9]/g, '').slice(-11);
      return `${digits.slice(0, 3)}****${digits.slice(-4)}`;
    })
    .replace(identityCard, (number) => maskNumber(number.replace(/[ .-]/g, '')))
    .replace(groupedCard, (number) => maskNumber(number.replace(/[ -]/g, '')))
    .replace(longRun, (number) => maskNumber(number));
}

/** Fewer digits than this are no number by which anybody is found. */
const fewestDigits = 7;

/** The digits by which a number of somebody's is told: whole, each long group of it, a landline without its area code too; longest first. */
function tellings(number: string): string[] {
  const groups = halfWidth(number).split(/[^0-9]+/).filter(Boolean);
  const whole = groups.join('').replace(/^(?:00)?86(?=0?[1-9])/, '');
  const landline = /^0(?:10|2[0-9]|[3-9][0-9]{2})([0-9]{7,8})/.exec(whole)?.[1] ?? '';
  return [...new Set([groups.join(''), whole, landline, ...groups])].filter((digits) => digits.length >= fewestDigits).sort((one, other) => other.length - one.length);
}

/** A free text in which somebody's own number is masked, however its digits are grouped: `(0755) 2890 1234` like `075528901234` or `28901234`. */
export function maskOwnNumber(text: string, number: string): string {
  return tellings(number).reduce((so, digits) => {
    const grouped = new RegExp(`${begins}${[...digits].join('[ .()（）\u2010-\u2015-]{0,2}')}(?![0-9])`, 'g');
    return so.replace(grouped, () => maskNumber(digits, 2));
  }, halfWidth(text));
}
