import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { indexOf } from '../../../model/processIndex.ts';
import type { Flow, Process } from '../../../model/process.ts';
import { kindOf } from '../../../model/steps/index.ts';
import { useText } from '../../language/useText.ts';
import { PlaceFeel } from '../feel/PlaceFeel.tsx';
import { useEditor } from '../useEditor.ts';
import { ProblemList } from './ProblemList.tsx';
import { problemsElsewhere, problemsOf } from './problemsAt.ts';
import { TextInput } from './TextInput.tsx';
import { useContinuedEdit } from './useContinuedEdit.ts';
import { Choice } from './widgets/Choice.tsx';

const shown = ['name', 'condition', 'isDefault', 'from', 'to'];

/** What a flow says of itself: name, condition, whether it is the default, and between which steps it runs. */
export function FlowInspector({ process, flow }: { process: Process; flow: Flow }) {
  const { t } = useTranslation();
  const { text } = useText();
  const readOnly = useEditor((state) => state.readOnly);
  const problems = useEditor((state) => state.problems);
  const { change, pause } = useContinuedEdit();
  const index = indexOf(process);
  const from = index.steps.get(flow.from);
  const siblings = index.outgoing.get(flow.from)?.length ?? 0;
  const chooses = from !== undefined && kindOf(from).split !== 'all' && siblings > 1;
  const take = (field: string, to: Flow, typing = false): boolean => change(`${flow.id}.${field}`, { edit: 'changeFlow', flow: flow.id, to }, typing);
  const without = (field: 'name' | 'condition' | 'isDefault'): Flow => {
    const rest = { ...flow };
    delete rest[field];
    return rest;
  };
  const below = (field: string) => <ProblemList id={`flow-${field}-problems`} problems={problemsOf(problems, { flow: flow.id, field })} />;
  const end = (field: 'from' | 'to') => (
    <div className="inspector-field" data-field={field}>
      <label className="inspector-label" htmlFor={`flow-${field}`}>{t(`inspector.${field}`)}</label>
      <Choice id={`flow-${field}`} label={t(`inspector.${field}`)} value={flow[field]} optional={false} disabled={readOnly} describedBy={`flow-${field}-problems`} options={process.steps.map(({ id, name }) => ({ value: id, label: name }))} take={(step) => typeof step === 'string' && take(field, { ...flow, [field]: step })} />
      {below(field)}
    </div>
  );
  return (
    <section aria-label={t('inspector.flow')} onBlur={pause}>
      <p className="inspector-kind">{text(from?.name)} → {text(index.steps.get(flow.to)?.name)} <span className="mono soft">{flow.id}</span></p>
      <ProblemList problems={problemsElsewhere(problems, { flow: flow.id }, shown)} />
      <div className="inspector-field" data-field="name">
        <div className="inspector-label">{t('inspector.name')}</div>
        <TextInput label={t('inspector.name')} value={flow.name} optional disabled={readOnly} take={(name) => take('name', name ? { ...flow, name } : without('name'), true)} />
        {below('name')}
      </div>
      {(chooses || flow.condition !== undefined) && (
        <div className="inspector-field" data-field="condition">
          <label className="inspector-label" htmlFor="flow-condition">{t('inspector.condition')}</label>
          <PlaceFeel id="flow-condition" label={t('inspector.condition')} value={flow.condition ?? ''} place={{ flow: flow.id, field: 'condition' }} expected="boolean" disabled={readOnly} describedBy={problemsOf(problems, { flow: flow.id, field: 'condition' }).length > 0 ? 'flow-condition-problems' : undefined} take={(condition, typing) => take('condition', condition.trim() === '' ? without('condition') : { ...flow, condition }, typing)} />
          {below('condition')}
        </div>
      )}
      {(chooses || flow.isDefault) && (
        <div className="inspector-field" data-field="isDefault">
          <Checkbox checked={flow.isDefault ?? false} disabled={readOnly} onChange={(event) => void take('isDefault', event.target.checked ? { ...without('condition'), isDefault: true } : without('isDefault'))}>{t('inspector.isDefault')}</Checkbox>
          {below('isDefault')}
        </div>
      )}
      {!chooses && <p className="note">{t('inspector.noChoice')}</p>}
      {end('from')}
      {end('to')}
    </section>
  );
}
