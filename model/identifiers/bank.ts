import type { Text } from '../text.ts';

/** What is wrong with a bank account number: firms' accounts have no common checksum, so only 8–32 digits can be asked for. */
export function bankAccountFault(account: string): Text | undefined {
  if (/^\d{8,32}$/.test(account)) return undefined;
  return { zh: '银行账号应为 8 至 32 位数字，不含空格。', en: 'A bank account number has 8 to 32 digits and no spaces.' };
}

/** What is wrong with the number of a bank in the clearing system (联行号): it has 12 digits. */
export function clearingNumberFault(clearingNumber: string): Text | undefined {
  if (/^\d{12}$/.test(clearingNumber)) return undefined;
  return { zh: '联行号应为 12 位数字。', en: 'A clearing number has 12 digits.' };
}

/** A name as it is compared: half width, one kind of bracket, capitals, no spaces. */
export function normaliseName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[〔【[{]/g, '(')
    .replace(/[〕】\]}]/g, ')')
    .replace(/\s+/g, '')
    .toUpperCase();
}

/** Whether an account is in the applicant's name, however width and brackets were typed. */
export function sameName(one: string, other: string): boolean {
  return normaliseName(one) === normaliseName(other);
}
