import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../model/api.ts';
import { creditCodeFault } from '../../../model/identifiers/creditCode.ts';
import type { JsonObject } from '../../../model/text.ts';
import { useText } from '../../language/useText.ts';
import { hasRole } from '../../session/useSession.ts';

/** For whom it is declared: an applicant's own organisation, or the one a clerk enters. */
export function ApplicantFields({ account, applicant, tried, onChange }: { account: Account; applicant: JsonObject; tried: boolean; onChange: (applicant: JsonObject) => void }) {
  const { t } = useTranslation();
  const { text } = useText();
  const clerk = hasRole(account, 'intakeClerk');
  const fieldOf = (name: string) => {
    const value = applicant[name];
    return typeof value === 'string' ? value : '';
  };
  const code = fieldOf('creditCode');
  const codeFault = code || tried ? creditCodeFault(code) : undefined;
  const row = (name: 'name' | 'creditCode' | 'overrideReason', label: string, fault: string | undefined, fixed = false, note?: string) => (
    <div style={{ marginBottom: 16 }}>
      <label htmlFor={`applicant-${name}`}>{label}</label>
      <Input id={`applicant-${name}`} value={fieldOf(name)} readOnly={fixed} status={fault ? 'error' : ''} aria-describedby={`applicant-${name}-fault`} onChange={(event) => onChange({ ...applicant, [name]: event.target.value })} />
      <div id={`applicant-${name}-fault`} className="note" style={fault ? { color: 'var(--danger)' } : {}}>{fault ?? note}</div>
    </div>
  );
  return (
    <div style={{ maxWidth: 480 }}>
      {row('creditCode', t('case.creditCode'), codeFault && text(codeFault), !clerk, clerk ? undefined : t('declare.ownCode'))}
      {row('name', t('declare.name'), tried && !fieldOf('name').trim() ? t('declare.nameMissing') : undefined)}
      {clerk && codeFault && code && row('overrideReason', t('declare.override'), undefined, false, t('declare.overrideHint'))}
    </div>
  );
}
