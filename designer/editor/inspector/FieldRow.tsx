import { Button, Checkbox, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Place } from '../../../model/problem.ts';
import type { Process } from '../../../model/process.ts';
import type { Step } from '../../../model/steps/index.ts';
import { textSchema } from '../../../model/text.ts';
import { useText } from '../../language/useText.ts';
import { useEditor } from '../useEditor.ts';
import { leastValue, type Field } from '../../../model/steps/stepFields.ts';
import { ProblemList } from './ProblemList.tsx';
import { problemsOf } from './problemsAt.ts';
import { TextInput } from './TextInput.tsx';
import { TypedInput } from './TypedInput.tsx';
import { Choice } from './widgets/Choice.tsx';
import { widgets } from './widgets/index.tsx';
import { groupWidgets } from './widgets/widget.ts';

function isGroup(value: unknown): value is { [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One field: its label, what it is filled in by, and what is wrong with it. Chosen by the field's shape alone, so that a new kind of step needs nothing here. */
export function FieldRow({ field, value, path, process, step, disabled, take }: {
  field: Field;
  value: unknown;
  path: string;
  process: Process;
  step: Step;
  disabled: boolean;
  take: (value: unknown, typing?: boolean) => boolean;
}) {
  const { t } = useTranslation();
  const { text } = useText();
  const { shape } = field;
  const place: Place = { step: step.id, field: path };
  const parts = shape.shape === 'group' && value !== undefined ? shape.fields.map(({ name }) => name) : [];
  const all = useEditor((state) => state.problems);
  const problems = problemsOf(all, place, parts);
  const id = `inspect-${path.replaceAll('.', '-')}`;
  const describedBy = problems.length > 0 ? `${id}-problems` : undefined;
  const label = text(field.label);
  const shared = { id, label, disabled, describedBy };
  const input = () => {
    switch (shape.shape) {
      case 'widget': {
        const Widget = widgets[shape.widget];
        return Widget && <Widget {...shared} value={value} optional={field.optional} process={process} step={step} place={place} take={take} />;
      }
      case 'text': return <TextInput {...shared} optional={field.optional} value={textSchema.safeParse(value).data} take={(next) => take(next, true)} />;
      case 'boolean': return <Checkbox id={id} aria-describedby={describedBy} checked={value === true} disabled={disabled} onChange={(event) => void take(event.target.checked || !field.optional ? event.target.checked : undefined)}>{label}</Checkbox>;
      case 'integer':
        return <InputNumber id={id} aria-label={label} aria-describedby={describedBy} style={{ width: '100%' }} precision={0} {...(shape.least === undefined ? {} : { min: shape.least })} {...(shape.most === undefined ? {} : { max: shape.most })} value={typeof value === 'number' ? value : null} disabled={disabled} onChange={(next) => (next !== null || field.optional) && void take(next ?? undefined, true)} />;
      case 'choice': return <Choice {...shared} optional={field.optional} value={value} take={take} options={shape.options} />;
      case 'string': return <TypedInput {...shared} value={typeof value === 'string' ? value : ''} take={(next) => take(next === '' && field.optional ? undefined : next, true)} />;
      case 'group': return <Group {...{ field, fields: shape.fields, value, path, process, step, disabled, take }} />;
      case 'unknown': return <code className="mono">{JSON.stringify(value)}</code>;
    }
  };
  const grouped = shape.shape === 'group' || (shape.shape === 'widget' && groupWidgets.has(shape.widget));
  // What moves on the canvas is shown there.
  if (shape.shape === 'widget' && shape.widget === 'onCanvas') return null;
  return (
    <div className="inspector-field" data-field={path} role={grouped ? 'group' : undefined} aria-label={grouped ? label : undefined}>
      {shape.shape !== 'boolean' && (grouped ? <div className="inspector-label">{label}</div> : <label className="inspector-label" htmlFor={id}>{label}{!field.optional && <span className="read-aloud"> {t('inspector.needed')}</span>}</label>)}
      {input()}
      <ProblemList {...(describedBy ? { id: describedBy } : {})} problems={problems} />
    </div>
  );
}

function Group({ field, fields, value, path, process, step, disabled, take }: Parameters<typeof FieldRow>[0] & { fields: Field[] }) {
  const { t } = useTranslation();
  const { text } = useText();
  if (!isGroup(value)) return <Button size="small" disabled={disabled} onClick={() => void take(leastValue(field, step.name))}>{t('inspector.set', { name: text(field.label) })}</Button>;
  return (
    <div className="inspector-group">
      {fields.map((inner) => <FieldRow key={inner.name} field={inner} value={value[inner.name]} path={`${path}.${inner.name}`} process={process} step={step} disabled={disabled} take={(next, typing) => take({ ...value, [inner.name]: next }, typing)} />)}
      {field.optional && <Button size="small" disabled={disabled} onClick={() => void take(undefined)}>{t('inspector.unset', { name: text(field.label) })}</Button>}
    </div>
  );
}
