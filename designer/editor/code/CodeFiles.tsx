import { Button, Modal } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Process } from '../../../model/process.ts';
import type { Json } from '../../../model/text.ts';
import { diagramOf } from '../../canvas/diagramOf.ts';
import { drawingOf } from '../../canvas/drawing.ts';
import { useText } from '../../language/useText.ts';
import { useEditorStore } from '../useEditor.ts';
import { formatJson } from './formatJson.ts';
import { handOut } from './handOut.ts';
import { takeFile, whyOf, type FileNote, type TakenFile } from './takeFile.ts';

/** The draft as a file, out and in. What comes in becomes the draft only after everything that is to be said of it was said. */
export function CodeFiles({ process, readOnly }: { process: Process; readOnly: boolean }) {
  const { t } = useTranslation();
  const { text } = useText();
  const store = useEditorStore();
  const input = useRef<HTMLInputElement>(null);
  const [taken, setTaken] = useState<TakenFile>();
  const take = () => {
    if (taken?.process && store.getState().perform({ edit: 'replaceProcess', to: taken.process, why: whyOf(taken.file) })) setTaken(undefined);
  };
  const downloadBpmn = async () => {
    const { exportBpmn } = await import('../../../model/bpmn/exportBpmn.ts');
    // Drawn there as it is here, flows around the boxes.
    handOut(`${process.id}.bpmn`, 'application/xml', await exportBpmn(process, drawingOf(diagramOf(process), 'zh')));
  };
  return (
    <div className="inspector-row">
      <Button size="small" onClick={() => handOut(`${process.id}.json`, 'application/json', formatJson(process as unknown as Json))}>{t('code.download')}</Button>
      <Button size="small" onClick={() => void downloadBpmn()}>{t('code.downloadBpmn')}</Button>
      <Button size="small" disabled={readOnly} onClick={() => input.current?.click()}>{t('code.upload')}</Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t('code.upload')}
        accept=".json,.bpmn,.xml,application/json,application/xml,text/xml"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) void takeFile(file, store.getState().history.process).then(setTaken);
          // The same file chosen again, once mended, is a choice too.
          event.target.value = '';
        }}
      />
      <Modal
        open={taken !== undefined}
        width={720}
        title={taken && t(taken.process ? 'code.takeOver' : 'code.notReadable', { file: taken.file })}
        okText={t('code.take')}
        okButtonProps={{ disabled: !taken?.process }}
        onOk={take}
        onCancel={() => setTaken(undefined)}
      >
        {taken?.process && <p>{t('code.consequence', { name: text(taken.process.name), steps: taken.process.steps.length })}</p>}
        {taken && taken.notes.length > 0 && (
          <>
            {taken.process && <p>{t('code.notes', { count: taken.notes.length })}</p>}
            <ul className="code-notes">{taken.notes.map((note, index) => <li key={index}><Note note={note} /></li>)}</ul>
          </>
        )}
      </Modal>
    </div>
  );
}

function Note({ note: { weight, message, about, line, column } }: { note: FileNote }) {
  const { t } = useTranslation();
  const { text } = useText();
  return (
    <>
      {weight && <strong>{t(`code.weight.${weight}`)} </strong>}
      {text(message)}
      {(about || line !== undefined) && <div className="note">{about} {line !== undefined && (column === undefined ? t('code.atLine', { line }) : t('code.at', { line, column }))}</div>}
    </>
  );
}
