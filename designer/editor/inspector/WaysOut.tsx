import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { indexOf } from '../../../model/processIndex.ts';
import type { Process } from '../../../model/process.ts';
import { kindOf, type Step } from '../../../model/steps/index.ts';
import { useText } from '../../language/useText.ts';
import { useEditorStore } from '../useEditor.ts';
import { moved } from '../moved.ts';

/** Where the ways out of a step lead. Where a step chooses, the first condition that holds decides, so their order can be changed. */
export function WaysOut({ process, step, disabled }: { process: Process; step: Step; disabled: boolean }) {
  const { t } = useTranslation();
  const { text } = useText();
  const store = useEditorStore();
  const index = indexOf(process);
  const flows = index.outgoing.get(step.id) ?? [];
  if (flows.length === 0) return null;
  const ordered = kindOf(step).split === 'exclusive' && flows.length > 1;
  const reorder = (from: number, to: number) => {
    const own = moved(flows, from, to);
    let next = 0;
    const all = process.flows.map((flow) => (flow.from === step.id ? (own[next++] ?? flow) : flow));
    store.getState().perform({ edit: 'replaceProcess', to: { ...process, flows: all }, why: { zh: `调整“${step.name.zh}”各去向的次序`, en: `Reorder the ways out of “${step.name.en}”` } });
  };
  return (
    <div className="inspector-field" role="group" aria-label={t('step.ways')}>
      <h3>{t('step.ways')}</h3>
      {ordered && <p className="note">{t('inspector.firstDecides')}</p>}
      <ol className="inspector-list">
        {flows.map((flow, place) => (
          <li key={flow.id}>
            <Button type="link" size="small" onClick={() => store.getState().seek({ flow: flow.id })}>→ {text(index.steps.get(flow.to)?.name) || flow.to}{flow.name ? `：${text(flow.name)}` : ''}</Button>
            {flow.isDefault && <span className="note">{t('step.default')}</span>}
            {flow.condition && <div className="mono soft">{flow.condition}</div>}
            {ordered && (
              <div className="inspector-row">
                <Button size="small" disabled={disabled || place === 0} aria-label={t('inspector.moveUp', { name: text(index.steps.get(flow.to)?.name) })} onClick={() => reorder(place, place - 1)}>↑</Button>
                <Button size="small" disabled={disabled || place === flows.length - 1} aria-label={t('inspector.moveDown', { name: text(index.steps.get(flow.to)?.name) })} onClick={() => reorder(place, place + 1)}>↓</Button>
              </div>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
