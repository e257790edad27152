import type { Place } from '../../../../model/problem.ts';
import type { Process } from '../../../../model/process.ts';
import type { Step } from '../../../../model/steps/index.ts';

/** The special widgets that a field's schema can name (`.meta({ widget })`), beside `onCanvas`, for what is changed there. */
export const widgetNames = ['identifier', 'role', 'stage', 'host', 'container', 'outcome', 'duty', 'message', 'datum', 'error', 'form', 'check', 'outcomes', 'period', 'feel', 'table'] as const;

/** One of {@link widgetNames}. */
export type WidgetName = (typeof widgetNames)[number];

/** Widgets of several inputs, whose label names the group of them. */
export const groupWidgets: ReadonlySet<string> = new Set<WidgetName>(['outcomes', 'table']);

/** What a field's widget is given, whatever it is for. */
export interface WidgetProps {
  id: string;
  label: string;
  value: unknown;
  optional: boolean;
  process: Process;
  step: Step;
  /** The field's own place: the step, and the dotted path of the field. */
  place: Place;
  disabled: boolean;
  describedBy: string | undefined;
  /** Takes a new value over and says whether it was; `typing`: one key of many, undone together. */
  take(value: unknown, typing?: boolean): boolean;
}
