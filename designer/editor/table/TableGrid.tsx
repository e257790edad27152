import { Button, Select } from 'antd';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { caseSchema } from '../../../model/caseSchema.ts';
import { dataKnownAt } from '../../../model/dataKnownAt.ts';
import { tableFaults, type DecisionTable } from '../../../model/decisionTable.ts';
import type { Place } from '../../../model/problem.ts';
import { useText } from '../../language/useText.ts';
import { useEditor } from '../useEditor.ts';
import { ColumnSettings } from './ColumnSettings.tsx';
import { Findings } from './Findings.tsx';
import { GridCell } from './GridCell.tsx';
import { RowSettings } from './RowSettings.tsx';
import './table.css';
import { cellField, cellOf, cellText, columnsOf, withCell, withInput, withOutput, withoutRow, withRow, withRowMoved, type CellPlace } from './tableEdits.ts';

const policies = ['unique', 'first', 'collectSum'] as const;

/**
 * A decision table edited like a spreadsheet: arrows move, typing or Enter begins, Enter ends one row further down, Escape takes back; Control and
 * Enter adds a row, Alt and an arrow moves it, Control and Delete removes it. Tab leaves the grid. Below stands what is wrong, missing or said twice.
 */
export default function TableGrid({ table, place, disabled, take }: {
  table: DecisionTable;
  place: Place;
  disabled: boolean;
  take: (table: DecisionTable, typing?: boolean) => boolean;
}) {
  const { t } = useTranslation();
  const { text } = useText();
  const process = useEditor((state) => state.history.process);
  const schema = caseSchema(process);
  const columns = columnsOf(table);
  const faults = useMemo(() => tableFaults(table, schema), [table, schema]);
  const [at, setAt] = useState<CellPlace>({ row: 0, column: 0 });
  const [settings, setSettings] = useState<{ column: number } | { row: number }>();
  const grid = useRef<HTMLTableElement>(null);
  const wanted = useRef<CellPlace | undefined>(undefined);
  const active = { row: Math.min(at.row, Math.max(0, table.rules.length - 1)), column: Math.min(at.column, Math.max(0, columns.length - 1)) };
  useEffect(() => {
    if (!wanted.current) return;
    const { row, column } = wanted.current;
    wanted.current = undefined;
    grid.current?.querySelector<HTMLElement>(`[data-cell="${row} ${column}"]`)?.focus();
  });
  const go = (row: number, column: number) => {
    const to = { row: Math.max(0, Math.min(row, table.rules.length - 1)), column: Math.max(0, Math.min(column, columns.length - 1)) };
    wanted.current = to;
    setAt(to);
  };
  const { row, column } = active;
  const rowEdit = (next: DecisionTable, to: number) => {
    if (disabled || !take(next)) return;
    wanted.current = { row: to, column };
    setAt({ row: to, column });
  };
  const onKeyDown = (event: KeyboardEvent): boolean => {
    const { key, ctrlKey, metaKey, altKey } = event;
    const control = ctrlKey || metaKey;
    const moves: { [key: string]: () => void } = {
      ArrowUp: () => (altKey ? row > 0 && rowEdit(withRowMoved(table, row, row - 1), row - 1) : go(row - 1, column)),
      ArrowDown: () => (altKey ? row < table.rules.length - 1 && rowEdit(withRowMoved(table, row, row + 1), row + 1) : go(row + 1, column)),
      ArrowLeft: () => go(row, column - 1),
      ArrowRight: () => go(row, column + 1),
      Home: () => go(control ? 0 : row, 0),
      End: () => go(control ? table.rules.length - 1 : row, columns.length - 1),
      ...(control ? { Enter: () => rowEdit(withRow(table, row + 1), row + 1), Delete: () => rowEdit(withoutRow(table, row), Math.max(0, row - 1)) } : {}),
    };
    const move = moves[key];
    if (!move) return false;
    event.preventDefault();
    move();
    return true;
  };
  const addInput = () => take(withInput(table, dataKnownAt(process, place).find(({ type }) => type === 'integer' || type === 'boolean')?.path ?? 'today'));
  const here = faults.filter(({ field }) => field === cellField(table, active));
  const elsewhere = faults.filter(({ field }) => !here.some((fault) => fault.field === field));
  const labelOf = ({ row: ofRow, column: ofColumn }: CellPlace) => {
    const each = columns[ofColumn];
    return `${table.rules[ofRow]?.id ?? ''} · ${each ? text(each.asks ? each.input.label : each.output.label) : ''}`;
  };
  const set = settings && 'column' in settings ? columns[settings.column] : undefined;
  const setRow = settings && 'row' in settings ? table.rules[settings.row] : undefined;
  return (
    <div className="table-editor">
      <div className="inspector-row">
        <label>{t('table.policy')} <Select value={table.hitPolicy} disabled={disabled} style={{ minWidth: 160 }} options={policies.map((value) => ({ value, label: t(`hitPolicy.${value}`) }))} onChange={(hitPolicy) => void take({ ...table, hitPolicy })} /></label>
        <Button size="small" disabled={disabled} onClick={() => rowEdit(withRow(table, table.rules.length), table.rules.length)}>{t('table.addRow')}</Button>
        <Button size="small" disabled={disabled} onClick={addInput}>{t('table.addInput')}</Button>
        <Button size="small" disabled={disabled} onClick={() => void take(withOutput(table))}>{t('table.addOutput')}</Button>
      </div>
      <p className="note" id="table-keys">{t('table.keys')}</p>
      <div style={{ overflow: 'auto' }}>
        <table ref={grid} role="grid" className="rule-table table-grid" aria-label={t('table.grid')} aria-describedby="table-keys" aria-rowcount={table.rules.length + 1} aria-colcount={columns.length + 1}>
          <thead>
            <tr>
              <th scope="col">#</th>
              {columns.map((each, index) => (
                <th key={`${each.asks} ${each.index}`} scope="col" className={each.asks ? '' : 'is-result'}>
                  <Button type="text" size="small" aria-expanded={set === each} onClick={() => setSettings({ column: index })}>{text(each.asks ? each.input.label : each.output.label)}</Button>
                  <div className="mono soft">{each.asks ? each.input.expression : t(`table.type.${each.output.type}`)}</div>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rules.map((rule, ruleRow) => (
              <tr key={rule.id + ruleRow}>
                <th scope="row"><Button type="text" size="small" onClick={() => setSettings({ row: ruleRow })}>{rule.id}</Button></th>
                {columns.map((each, ruleColumn) => {
                  const own = { row: ruleRow, column: ruleColumn };
                  const field = cellField(table, own);
                  return (
                    <GridCell
                      key={`${each.asks} ${each.index}`}
                      place={own}
                      label={labelOf(own)}
                      value={cellText(table, own)}
                      answers={!each.asks}
                      active={row === ruleRow && column === ruleColumn}
                      disabled={disabled}
                      fault={faults.find((fault) => fault.field === field)?.message}
                      onActive={() => setAt(own)}
                      onKeyDown={onKeyDown}
                      onTyped={(typed, further) => {
                        const next = withCell(table, own, typed);
                        if (next !== table) take(next);
                        if (further !== 0) go(ruleRow + further, ruleColumn);
                      }}
                      onLeft={() => go(ruleRow, ruleColumn)}
                    />
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="inspector-row">
        <Button size="small" disabled={disabled || row === 0} onClick={() => rowEdit(withRowMoved(table, row, row - 1), row - 1)}>{t('table.rowUp')}</Button>
        <Button size="small" disabled={disabled || row >= table.rules.length - 1} onClick={() => rowEdit(withRowMoved(table, row, row + 1), row + 1)}>{t('table.rowDown')}</Button>
        <Button size="small" danger disabled={disabled || table.rules.length === 0} onClick={() => rowEdit(withoutRow(table, row), Math.max(0, row - 1))}>{t('table.removeRow')}</Button>
      </div>
      {(here.length > 0 || elsewhere.length > 0) && (
        <ul className="inspector-problems" aria-live="polite">
          {[...here, ...elsewhere].map((fault, index) => {
            const cell = cellOf(table, fault.field);
            return <li key={index} className="is-error">{text(fault.message)} {cell ? <Button type="link" size="small" onClick={() => go(cell.row, cell.column)}>{labelOf(cell)}</Button> : <span className="mono soft">{fault.field}</span>}</li>;
          })}
        </ul>
      )}
      {set && <ColumnSettings key={`${set.asks} ${set.index}`} table={table} column={set} place={place} disabled={disabled} take={take} onClose={() => setSettings(undefined)} onMoved={(to) => setSettings({ column: to })} />}
      {setRow && settings && 'row' in settings && <RowSettings key={settings.row} table={table} row={settings.row} disabled={disabled} take={take} onClose={() => setSettings(undefined)} />}
      <Findings table={table} schema={schema} disabled={disabled} take={take} onGo={(to) => go(to, 0)} />
    </div>
  );
}
