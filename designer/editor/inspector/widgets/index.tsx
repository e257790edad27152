import type { ComponentType } from 'react';
import { PlaceFeel } from '../../feel/PlaceFeel.tsx';
import { TypedInput } from '../TypedInput.tsx';
import { CheckWidget } from './CheckWidget.tsx';
import { Choice, NameChoice } from './Choice.tsx';
import { FormWidget } from './FormWidget.tsx';
import { choices } from './names.ts';
import { OutcomesWidget } from './OutcomesWidget.tsx';
import { PeriodWidget } from './PeriodWidget.tsx';
import { TableWidget } from './TableWidget.tsx';
import type { WidgetName, WidgetProps } from './widget.ts';

const ofKnown = (widget: string) => (props: WidgetProps) => <Choice {...props} options={choices[widget]?.(props.process, props.step) ?? []} />;
const orNew = (widget: string) => (props: WidgetProps) => <NameChoice {...props} options={choices[widget]?.(props.process, props.step) ?? []} />;

function FeelWidget({ id, label, value, place, disabled, describedBy, take }: WidgetProps) {
  return <PlaceFeel id={id} label={label} value={typeof value === 'string' ? value : ''} place={place} expected="boolean" disabled={disabled} describedBy={describedBy} take={take} />;
}

function IdentifierWidget({ id, label, value, disabled, describedBy, take }: WidgetProps) {
  return <TypedInput id={id} label={label} whole mono value={typeof value === 'string' ? value : ''} disabled={disabled} describedBy={describedBy} take={take} />;
}

const all: { [widget in WidgetName]: ComponentType<WidgetProps> } = {
  identifier: IdentifierWidget,
  role: ofKnown('role'),
  stage: ofKnown('stage'),
  host: ofKnown('host'),
  container: ofKnown('container'),
  outcome: ofKnown('outcome'),
  duty: orNew('duty'),
  message: orNew('message'),
  datum: ofKnown('datum'),
  error: orNew('error'),
  form: FormWidget,
  check: CheckWidget,
  outcomes: OutcomesWidget,
  period: PeriodWidget,
  feel: FeelWidget,
  table: TableWidget,
};

/** The special widgets by name; a field without one is filled in by what its shape tells. */
export const widgets: { [widget: string]: ComponentType<WidgetProps> | undefined } = all;
