import type { Incident } from './case.ts';
import { restartClocks } from './clocks.ts';
import type { SkipProposed } from './event.ts';
import { kindOf, type Step } from './steps/index.ts';
import type { StepBase } from './steps/defineStep.ts';
import type { Arrival, Turn } from './turn.ts';

/** A condition gave no answer: the case waits for a person and never takes the default silently. */
export function conditionIsNull(turn: Turn, step: StepBase, arrival: Arrival, condition: string): void {
  const token = turn.rest(step, arrival, {});
  turn.incident(token, step.id, 'conditionNull', {
    zh: `“${step.name.zh}”的条件“${condition}”无法得出是或否（数据缺失）；请更正案件数据后重试。`,
    en: `The condition “${condition}” at “${step.name.en}” gives neither yes nor no (a datum is missing); correct the case’s data and try again.`,
  });
}

/** No condition holds and there is no default: the case waits for a person. */
export function noFlowHolds(turn: Turn, step: StepBase, arrival: Arrival): void {
  const token = turn.rest(step, arrival, {});
  turn.incident(token, step.id, 'conditionNull', {
    zh: `“${step.name.zh}”没有一个条件成立，也没有默认流向；请更正案件数据后重试。`,
    en: `No condition holds at “${step.name.en}” and there is no default flow; correct the case’s data and try again.`,
  });
}

/** Lets the step of an incident begin again, in the same visit; the clock of a border, or one that had been stopped, starts alone. */
export function retryIncident(turn: Turn, incident: Incident, begin: (step: Step, arrival: Arrival) => void): void {
  if (!turn.state.incidents.includes(incident)) return; // gone with its token, which began again for another incident
  const token = turn.state.tokens.find((candidate) => candidate.id === incident.token);
  turn.state.incidents = turn.state.incidents.filter((other) => other.id !== incident.id);
  if (!token) return;
  const step = turn.step(incident.step);
  if (turn.state.timers.some((timer) => timer.token === token.id && timer.step === step.id && timer.at === undefined)) {
    if (turn.state.suspensions.length === 0) restartClocks(turn);
    return;
  }
  if (step.id !== token.step) {
    kindOf(step).arm?.(turn, step, token);
    return;
  }
  turn.release(token);
  const { id, scope, visit, via } = token;
  begin(step, { token: id, scope, visit, ...(via === undefined ? {} : { via }) });
}

/** Notes who wants to pass over the step of an incident, and why; the same person's next proposal takes its place. */
export function proposeSkip(turn: Turn, incident: Incident, { actor, reason, at }: SkipProposed): void {
  const proposal = { by: actor.id, name: actor.name, at, reason };
  turn.state.incidents = turn.state.incidents.map((other) => (other === incident ? { ...incident, proposal } : other));
  turn.fact({ fact: 'skipProposed', incident: incident.id, step: incident.step, by: actor.id, reason });
}

/** Takes the token past the step of an incident, a step that chooses by its default flow; of a border, only the clock is given up. */
export function skipIncident(turn: Turn, incident: Incident, confirmedBy: string): void {
  const token = turn.state.tokens.find((candidate) => candidate.id === incident.token);
  if (!token) return;
  const { by: proposedBy, reason } = incident.proposal ?? { by: confirmedBy, reason: '' }; // judged by `mayAccept`: there is a proposal
  turn.fact({ fact: 'skipped', step: incident.step, token: token.id, reason, proposedBy, confirmedBy });
  if (incident.step !== token.step) {
    turn.state.incidents = turn.state.incidents.filter((other) => other.id !== incident.id);
    turn.state.timers = turn.state.timers.filter((timer) => timer.token !== token.id || timer.step !== incident.step);
    return;
  }
  const flows = turn.outgoing(token.step);
  const fallback = flows.filter((flow) => flow.isDefault);
  turn.leave(token, kindOf(turn.step(token.step)).split === 'all' || flows.length === 1 ? flows : fallback);
}
