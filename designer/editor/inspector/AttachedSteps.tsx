import { Button, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Process } from '../../../model/process.ts';
import { kindOf, stepSchema, type Step } from '../../../model/steps/index.ts';
import { useText } from '../../language/useText.ts';
import { Glyph, isGlyph } from '../../theme/Glyph.tsx';
import { useEditorStore } from '../useEditor.ts';
import { attachedTo, canBeLate, hasClock, latenessEdits } from './reminders.ts';
import { useContinuedEdit } from './useContinuedEdit.ts';
import { PeriodWidget } from './widgets/PeriodWidget.tsx';

/** Reminders, escalations and whatever else sits on a step's border, seen and changed from the step itself. */
export function AttachedSteps({ process, host, disabled }: { process: Process; host: Step; disabled: boolean }) {
  const { t } = useTranslation();
  const { text } = useText();
  const store = useEditorStore();
  const { change } = useContinuedEdit();
  const [days, setDays] = useState(3);
  const [what, setWhat] = useState<'remind' | 'escalate'>('remind');
  if (!canBeLate(host)) return null;
  const attached = attachedTo(process, host.id);
  const add = () => latenessEdits(process, host, days, what).every((edit, index) => store.getState().perform(edit, index > 0));
  const takeWait = (step: Step, wait: unknown, typing: boolean | undefined): boolean => {
    const read = stepSchema.safeParse({ ...step, wait });
    return read.success && change(`${step.id}.wait`, { edit: 'changeStep', step: step.id, to: read.data }, typing);
  };
  return (
    <div className="inspector-field" role="group" aria-label={t('inspector.attached')}>
      <h3>{t('inspector.attached')}</h3>
      <ul className="inspector-list">
        {attached.map((step) => {
          const { look, title } = kindOf(step);
          return (
            <li key={step.id}>
              <div><Glyph name={isGlyph(look.icon) ? look.icon : 'circle'} /> {text(step.name)} <span className="note">{text(title)} · {text(look.summary(step))}{'interrupting' in step && ` · ${step.interrupting ? t('inspector.interrupts') : t('inspector.goesOn')}`}</span></div>
              {hasClock(step) && 'wait' in step && <PeriodWidget id={`inspect-attached-${step.id}`} label={text(step.name)} value={step.wait} optional={false} process={process} step={step} place={{ step: step.id, field: 'wait' }} disabled={disabled} describedBy={undefined} take={(wait, typing) => takeWait(step, wait, typing)} />}
              <div className="inspector-row">
                <Button size="small" onClick={() => store.getState().seek({ step: step.id })}>{t('inspector.goThere')}</Button>
                <Button size="small" danger disabled={disabled} aria-label={t('inspector.remove', { name: text(step.name) })} onClick={() => void store.getState().perform({ edit: 'removeElements', steps: [step.id], flows: [] })}>{t('form.remove')}</Button>
              </div>
            </li>
          );
        })}
      </ul>
      <div className="inspector-row">
        <Select
          aria-label={t('inspector.lateness.label')}
          value={what}
          disabled={disabled}
          options={(['remind', 'escalate'] as const).map((value) => ({ value, label: t(`inspector.lateness.${value}`) }))}
          onChange={setWhat}
        />
        <InputNumber aria-label={t('inspector.lateness.after')} min={1} max={500} precision={0} suffix={t('inspector.workingDays')} value={days} disabled={disabled} onChange={(next) => setDays(next ?? 3)} />
        <Button size="small" disabled={disabled} onClick={add}>{t('inspector.add')}</Button>
      </div>
    </div>
  );
}
