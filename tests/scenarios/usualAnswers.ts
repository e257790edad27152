import type { Answers } from '../drivers/driver.ts';

/** What the world says when a scenario says nothing else: everything is in order. */
export const usualAnswers: Answers = {
  businessRegister: { succeeds: { found: true, name: '龙岗虚构星湖直播园区运营有限公司', district: 'longgang', registeredOn: '2021-06-01', status: '存续' } },
  creditDefault: { succeeds: { barred: false, reason: '' } },
  documentsComplete: { succeeds: { documents: [] } },
  reminder: { succeeds: {} },
  budgetReserve: { succeeds: { posted: true } },
};
