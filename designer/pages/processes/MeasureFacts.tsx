import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Measure } from '../../../model/measure.ts';
import { useText } from '../../language/useText.ts';
import { OriginBadge } from '../../shell/badges.tsx';

/** What a measure grants and asks, each figure with where it comes from. */
export function MeasureFacts({ measure }: { measure: Measure }) {
  const { t } = useTranslation();
  const { text } = useText();
  return (
    <div className="stack">
      <p style={{ margin: 0 }}>{text(measure.summary)}</p>
      <p className="note" style={{ margin: 0 }}>{t('process.honesty')}</p>
      <div className="scrolls stack" tabIndex={0} role="group" aria-label={t('process.measure')}>
        <Table
          size="small"
          pagination={false}
          rowKey="id"
          dataSource={measure.figures}
          caption={t('process.figures')}
          columns={[
            { title: t('process.figure'), dataIndex: 'name', render: (_value, figure) => text(figure.name) },
            { title: t('process.value'), dataIndex: 'value', render: (_value, figure) => <span className="figures">{text(figure.value)}</span> },
            { title: t('process.origin'), dataIndex: 'origin', render: (_value, figure) => <OriginBadge origin={figure.origin} /> },
            { title: t('process.sources'), dataIndex: 'sources', render: (_value, figure) => figure.sources.join(', ') },
          ]}
        />
        <Table
          size="small"
          pagination={false}
          rowKey="id"
          dataSource={measure.documents}
          caption={t('process.documents')}
          columns={[
            { title: t('process.document'), dataIndex: 'name', render: (_value, document) => text(document.name) },
            { title: t('process.needed'), dataIndex: 'required', render: (_value, document) => (document.required ? t('process.required') : t('process.optional')) },
            { title: t('process.origin'), dataIndex: 'origin', render: (_value, document) => <OriginBadge origin={document.origin} /> },
          ]}
        />
      </div>
    </div>
  );
}
