import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DecisionTable } from '../../../model/decisionTable.ts';
import type { Process } from '../../../model/process.ts';
import { fieldLabels } from '../../../model/steps/fieldLabels.ts';
import { kindOf, type Step } from '../../../model/steps/index.ts';
import { useText } from '../../language/useText.ts';
import { StageBadge } from '../../shell/badges.tsx';
import { Glyph, isGlyph } from '../../theme/Glyph.tsx';
import { RuleTable } from './RuleTable.tsx';

const shownAbove = new Set(['kind', 'name', 'stage', 'position', 'required', 'outcomes', 'table', 'size']);

function hasTable(step: Step): step is Step & { table: DecisionTable } {
  return 'table' in step;
}

/** What a step says of itself: who, how long, which outcomes, when required, and where its ways lead. */
export function StepDetails({ process, step, onClose }: { process: Process; step: Step; onClose: () => void }) {
  const { t } = useTranslation();
  const { text, list } = useText();
  const kind = kindOf(step);
  const values = new Map<string, unknown>(Object.entries(step));
  const names = new Map([...process.steps, ...process.roles, ...process.forms].map((item) => [item.id, item.name]));
  const words = (value: unknown): ReactNode => {
    if (value === true) return t('yes');
    if (value === false) return t('no');
    if (typeof value === 'string') return text(names.get(value)) || value;
    if (typeof value === 'number') return String(value);
    return <span className="mono">{JSON.stringify(value)}</span>;
  };
  const outgoing = process.flows.filter((flow) => flow.from === step.id);
  const summary = text(kind.look.summary(step));
  return (
    <section aria-live="polite" style={{ marginBottom: 16 }}>
      <div style={{ display: 'flex', gap: 8, alignItems: 'start' }}>
        <h2 style={{ flex: 1 }}>
          <Glyph name={isGlyph(kind.look.icon) ? kind.look.icon : 'circle'} /> {text(step.name)}
        </h2>
        <Button size="small" type="text" aria-label={t('close')} onClick={onClose}>✕</Button>
      </div>
      <p style={{ margin: '0 0 8px' }}>
        <StageBadge stage={step.stage} /> <span className="soft">{text(kind.title)}{summary && ` · ${summary}`}</span>
      </p>
      {step.required && (
        <div className="card" style={{ padding: 8, marginBottom: 8 }}>
          <strong>{t('step.requiredWhen')}</strong>
          <div className="mono">{step.required.when}</div>
          <div className="note">{t('step.otherwise', { rule: step.required.rule, reason: text(step.required.reason) })}</div>
        </div>
      )}
      <dl className="facts">
        {[...fieldLabels(step)].flatMap(([name, label]) => {
          const value = values.get(name);
          return value === undefined || shownAbove.has(name) ? [] : [<dt key={`${name} name`}>{text(label)}</dt>, <dd key={name}>{name === 'id' ? <span className="mono">{step.id}</span> : words(value)}</dd>];
        })}
      </dl>
      {'outcomes' in step && (
        <>
          <h3 style={{ marginTop: 12 }}>{t('step.outcomes')}</h3>
          <ul style={{ margin: 0 }}>
            {step.outcomes.map((outcome) => (
              <li key={outcome.id}>
                {text(outcome.name)}
                <span className="note"> {list([outcome.needsForm ? t('step.needsForm') : '', outcome.needsReason ? t('step.needsReason') : ''].filter(Boolean))}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {hasTable(step) && <RuleTable table={step.table} />}
      {outgoing.length > 0 && (
        <>
          <h3 style={{ marginTop: 12 }}>{t('step.ways')}</h3>
          <ul style={{ margin: 0 }}>
            {outgoing.map((flow) => (
              <li key={flow.id}>
                → {text(names.get(flow.to))}
                {flow.name && `：${text(flow.name)}`}
                {flow.isDefault && <span className="note"> {t('step.default')}</span>}
                {flow.condition && <div className="mono soft">{flow.condition}</div>}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
