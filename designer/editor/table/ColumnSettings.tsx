import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DecisionTable, TableOutput } from '../../../model/decisionTable.ts';
import type { Place } from '../../../model/problem.ts';
import { useText } from '../../language/useText.ts';
import { PlaceFeel } from '../feel/PlaceFeel.tsx';
import { TextInput } from '../inspector/TextInput.tsx';
import { TypedInput } from '../inspector/TypedInput.tsx';
import { withColumn, withColumnAt, type Column } from './tableEdits.ts';

const types = ['string', 'integer', 'boolean'] as const;

/** What a column asks or answers, and where it stands. */
export function ColumnSettings({ table, column, place, disabled, take, onClose, onMoved }: {
  table: DecisionTable;
  column: Column;
  place: Place;
  disabled: boolean;
  take: (table: DecisionTable, typing?: boolean) => boolean;
  onClose: () => void;
  onMoved: (column: number) => void;
}) {
  const { t } = useTranslation();
  const { text } = useText();
  const own = column.asks ? column.input : column.output;
  const label = text(own.label);
  const ownColumns = column.asks ? table.inputs : table.outputs;
  const put = (more: object, typing = false) => take(withColumn(table, column.asks ? { ...column, input: { ...column.input, ...more } } : { ...column, output: { ...column.output, ...more } }), typing);
  const move = (to: number) => {
    if (take(withColumnAt(table, column, to))) onMoved((column.asks ? 0 : table.inputs.length) + to);
  };
  return (
    <section className="card table-settings" aria-label={t('table.column', { name: label })}>
      <h3>{t('table.column', { name: label })}</h3>
      <TextInput label={t('inspector.name')} value={own.label} disabled={disabled} take={(next) => next !== undefined && put({ label: next }, true)} />
      <label>{t('table.identifier')} <TypedInput whole mono value={own.id} disabled={disabled} take={(id) => ownColumns.every((other) => other.id !== id) && put({ id })} /></label>
      {column.asks ? (
        <PlaceFeel id={`table-column-${column.index}`} label={t('table.expression', { name: label })} value={column.input.expression} place={{ ...place, field: `table.inputs.${column.index}.expression` }} expected="any" disabled={disabled} take={(expression, typing) => put({ expression }, typing)} />
      ) : (
        <label>{t('table.answerType')} <Select value={column.output.type} disabled={disabled} style={{ minWidth: 120 }} options={types.map((value) => ({ value, label: t(`table.type.${value}`) }))} onChange={(type: TableOutput['type']) => void put({ type })} /></label>
      )}
      <div className="inspector-row">
        <Button size="small" disabled={disabled || column.index === 0} onClick={() => move(column.index - 1)}>{t('table.columnLeft')}</Button>
        <Button size="small" disabled={disabled || column.index === ownColumns.length - 1} onClick={() => move(column.index + 1)}>{t('table.columnRight')}</Button>
        <Button size="small" danger disabled={disabled || (!column.asks && table.outputs.length === 1)} onClick={() => take(withColumnAt(table, column, 'removed')) && onClose()}>{t('table.removeColumn')}</Button>
        <Button size="small" onClick={onClose}>{t('close')}</Button>
      </div>
    </section>
  );
}
