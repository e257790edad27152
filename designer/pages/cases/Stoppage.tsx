import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../../model/api.ts';
import { useText } from '../../language/useText.ts';
import { Help } from '../incidents/Help.tsx';

/** That the engine of a case stands still, what to do, and the acts for it. */
export function Stoppage({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const { text } = useText();
  const { stoppage } = view;
  if (!stoppage) return null;
  return (
    <section className="card" aria-labelledby="stoppage">
      <h2 id="stoppage">{t(`incidentKind.${stoppage.kind}`)}</h2>
      <Alert type="error" showIcon title={text(stoppage.message)} description={text(stoppage.toDo)} style={{ marginBottom: 12 }} />
      <Help of={{ case: view.case, may: stoppage.may }} name={view.case} />
    </section>
  );
}
