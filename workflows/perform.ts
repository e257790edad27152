import { ActivityFailure, ApplicationFailure, CancellationScope, isCancellation, proxyActivities, proxyLocalActivities, sleep } from '@temporalio/workflow';
import type { Activities, EffectInput } from '../activities/contracts.ts';
import type { Actor, EffectId } from '../model/case.ts';
import type { Performer } from '../model/checks/defineCheck.ts';
import type { Effect } from '../model/effect.ts';
import type { Event } from '../model/event.ts';
import { msOf } from '../model/instant.ts';
import type { JsonObject } from '../model/text.ts';
import type { Hand } from './hand.ts';

const local = proxyLocalActivities<Pick<Activities, 'lookUp' | 'loadCalendar' | 'project'>>({
  startToCloseTimeout: '20 seconds',
  retry: { initialInterval: '200 milliseconds', maximumInterval: '5 seconds' },
});

const offices = proxyActivities<Pick<Activities, 'askOffice'>>({
  startToCloseTimeout: '15 seconds',
  retry: { initialInterval: '500 milliseconds', backoffCoefficient: 2, maximumInterval: '5 seconds', maximumAttempts: 5 },
});

const money = proxyActivities<Pick<Activities, 'postLedger' | 'settleLedger' | 'orderPayment'>>({
  startToCloseTimeout: '90 seconds',
  retry: { initialInterval: '500 milliseconds', maximumInterval: '10 seconds' },
});

const desk = proxyActivities<Pick<Activities, 'notice' | 'sendReminder' | 'askForCalendar' | 'scheduleFollowOn'>>({
  startToCloseTimeout: '20 seconds',
  retry: { initialInterval: '500 milliseconds', maximumInterval: '10 seconds', maximumAttempts: 20 },
});

/** Writes what the lists show, before the workflow task commits: replaceable, never a posting. */
export const { project } = local;

const by: { [performer in Performer]: (input: EffectInput) => Promise<JsonObject> } = {
  lookUp: local.lookUp,
  office: offices.askOffice,
  ledger: money.postLedger,
  payment: money.orderPayment,
  notice: desk.notice,
  reminder: desk.sendReminder,
  followOn: desk.scheduleFollowOn,
};

/** Carries one effect out: an activity, a timer, or nothing where the projection already shows it. The only switch over effects. */
export function perform(hand: Hand, effect: Effect): void {
  switch (effect.effect) {
    case 'openTask':
    case 'closeTask':
      return;
    case 'loadCalendar':
      return loadCalendar(hand, effect);
    case 'startTimer':
      return startTimer(hand, effect.id, effect.at);
    case 'cancelTimer':
      hand.timers.get(effect.timer)?.cancel();
      hand.timers.delete(effect.timer);
      return;
    case 'runCheck':
      return runCheck(hand, effect);
    case 'settleLedger':
      hand.settling = effect.id;
      return;
  }
}

/** Gives the budget back what a closed case did not spend; called when nothing else of the case is under way. */
export async function settleLedger(hand: Hand, effect: EffectId): Promise<void> {
  await money.settleLedger({ effectId: `${hand.input.case}/${effect}`, case: hand.input.case });
}

function startTimer(hand: Hand, timer: EffectId, at: string): void {
  const scope = new CancellationScope();
  hand.timers.set(timer, scope);
  const real = (msOf(at) - hand.nowMs()) / hand.input.clock.factor;
  hand.background(
    scope.run(async () => {
      try {
        await sleep(Math.max(1, Math.ceil(real)));
      } catch (error) {
        if (isCancellation(error)) return;
        throw error;
      }
      hand.timers.delete(timer);
      hand.take({ event: 'timerFired', at: hand.nowNotBefore(at), timer });
    }),
  );
}

function runCheck(hand: Hand, effect: Effect & { effect: 'runCheck' }): void {
  const { id, check, performer, request } = effect;
  const input = { effectId: `${hand.input.case}/${id}`, case: hand.input.case, check, request };
  const scope = new CancellationScope({ cancellable: performer === 'office' });
  hand.start(effect, scope);
  hand.background(
    scope.run(async () => {
      let event: Event;
      try {
        const answer = await by[performer](input);
        event = { event: 'effectSucceeded', at: hand.now(), effect: id, answer };
      } catch (error) {
        if (isCancellation(error)) return hand.finish(effect);
        event = { event: 'effectFailed', at: hand.now(), effect: id, ...failureOf(error) };
      }
      hand.finish(effect);
      hand.take(event);
    }),
  );
}

/** Who brings a case the years that the store has. */
const calendarKeeper: Actor = { id: 'system', name: '系统', roles: ['administrator'] };

function loadCalendar(hand: Hand, { id, years, beginning }: Effect & { effect: 'loadCalendar' }): void {
  const request = { case: hand.input.case, years };
  hand.background(
    (async () => {
      const loaded = await counted(hand, { id, performer: 'lookUp' }, () => local.loadCalendar(request));
      if (hand.state.closed) return;
      const known = new Set(hand.state.calendar.map(({ year }) => year));
      const news = loaded.filter(({ year }) => !known.has(year));
      if (beginning || news.length > 0) hand.take({ event: 'calendarLoaded', at: hand.now(), actor: calendarKeeper, years: news, timers: 'keep' });
      const missing = years.filter((year) => !known.has(year) && !news.some((loadedYear) => loadedYear.year === year));
      if (beginning || missing.length === 0) return;
      await counted(hand, { id, performer: 'reminder' }, () => desk.askForCalendar({ ...request, years: missing })).catch((error: unknown) => {
        // The incident shows the missing year too: a letter that cannot be delivered must not stall the case.
        if (!(error instanceof ActivityFailure)) throw error;
      });
    })(),
  );
}

/** Work that the hand knows to be under way: rows wait for a look-up, and no new run begins in the middle of either. */
async function counted<T>(hand: Hand, { id, performer }: { id: EffectId; performer: Performer }, work: () => Promise<T>): Promise<T> {
  const question = { id, effect: 'runCheck', token: '', check: 'loadCalendar', performer, request: {} } as const;
  hand.start(question, new CancellationScope());
  try {
    return await work();
  } finally {
    hand.finish(question);
  }
}

function failureOf(error: unknown): { code: string; message: string } {
  if (!(error instanceof ActivityFailure)) throw error;
  const { cause } = error;
  const said = cause?.message ?? error.message;
  const final = cause instanceof ApplicationFailure && cause.nonRetryable === true && typeof cause.type === 'string';
  return final ? { code: cause.type, message: said } : { code: 'unreachable', message: said };
}
