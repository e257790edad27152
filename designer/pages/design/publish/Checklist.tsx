import { Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Obstacles } from '../../../../model/api.ts';
import type { Place } from '../../../../model/problem.ts';
import type { PublishedVersion } from '../../../../model/process.ts';
import { useText } from '../../../language/useText.ts';
import { Glyph } from '../../../theme/Glyph.tsx';
import { ChangesSince } from '../compare/ChangesSince.tsx';

/** What is looked at before a process is published, each with what stands against it and the way there. */
export function Checklist({ obstacles: { problems, findings, scenarios }, scenarios: count, before, reasons, onReason, onSeek }: {
  obstacles: Obstacles;
  /** How many scenarios there are in all. */
  scenarios: number;
  before: PublishedVersion | undefined;
  reasons: { [finding: string]: string };
  onReason: (finding: string, reason: string) => void;
  onSeek: (where: Place) => void;
}) {
  const { t } = useTranslation();
  const { text } = useText();
  return (
    <ul className="plain-list checklist">
      <Point done={problems.length === 0} title={problems.length === 0 ? t('owner.publish.rulesKept') : t('owner.publish.rulesBroken', { count: problems.length })}>
        {problems.map((problem, index) => (
          <li key={index}><button type="button" className="link-button" onClick={() => onSeek(problem.where)}>{text(problem.message)}</button></li>
        ))}
      </Point>
      <Point done={findings.every(({ key, waivable }) => waivable && reasons[key]?.trim())} title={findings.length === 0 ? t('owner.publish.sound') : t('owner.publish.unsound', { count: findings.length })}>
        {findings.map(({ key, message, where, waivable }) => (
          <li key={key}>
            <button type="button" className="link-button" onClick={() => onSeek(where)}>{text(message)}</button>
            {waivable ? (
              <>
                <label htmlFor={`waive-${key}`} className="note">{t('owner.publish.waive')}</label>
                <Input id={`waive-${key}`} size="small" maxLength={2000} value={reasons[key] ?? ''} onChange={(event) => onReason(key, event.target.value)} />
              </>
            ) : <div className="note">{t('owner.publish.neverWaived')}</div>}
          </li>
        ))}
      </Point>
      <Point done={scenarios.length === 0} title={count === 0 ? t('owner.publish.noScenarios') : scenarios.length === 0 ? t('owner.publish.scenariosHold', { count }) : t('owner.publish.scenariosBroken', { count: scenarios.length })}>
        {scenarios.map(({ scenario, name, faults: [fault] }) => <li key={scenario}><strong>{text(name)}</strong> {text(fault?.message)}</li>)}
      </Point>
      <ChangesSince before={before} />
    </ul>
  );
}

/** One point of the checklist, with icon and words. */
export function Point({ done, title, children }: { done: boolean; title: ReactNode; children?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <li>
      <span style={{ color: done ? 'var(--good)' : 'var(--danger)' }}>
        <Glyph name={done ? 'check' : 'cross'} size={14} />
        <span className="read-aloud">{t(done ? 'owner.publish.fine' : 'owner.publish.against')}</span>
      </span>
      <div>
        <div>{title}</div>
        <ul>{children}</ul>
      </div>
    </li>
  );
}
