import { aboveLimitStatistics } from './aboveLimitStatistics.ts';
import { bankAccountName } from './bankAccountName.ts';
import { budgetCommit } from './budgetCommit.ts';
import { budgetPay } from './budgetPay.ts';
import { budgetReserve } from './budgetReserve.ts';
import { businessRegister } from './businessRegister.ts';
import { closeNotice } from './closeNotice.ts';
import { creditDefault } from './creditDefault.ts';
import { documentsComplete } from './documentsComplete.ts';
import { followOn } from './followOn.ts';
import { higherAwards } from './higherAwards.ts';
import { noDoubleFunding } from './noDoubleFunding.ts';
import { paymentInquiry } from './paymentInquiry.ts';
import { paymentOrder } from './paymentOrder.ts';
import { publishNotice } from './publishNotice.ts';
import { reminder } from './reminder.ts';
import { supportRule } from './supportRule.ts';
import type { Check } from './defineCheck.ts';

/** Every check a service task can name; a new check is one file and one line here. Without prototype, so that a check named `constructor` is simply not there. */
export const checks: Readonly<Record<string, Check>> = Object.assign(Object.create(null), {
  aboveLimitStatistics,
  bankAccountName,
  budgetCommit,
  budgetPay,
  budgetReserve,
  businessRegister,
  closeNotice,
  creditDefault,
  documentsComplete,
  followOn,
  higherAwards,
  noDoubleFunding,
  paymentInquiry,
  paymentOrder,
  publishNotice,
  reminder,
  supportRule,
} satisfies Record<string, Check>);
