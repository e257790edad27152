import type { EffectId, Instant, TaskId, TokenId } from './case.ts';
import type { Event } from './event.ts';
import type { Json, JsonObject, Text } from './text.ts';

/** Something `advance` derived from an event; a fact is told in the past tense. */
export type Fact =
  | { fact: 'entered'; step: string; token: TokenId }
  | { fact: 'left'; step: string; token: TokenId; flows: string[] }
  | { fact: 'notRequired'; step: string; token: TokenId; rule: string; reason: Text }
  | { fact: 'cancelled'; step: string; token: TokenId }
  | { fact: 'skipProposed'; incident: string; step: string; by: string; reason: string }
  | { fact: 'skipped'; step: string; token: TokenId; reason: string; proposedBy: string; confirmedBy: string }
  | { fact: 'taskOpened'; step: string; task: TaskId; role: string; due?: Instant }
  | { fact: 'dueStopped'; step: string; task: TaskId; remaining: JsonObject }
  | { fact: 'dueMoved'; step: string; task: TaskId; due: Instant }
  | { fact: 'chose'; step: string; flows: string[] }
  | { fact: 'joined'; step: string; flows: string[] }
  | { fact: 'decided'; step: string; rows: string[]; outputs: JsonObject }
  | { fact: 'asked'; step: string; check: string; effect: EffectId }
  | { fact: 'learnt'; step: string; data: Json }
  | { fact: 'failed'; step: string; code: string; message: string; caughtBy?: string }
  | { fact: 'clockStarted'; step: string; timer: EffectId; at: Instant }
  | { fact: 'clockStopped'; step: string; timer: EffectId; remaining: JsonObject }
  | { fact: 'heard'; step: string; message: string; reference: string }
  | { fact: 'suspended'; reason: string; reference: string }
  | { fact: 'resumed'; reason: string; reference: string }
  | { fact: 'heldBack' }
  | { fact: 'calendarChanged'; years: number[] }
  | { fact: 'incident'; incident: string; step: string; code: string; message: Text }
  | { fact: 'incidentResolved'; incident: string; how: string }
  | { fact: 'ignored'; code: string; why: Text }
  | { fact: 'closed'; outcome: string };

/** One entry of a case's story: the event, and what followed from it. */
export interface TrailEntry {
  seq: number;
  event: Event;
  facts: Fact[];
}
