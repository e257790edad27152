import { useEffect, useState } from 'react';
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
import './design.css';
import { PanelTabs } from './PanelTabs.tsx';
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
  const [panel, setPanel] = useState(panels[0]?.key ?? '');
  const sought = useEditor((state) => state.sought);
  // Whoever is taken to a field is shown the panel that has fields.
  useEffect(() => {
    if (sought?.place.field !== undefined && panels.some(({ key }) => key === 'inspector')) setPanel('inspector');
  }, [sought]);
  return (
    <aside className="design-side" aria-label={t('design.panels')}>
      <PanelTabs open={panel} onOpen={setPanel} label={t('design.panels')} />
    </aside>
  );
}
