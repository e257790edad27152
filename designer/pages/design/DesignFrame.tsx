import { Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EditorCanvas } from '../../editor/canvas/EditorCanvas.tsx';
import { createCanvasParts } from '../../editor/canvas/gestures.ts';
import { CanvasContext } from '../../editor/canvas/useCanvasParts.ts';
import { useAnnouncements } from '../../editor/commands/useAnnouncements.ts';
import { Palette } from '../../editor/palette/Palette.tsx';
import { ProblemsStrip } from '../../editor/problems/ProblemsStrip.tsx';
import { useProblems } from '../../editor/problems/useProblems.ts';
import { Toolbar } from '../../editor/toolbar/Toolbar.tsx';
import { useEditor } from '../../editor/useEditor.ts';
import { useText } from '../../language/useText.ts';
import { Bones } from '../../shell/Bones.tsx';
import { ErrorBoundary } from '../../shell/ErrorBoundary.tsx';
import { SideTabs } from '../../shell/SideTabs.tsx';
import './design.css';
import { panels, statuses } from './panels.tsx';

/** The frame of the designer: tools on top, what can be added at the left, the canvas with what is wrong under it, and the panels at the right. */
export function DesignFrame() {
  const [parts] = useState(createCanvasParts);
  useProblems();
  useAnnouncements();
  return (
    <CanvasContext value={parts}>
      <div className="design">
        <Toolbar>{statuses.map(({ key, Status }) => <Status key={key} />)}</Toolbar>
        <Palette />
        <EditorCanvas />
        <ProblemsStrip />
        <Panels />
      </div>
    </CanvasContext>
  );
}

function Panels() {
  const { t } = useTranslation();
  const { text } = useText();
  const [panel, setPanel] = useState(panels[0]?.key ?? '');
  const sought = useEditor((state) => state.sought);
  // Whoever is taken to a field is shown the panel that has fields.
  useEffect(() => {
    if (sought?.place.field !== undefined && panels.some(({ key }) => key === 'inspector')) setPanel('inspector');
  }, [sought]);
  const Panel = panels.find(({ key }) => key === panel)?.Panel;
  return (
    <aside className="design-side" aria-label={t('design.panels')}>
      <SideTabs label={t('design.panels')} tabs={panels.map(({ key, title }) => ({ key, title: text(title) }))} active={panel} onActive={setPanel}>
        {/* Each panel begins anew, also after one that broke. */}
        <ErrorBoundary key={panel}><Suspense fallback={<Bones />}>{Panel && <Panel />}</Suspense></ErrorBoundary>
      </SideTabs>
    </aside>
  );
}
