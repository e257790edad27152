import { lazy, type ComponentType } from 'react';
import type { Text } from '../../../model/text.ts';
import DraftStatus from '../../editor/draft/DraftStatus.tsx';
import Present from '../../editor/draft/Present.tsx';

/** One tab beside the canvas. It takes nothing: whatever it needs it asks of the open draft (`useEditor`). */
export interface PanelEntry {
  key: string;
  title: Text;
  Panel: ComponentType;
}

/** The tabs beside the canvas, in order; a new panel is one line here, loaded when it is opened: `lazy(() => import('…'))` of a default export. */
export const panels: readonly PanelEntry[] = [
  { key: 'inspector', title: { zh: '属性', en: 'Properties' }, Panel: lazy(() => import('../../editor/inspector/Inspector.tsx')) },
  { key: 'outline', title: { zh: '清单', en: 'Outline' }, Panel: lazy(() => import('../../editor/outline/OutlinePanel.tsx')) },
  { key: 'proof', title: { zh: '证明', en: 'Proof' }, Panel: lazy(() => import('../../editor/problems/ProofPanel.tsx')) },
  { key: 'rehearsal', title: { zh: '演练', en: 'Rehearsal' }, Panel: lazy(() => import('./rehearsal/RehearsalPanel.tsx')) },
  { key: 'compare', title: { zh: '比较', en: 'Compare' }, Panel: lazy(() => import('./compare/ComparePanel.tsx')) },
  { key: 'publish', title: { zh: '发布', en: 'Publish' }, Panel: lazy(() => import('./publish/PublishPanel.tsx')) },
  { key: 'code', title: { zh: '代码', en: 'Code' }, Panel: lazy(() => import('../../editor/code/CodeView.tsx')) },
];

/** What stands at the end of the toolbar: how the draft is kept, who else is here. One line each. */
export const statuses: readonly { key: string; Status: ComponentType }[] = [
  { key: 'present', Status: Present },
  { key: 'draft', Status: DraftStatus },
];
