import { Button, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { outcomeSchema, type Outcome } from '../../../../model/steps/outcome.ts';
import { useText } from '../../../language/useText.ts';
import { moved } from '../../moved.ts';
import { TextInput } from '../TextInput.tsx';
import { TypedInput } from '../TypedInput.tsx';
import type { WidgetProps } from './widget.ts';

function freshName(taken: Outcome[]): string {
  for (let number = taken.length + 1; ; number += 1) if (!taken.some(({ id }) => id === `outcome${number}`)) return `outcome${number}`;
}

/** The ways to finish a task, in the order of their buttons. */
export function OutcomesWidget({ value, disabled, describedBy, place, take }: WidgetProps) {
  const { t } = useTranslation();
  const { text } = useText();
  const read = outcomeSchema.array().safeParse(value);
  const outcomes = read.success ? read.data : [];
  const put = (index: number, outcome: Outcome, typing = false) => take(outcomes.map((old, at) => (at === index ? outcome : old)), typing);
  return (
    <ol className="inspector-list" aria-describedby={describedBy}>
      {outcomes.map((outcome, index) => (
        <li key={index} data-field={`${place.field ?? 'outcomes'}.${index}`}>
          <TextInput label={t('inspector.outcomeName', { number: index + 1 })} value={outcome.name} disabled={disabled} take={(name) => name !== undefined && put(index, { ...outcome, name }, true)} />
          <TypedInput whole mono label={t('inspector.outcomeId', { name: text(outcome.name) })} value={outcome.id} disabled={disabled} take={(id) => outcomes.every((other) => other.id !== id) && put(index, { ...outcome, id })} />
          <div className="inspector-row">
            <Checkbox checked={outcome.needsForm} disabled={disabled} onChange={(event) => void put(index, { ...outcome, needsForm: event.target.checked })}>{t('step.needsForm')}</Checkbox>
            <Checkbox checked={outcome.needsReason} disabled={disabled} onChange={(event) => void put(index, { ...outcome, needsReason: event.target.checked })}>{t('step.needsReason')}</Checkbox>
          </div>
          <div className="inspector-row">
            <Button size="small" disabled={disabled || index === 0} aria-label={t('inspector.moveUp', { name: text(outcome.name) })} onClick={() => void take(moved(outcomes, index, index - 1))}>↑</Button>
            <Button size="small" disabled={disabled || index === outcomes.length - 1} aria-label={t('inspector.moveDown', { name: text(outcome.name) })} onClick={() => void take(moved(outcomes, index, index + 1))}>↓</Button>
            <Button size="small" danger disabled={disabled || outcomes.length === 1} aria-label={t('inspector.remove', { name: text(outcome.name) })} onClick={() => void take(outcomes.filter((_old, at) => at !== index))}>{t('form.remove')}</Button>
          </div>
        </li>
      ))}
      <li><Button size="small" disabled={disabled} onClick={() => void take([...outcomes, { id: freshName(outcomes), name: { zh: '新的结果', en: 'New outcome' }, needsForm: false, needsReason: false }])}>{t('inspector.addOutcome')}</Button></li>
    </ol>
  );
}
