import type { Place } from '../../../../model/problem.ts';
import type { Process } from '../../../../model/process.ts';
import type { Step } from '../../../../model/steps/index.ts';

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
