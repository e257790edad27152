import { Button, Drawer } from 'antd';
import { lazy, Suspense, useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { caseSchema } from '../../../../model/caseSchema.ts';
import { decisionTableSchema } from '../../../../model/decisionTable.ts';
import { tableFindings } from '../../../../model/table/tableFindings.ts';
import { useText } from '../../../language/useText.ts';
import { Bones } from '../../../shell/Bones.tsx';
import type { WidgetProps } from './widget.ts';

const TableGrid = lazy(() => import('../../table/TableGrid.tsx'));

/** A decision table in short, and the grid in which it is edited. */
export function TableWidget({ label, value, process, step, place, disabled, describedBy, take }: WidgetProps) {
  const { t } = useTranslation();
  const { text } = useText();
  const [open, setOpen] = useState(false);
  const table = useMemo(() => decisionTableSchema.safeParse(value).data, [value]);
  const settled = useDeferredValue(process);
  const found = useMemo(() => table && tableFindings(table, caseSchema(settled)), [table, settled]);
  if (!table || !found) return null;
  return (
    <div className="inspector-lines">
      <div className="note">
        {t('table.size', { rows: table.rules.length, inputs: table.inputs.length, outputs: table.outputs.length })} {t(`hitPolicy.${table.hitPolicy}`)}
        {found.gaps.length + found.overlaps.length + found.idle.length > 0 && ` ${t('table.found', { gaps: found.gaps.length, overlaps: found.overlaps.length, idle: found.idle.length })}`}
      </div>
      <div><Button size="small" aria-describedby={describedBy} onClick={() => setOpen(true)}>{t('table.open')}</Button></div>
      <Drawer open={open} onClose={() => setOpen(false)} size="90vw" destroyOnHidden title={`${text(step.name)} · ${label}`} closable={{ 'aria-label': t('close') }}>
        <Suspense fallback={<Bones rows={6} />}><TableGrid table={table} place={place} disabled={disabled} take={take} /></Suspense>
      </Drawer>
    </div>
  );
}
