import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Process } from '../../../model/process.ts';
import { useText } from '../../language/useText.ts';
import { MeasureFacts } from '../../pages/processes/MeasureFacts.tsx';
import { FormList } from '../forms/FormList.tsx';
import { useEditor } from '../useEditor.ts';
import { ProblemList } from './ProblemList.tsx';
import { problemsElsewhere, problemsOf } from './problemsAt.ts';
import { RoleList } from './RoleList.tsx';
import { SeparationGrid } from './SeparationGrid.tsx';
import { TextInput } from './TextInput.tsx';
import { useContinuedEdit } from './useContinuedEdit.ts';
import { Choice } from './widgets/Choice.tsx';

type Settings = Partial<Pick<Process, 'name' | 'roles' | 'separation' | 'firstDayCounts' | 'awardedBy' | 'declarationForm' | 'stages'>>;

const shown = ['name', 'declarationForm', 'awardedBy', 'firstDayCounts', 'stages', 'roles', 'forms', 'separation'] as const;

/** What belongs to the process as a whole: its name, roles, forms, which duties stay apart, how days count. */
export function ProcessInspector({ process }: { process: Process }) {
  const { t } = useTranslation();
  const { text } = useText();
  const disabled = useEditor((state) => state.readOnly);
  const problems = useEditor((state) => state.problems);
  const { change, pause } = useContinuedEdit();
  const take = (to: Settings, typing = false): boolean => change(Object.keys(to).join(), { edit: 'changeProcess', to }, typing);
  const below = (field: (typeof shown)[number]) => <ProblemList id={`process-${field}-problems`} problems={problemsOf(problems, { field })} />;
  const part = (field: (typeof shown)[number], children: ReactNode) => (
    <details className="inspector-part" open={problemsOf(problems, { field }).length > 0 || undefined} data-field={field}>
      <summary>{t(`inspector.${field}`)}</summary>
      {children}
      {below(field)}
    </details>
  );
  return (
    <section aria-label={t('inspector.process')} onBlur={pause}>
      <ProblemList problems={problemsElsewhere(problems, {}, shown)} />
      <div className="inspector-field" data-field="name">
        <div className="inspector-label">{t('inspector.name')}</div>
        <TextInput label={t('inspector.name')} value={process.name} disabled={disabled} take={(name) => name !== undefined && take({ name }, true)} />
        {below('name')}
      </div>
      <div className="inspector-field" data-field="declarationForm">
        <label className="inspector-label" htmlFor="process-declarationForm">{t('inspector.declarationForm')}</label>
        <Choice id="process-declarationForm" label={t('inspector.declarationForm')} value={process.declarationForm} optional={false} disabled={disabled} describedBy="process-declarationForm-problems" options={process.forms.map(({ id, name }) => ({ value: id, label: name }))} take={(form) => typeof form === 'string' && take({ declarationForm: form })} />
        {below('declarationForm')}
      </div>
      <div className="inspector-field" data-field="awardedBy">
        <label className="inspector-label" htmlFor="process-awardedBy">{t('inspector.awardedBy')}</label>
        <Choice id="process-awardedBy" label={t('inspector.awardedBy')} value={process.awardedBy} optional disabled={disabled} describedBy="process-awardedBy-problems" options={process.steps.map(({ id, name }) => ({ value: id, label: name }))} take={(step) => change('awardedBy', { edit: 'changeProcess', to: { awardedBy: typeof step === 'string' ? step : undefined } as Settings })} />
        {below('awardedBy')}
      </div>
      <div className="inspector-field" data-field="firstDayCounts">
        <Checkbox checked={process.firstDayCounts} disabled={disabled} onChange={(event) => void take({ firstDayCounts: event.target.checked })}>{t('inspector.firstDayCounts')}</Checkbox>
        {below('firstDayCounts')}
      </div>
      {part('roles', <RoleList process={process} disabled={disabled} take={(roles, typing) => take({ roles }, typing)} />)}
      {part('forms', <FormList process={process} disabled={disabled} />)}
      {part('separation', <SeparationGrid process={process} disabled={disabled} take={(separation) => void take({ separation })} />)}
      {part('stages', (
        <ul className="inspector-list">
          {process.stages.map((stage, index) => (
            <li key={stage.id} data-field={`stages.${index}`}><TextInput label={t(`stage.${stage.id}`)} value={stage.name} disabled={disabled} take={(name) => name !== undefined && take({ stages: process.stages.map((old, at) => (at === index ? { ...old, name } : old)) }, true)} /></li>
          ))}
        </ul>
      ))}
      <details className="inspector-part">
        <summary>{t('process.measure')} · {text(process.measure.aspectName)}</summary>
        <p className="note">{t('inspector.measureFixed')}</p>
        <MeasureFacts measure={process.measure} />
      </details>
    </section>
  );
}
