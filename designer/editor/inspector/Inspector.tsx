import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../language/useText.ts';
import { useEditor, useEditorStore } from '../useEditor.ts';
import { FlowInspector } from './FlowInspector.tsx';
import { focusPlace } from './focusPlace.ts';
import './inspector.css';
import { ProcessInspector } from './ProcessInspector.tsx';
import { StepInspector } from './StepInspector.tsx';
import { Button } from 'antd';

/** What is selected, to be looked at and changed: a step, a flow, or the process where nothing is; of several, which they are. */
export default function Inspector() {
  const { t } = useTranslation();
  const { text } = useText();
  const store = useEditorStore();
  const process = useEditor((state) => state.history.process);
  const selection = useEditor((state) => state.selection);
  const sought = useEditor((state) => state.sought);
  const refusal = useEditor((state) => state.refusal);
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (sought && panel.current) focusPlace(panel.current, sought.place.field);
  }, [sought]);
  const [only, ...others] = selection;
  const step = process.steps.find(({ id }) => id === only);
  const flow = process.flows.find(({ id }) => id === only);
  return (
    <div ref={panel} className="inspector">
      {refusal && <p role="alert" className="inspector-refusal">{text(refusal)}</p>}
      {others.length > 0 ? (
        <>
          <p>{t('inspector.several', { count: selection.length })}</p>
          <ul className="inspector-list">
            {selection.map((id) => {
              const name = process.steps.find((candidate) => candidate.id === id)?.name;
              return <li key={id}><Button type="link" size="small" onClick={() => store.getState().select([id])}>{text(name) || id}</Button></li>;
            })}
          </ul>
        </>
      ) : step ? <StepInspector key={step.id} process={process} step={step} /> : flow ? <FlowInspector key={flow.id} process={process} flow={flow} /> : <ProcessInspector process={process} />}
    </div>
  );
}
