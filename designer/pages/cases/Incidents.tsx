import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../../model/api.ts';
import { useText } from '../../language/useText.ts';
import { Help } from '../incidents/Help.tsx';

/** Why the case cannot go on by itself, who proposed what, and the ways to help it on. */
export function Incidents({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const { text } = useText();
  if (view.incidentList.length === 0) return null;
  return (
    <section className="card" aria-labelledby="incidents">
      <h2 id="incidents">{t('incident.title')}</h2>
      <div className="stack">
        {view.incidentList.map((incident) => (
          <Alert
            key={`${incident.code}/${incident.step}`}
            type="error"
            showIcon
            title={text(incident.message)}
            description={<Help of={{ case: view.case, incident: incident.id, may: incident.may, ...(incident.proposal ? { proposal: incident.proposal } : {}) }} name={incident.id} />}
          />
        ))}
      </div>
    </section>
  );
}
