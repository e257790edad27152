import { ActivityFailure, ApplicationFailure, CancellationScope, isCancellation, proxyActivities, proxyLocalActivities, sleep } from '@temporalio/workflow';
import type { Activities, EffectInput } from '../activities/contracts.ts';
import type { EffectId } from '../model/case.ts';
import type { Performer } from '../model/checks/defineCheck.ts';
import type { Effect } from '../model/effect.ts';
import type { Event } from '../model/event.ts';
import { msOf } from '../model/instant.ts';
import type { JsonObject } from '../model/text.ts';
import type { Hand } from './hand.ts';

const local = proxyLocalActivities<Pick<Activities, 'lookUp' | 'project'>>({
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

const desk = proxyActivities<Pick<Activities, 'notice' | 'sendReminder' | 'scheduleFollowOn'>>({
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
    case 'loadCalendar':
      return;
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

function failureOf(error: unknown): { code: string; message: string } {
  if (!(error instanceof ActivityFailure)) throw error;
  const { cause } = error;
  const said = cause?.message ?? error.message;
  const final = cause instanceof ApplicationFailure && cause.nonRetryable === true && typeof cause.type === 'string';
  return final ? { code: cause.type, message: said } : { code: 'unreachable', message: said };
}
