import { Context } from '@temporalio/activity';
import type { JsonObject } from '../model/text.ts';
import { askOffice } from './askOffice.ts';
import type { Activities } from './contracts.ts';
import { finalFailure } from './failures.ts';
import { inquirePayment, orderPayment, usualPatience } from './orderPayment.ts';
import type { Outside } from './outside.ts';
import { requestOf, requests } from './requests.ts';
import type { Patience } from './treasuryOrders.ts';

/**
 * The activities of the worker, over a given world. What the world throws is tried again; a `finalFailure` is not. `patience` is with the
 * treasury, and `attempt` tells the number of the attempt that is under way, from 1.
 */
export function createActivities(outside: Outside, patience: Partial<Patience> = {}, attempt: () => number = () => Context.current().info.attempt): Activities {
  const treasury = { ...usualPatience, ...patience };
  const order = orderPayment(outside, treasury, attempt);
  const inquiry = inquirePayment(outside, treasury);
  return {
    askOffice: askOffice(outside),

    async orderPayment(input) {
      return input.request['operation'] === 'inquire' ? inquiry(input) : order(input);
    },

    async lookUp(input) {
      return outside.lookUp(requestOf(requests.lookUp, input).lookUp, input.request);
    },

    async project(projection) {
      await outside.projection.write(projection);
    },

    async loadCalendar({ years }) {
      return outside.calendars.find(years);
    },

    async askForCalendar({ case: id, years }) {
      for (const year of years) {
        await outside.reminders.send({
          effectId: `${id}/calendar/${year}`,
          case: id,
          to: [{ role: 'administrator' }],
          text: {
            zh: `案件 ${id} 需要 ${year} 年的工作日历才能计算期限，现在停在该处等待；请载入国务院办公厅公布的该年度放假安排。`,
            en: `Case ${id} needs the working-day calendar of ${year} for its deadlines and waits; load the State Council’s notice of that year.`,
          },
        });
      }
    },

    async postLedger(input) {
      const { effectId, case: id } = input;
      const { yearCap, ...posting } = requestOf(requests.ledger, input);
      const result = await outside.ledger.post({ ...posting, ...(yearCap ? { yearCap } : {}), effectId, case: id });
      if ('ok' in result) return { posted: true };
      if ('overCap' in result) {
        throw finalFailure('yearCapReached', {
          zh: `申报单位本年度在 ${posting.measure} 下的其他案件已先行占用额度，年度上限不足：须重新测算金额。`,
          en: `Other cases of this applicant under ${posting.measure} took of the year's cap first, and too little is left: the amount has to be computed anew.`,
        });
      }
      throw finalFailure('budgetInsufficient', {
        zh: `${posting.measure} 在 ${posting.year} 年度的预算余额不足：请由预算负责人调整预算，或按比例核减。`,
        en: `The ${posting.year} budget of ${posting.measure} does not suffice: the budget's owner may raise it, or the awards are cut in proportion.`,
      });
    },

    async settleLedger({ effectId, case: id }) {
      await outside.ledger.settle({ effectId, case: id });
    },

    async notice(input): Promise<JsonObject> {
      const { effectId, case: id } = input;
      const request = requestOf(requests.notice, input);
      if (request.operation === 'publish') return outside.notices.publish({ effectId, case: id, notice: request.notice });
      return outside.notices.close({ effectId, case: id, to: request.notice.to });
    },

    async sendReminder(input) {
      await outside.reminders.send({ ...requestOf(requests.reminder, input), effectId: input.effectId, case: input.case });
      return {};
    },

    async scheduleFollowOn(input): Promise<JsonObject> {
      const request = requestOf(requests.followOn, input);
      if (request.amountFen === 0) return { case: '', startsAt: '' };
      return outside.followOns.schedule({ ...request, effectId: input.effectId, case: input.case });
    },
  };
}
