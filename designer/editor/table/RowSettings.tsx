import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DecisionTable, TableRule } from '../../../model/decisionTable.ts';
import { TextInput } from '../inspector/TextInput.tsx';
import { TypedInput } from '../inspector/TypedInput.tsx';

/** What a row is called, and where it comes from. */
export function RowSettings({ table, row, disabled, take, onClose }: { table: DecisionTable; row: number; disabled: boolean; take: (table: DecisionTable, typing?: boolean) => boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const rule = table.rules[row];
  if (!rule) return null;
  const put = (next: TableRule, typing = false) => take({ ...table, rules: table.rules.map((old, index) => (index === row ? next : old)) }, typing);
  const withoutNote = (): TableRule => {
    const rest = { ...rule };
    delete rest.note;
    return rest;
  };
  return (
    <section className="card table-settings" aria-label={t('table.row', { name: rule.id })}>
      <h3>{t('table.row', { name: rule.id })}</h3>
      <label>{t('table.identifier')} <TypedInput whole mono value={rule.id} disabled={disabled} take={(id) => table.rules.every((other) => other.id !== id) && put({ ...rule, id })} /></label>
      <div>{t('table.note')}</div>
      <TextInput label={t('table.note')} optional value={rule.note} disabled={disabled} take={(note) => put(note ? { ...rule, note } : withoutNote(), true)} />
      <div><Button size="small" onClick={onClose}>{t('close')}</Button></div>
    </section>
  );
}
