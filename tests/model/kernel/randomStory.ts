import fc from 'fast-check';
import { calendars } from '../../../measures/calendars.ts';
import type { Actor, CaseState, Instant } from '../../../model/case.ts';
import type { CaseStarted, Event } from '../../../model/event.ts';
import { msOf, plusMilliseconds } from '../../../model/instant.ts';
import type { Process } from '../../../model/process.ts';
import { indexOf } from '../../../model/processIndex.ts';
import { kindOf } from '../../../model/steps/index.ts';
import type { JsonObject } from '../../../model/text.ts';
import { usualApplicant } from '../../scenarios/play.ts';

/** One turn of a story: which of the things that could happen does, and how much time has passed. */
export interface Chance {
  which: number;
  what: number;
  hours: number;
}

/** How a story goes on, whatever the process. */
export const randomChances: fc.Arbitrary<Chance[]> = fc.array(fc.record({ which: fc.nat(9_999), what: fc.nat(9_999), hours: fc.constantFrom(0, 0, 1, 20, 70, 700) }), { minLength: 5, maxLength: 50 });

/** How a case begins: what is declared may lack what conditions need, and the year may be about to end. */
export const randomStart: fc.Arbitrary<CaseStarted> = fc
  .record({ n: fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined }), a: fc.option(fc.boolean(), { nil: undefined }), at: fc.constantFrom('2026-03-02T09:00:00.000+08:00', '2026-12-24T17:00:00.000+08:00') })
  .map(({ n, a, at }) => ({
    event: 'caseStarted',
    at,
    case: 'C-1',
    actor: people[0],
    applicant: usualApplicant,
    instalment: 1,
    data: { declaration: { ...(n === undefined ? {} : { n }), ...(a === undefined ? {} : { a }) } },
    calendar: calendars.filter(({ year }) => year === 2026),
  }));

const person = (id: string, ...roles: string[]): Actor => ({ id, name: id, roles });
const people: [Actor, ...Actor[]] = [
  { ...person('applicant', 'applicant'), applicant: usualApplicant.creditCode },
  person('clerk1', 'clerk'),
  person('clerk2', 'clerk', 'officer'),
  person('clerk3', 'clerk'),
  person('officer1', 'officer'),
  person('officer2', 'officer'),
  person('administrator', 'administrator'),
];

/** Everything that could happen now, the impossible and the late included; what helps a case on comes more often. */
function possible(process: Process, state: CaseState, at: Instant, what: number): Event[] {
  const index = indexOf(process);
  const who = people[what % people.length] ?? people[0];
  const administrator = people.at(-1) ?? people[0];
  const reason = what % 7 === 0 ? ' ' : 'reason';
  const tasks = state.tasks.flatMap(({ task, step }): Event[] => {
    const found = index.steps.get(step);
    const outcomes = (found && kindOf(found).task?.(found)?.outcomes) ?? [];
    const able = people.filter((actor) => state.tasks.some((open) => open.task === task && actor.roles.includes(open.role)));
    const outcome = outcomes[what % outcomes.length]?.id ?? 'none';
    const data: JsonObject = what % 5 === 0 ? {} : { reason: 'reason' };
    return [...able, who].map((actor) => ({ event: 'taskCompleted', at, task, actor, outcome, data }));
  });
  const effects = state.openEffects.flatMap(({ effect }): Event[] => [
    { event: 'effectSucceeded', at, effect, answer: what % 2 === 0 ? { barred: true, reason: 'listed' } : {} },
    { event: 'effectFailed', at, effect, code: 'unreachable', message: 'down' },
  ]);
  const timers = state.timers.map((timer): Event => ({ event: 'timerFired', at: timer.at !== undefined && msOf(timer.at) > msOf(at) ? timer.at : at, timer: timer.id }));
  const skips = state.incidents.flatMap(({ id }): Event[] => [
    { event: 'skipProposed', at, actor: administrator, incident: id, reason },
    { event: 'incidentResolved', at, actor: person('owner', 'processOwner'), incident: id, how: 'skip', reason },
  ]);
  const incidents = state.incidents.flatMap(({ id }): Event[] =>
    (['retry', 'skip', 'correct'] as const).map((how) => ({ event: 'incidentResolved', at, actor: administrator, incident: id, how, reason, ...(how === 'correct' ? { data: { declaration: { n: what % 11, a: what % 2 === 0 } } } : {}) })),
  );
  const messages = ['payment', 'objection'].map((message): Event => ({ event: 'messageReceived', at, message, reference: `message-${state.seq}`, actor: who, data: {} }));
  const rest: Event[] = [
    { event: 'caseSuspended', at, actor: administrator, reason },
    { event: 'caseResumed', at, actor: administrator, reason },
    { event: 'caseResumed', at, actor: administrator, reason: 'reason' },
    { event: 'calendarLoaded', at, actor: administrator, years: [{ year: 2027, off: what % 2 === 0 ? ['01-01'] : [], worked: [], source: 'assumed' }], timers: what % 3 === 0 ? 'recompute' : 'keep' },
    { event: 'taskCompleted', at, task: `${process.steps[what % process.steps.length]?.id ?? ''}#1`, actor: who, outcome: 'fine', data: {} },
    { event: 'timerFired', at, timer: 'e1.1' },
    { event: 'effectSucceeded', at, effect: 'e1.1', answer: {} },
    { event: 'incidentResolved', at, actor: who, incident: 'i1.1', how: 'retry', reason },
  ];
  const ending: Event[] = [
    { event: 'caseWithdrawn', at, actor: who, reason },
    { event: 'caseTerminated', at, actor: administrator, reason },
    { event: 'caseStarted', at, case: 'C-2', actor: who, applicant: usualApplicant, instalment: 1, data: {}, calendar: [] },
  ];
  const helpful = [...tasks, ...effects, ...timers, ...incidents, ...skips, ...messages];
  return [...helpful, ...helpful, ...rest, ...(what % 9 === 0 ? ending : [])];
}

/** What happens next. */
export function nextEvent(process: Process, state: CaseState, { which, what, hours }: Chance): Event {
  const events = possible(process, state, plusMilliseconds(state.at, hours * 3_600_000), what);
  const event = events[which % events.length];
  if (!event) throw new Error('Something can always happen.');
  return event;
}
