import { field } from './field.ts';

/** What every measure that pays a share of a cost asks, so that district and other money together never exceed it (S11). */
export const otherPublicMoney = field.money('同一项目已获其他财政资金', 'Other public money for the same project', {
  zh: '没有则填 0；区级扶持与其他资金之和不超过实际支出',
  en: '0 if none; district and other money together never exceed the real cost',
});
