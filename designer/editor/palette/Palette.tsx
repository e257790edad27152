import { useTranslation } from 'react-i18next';
import type { Step } from '../../../model/steps/index.ts';
import { useText } from '../../language/useText.ts';
import { useCanvasParts } from '../canvas/useCanvasParts.ts';
import { useSay } from '../commands/useSay.ts';
import { useEditorStore } from '../useEditor.ts';
import { KindIcon, kindsByShape } from './kinds.tsx';
import { addingToSelection, placeAfter } from './placing.ts';

/** Every kind of step, to be dragged onto the canvas, into a flow or onto a border; a click or Enter adds it after what is selected. */
export function Palette() {
  const { t } = useTranslation();
  const { text, language } = useText();
  const store = useEditorStore();
  const { drawing, gestures } = useCanvasParts();
  const say = useSay();
  const add = (kind: Step['kind']) => {
    const { history: { process }, selection } = store.getState();
    const { edit, why } = placeAfter(process, drawing.at(process, language), kind, addingToSelection(process, selection));
    if (why) say(why);
    else if (store.getState().perform(edit)) store.getState().seek({ step: edit.step.id });
  };
  return (
    <nav className="palette" aria-label={t('design.palette')}>
      {kindsByShape.map(({ shape, kinds }) => (
        <section key={shape}>
          <h2>{t(`design.shape.${shape}`)}</h2>
          {kinds.map(({ kind, title }) => (
            <button
              key={kind} type="button" draggable title={t('design.paletteHint')} onClick={() => add(kind)}
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = 'copy';
                event.dataTransfer.setData('text/plain', text(title));
                gestures.setState({ adding: kind });
              }}
              onDragEnd={() => gestures.setState({ adding: undefined, aim: undefined, why: undefined })}
            >
              <KindIcon kind={kind} />
              {text(title)}
            </button>
          ))}
        </section>
      ))}
      <p className="note">{t('design.slash')}</p>
    </nav>
  );
}
