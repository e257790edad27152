import { Outline } from '../../canvas/Outline.tsx';
import { useEditor, useEditorStore } from '../useEditor.ts';

/** The draft in words: every step by stage; choosing one shows it on the canvas. */
export default function OutlinePanel() {
  const store = useEditorStore();
  const process = useEditor((state) => state.history.process);
  const selected = useEditor((state) => state.selection[0]);
  return <Outline process={process} selected={selected} onSelect={(step) => store.getState().seek({ step })} />;
}
