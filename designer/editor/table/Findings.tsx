import { Button } from 'antd';
import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DecisionTable } from '../../../model/decisionTable.ts';
import type { JsonSchema } from '../../../model/form/jsonSchema.ts';
import { tableFindings } from '../../../model/table/tableFindings.ts';
import { useText } from '../../language/useText.ts';
import { withRow } from './tableEdits.ts';

/** What a table leaves out, says twice or says in vain, in sentences with an example; a gap can be closed by a row made of it. */
export function Findings({ table, schema, disabled, take, onGo }: { table: DecisionTable; schema: JsonSchema; disabled: boolean; take: (table: DecisionTable) => boolean; onGo: (row: number) => void }) {
  const { t } = useTranslation();
  const { text } = useText();
  const shown = useDeferredValue(table);
  const found = useMemo(() => tableFindings(shown, schema), [shown, schema]);
  const rowOf = (id: string) => table.rules.findIndex((rule) => rule.id === id);
  const goTo = (id: string) => <Button key={id} type="link" size="small" onClick={() => onGo(rowOf(id))}>{t('table.goToRow', { row: id })}</Button>;
  // Before a row that takes all the rest; otherwise at the end.
  const place = () => {
    const last = table.rules.at(-1);
    return last?.when.every((cell) => cell === '-') ? table.rules.length - 1 : table.rules.length;
  };
  const close = (when: string[]) => {
    const at = place();
    if (take(withRow(table, at, when))) onGo(at);
  };
  return (
    <section aria-live="polite" aria-label={t('table.findings')}>
      <h3>{t('table.findings')}</h3>
      {found.gaps.length + found.overlaps.length + found.idle.length === 0 && <p className="note">{found.notes.length === 0 ? t('table.complete') : t('table.nothingFound')}</p>}
      <ul className="inspector-sentences">
        {found.gaps.map(({ message, when }, index) => <li key={`gap ${index}`}>{text(message)} <Button size="small" disabled={disabled} onClick={() => close(when)}>{t('table.closeGap')}</Button></li>)}
        {found.overlaps.map(({ message, rows }, index) => <li key={`overlap ${index}`}>{text(message)} {rows.map(goTo)}</li>)}
        {found.idle.map(({ message, row }) => <li key={`idle ${row}`}>{text(message)} {goTo(row)}</li>)}
        {found.notes.map((note, index) => <li key={`note ${index}`} className="soft">{text(note)}</li>)}
      </ul>
    </section>
  );
}
