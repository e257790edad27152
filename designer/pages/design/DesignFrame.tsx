import { Tabs } from 'antd';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EditorCanvas } from '../../editor/canvas/EditorCanvas.tsx';
import { Toolbar } from '../../editor/toolbar/Toolbar.tsx';
import { useText } from '../../language/useText.ts';
import { Bones } from '../../shell/Bones.tsx';
import { ErrorBoundary } from '../../shell/ErrorBoundary.tsx';
import './design.css';
import { panels, statuses } from './panels.tsx';

/** The frame of the designer: tools on top, what can be added at the left, the canvas, and the panels at the right. */
export function DesignFrame() {
  const { t } = useTranslation();
  const { text } = useText();
  const [panel, setPanel] = useState(panels[0]?.key ?? '');
  return (
    <div className="design">
      <Toolbar>{statuses.map(({ key, Status }) => <Status key={key} />)}</Toolbar>
      <EditorCanvas />
      <aside className="design-side" aria-label={t('design.panels')}>
        <Tabs
          size="small"
          activeKey={panel}
          onChange={setPanel}
          destroyOnHidden
          items={panels.map(({ key, title, Panel }) => ({
            key,
            label: text(title),
            children: <ErrorBoundary><Suspense fallback={<Bones />}><Panel /></Suspense></ErrorBoundary>,
          }))}
        />
      </aside>
    </div>
  );
}
