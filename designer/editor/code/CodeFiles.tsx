import { Button, Modal } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { allowed } from '../../../model/edits/index.ts';
import type { Process } from '../../../model/process.ts';
import type { Json, Text } from '../../../model/text.ts';
import { useText } from '../../language/useText.ts';
import { useEditorStore } from '../useEditor.ts';
import { formatJson } from './formatJson.ts';
import { handOut } from './handOut.ts';
import { largestText, lineOf, readProcess } from './readProcess.ts';

/** What came out of a file: a process to take over or none, and everything the person has to know before deciding. */
interface Taken {
  file: string;
  process: Process | undefined;
  notes: { message: Text; where?: string }[];
}

/** The draft as a file, out and in. What comes in becomes the draft only after everything that is to be said of it was said. */
export function CodeFiles({ process, readOnly }: { process: Process; readOnly: boolean }) {
  const { t } = useTranslation();
  const { text } = useText();
  const store = useEditorStore();
  const input = useRef<HTMLInputElement>(null);
  const [taken, setTaken] = useState<Taken>();
  const read = async (file: File) => {
    if (file.size > largestText) {
      setTaken({ file: file.name, process: undefined, notes: [{ message: { zh: `文件大于 ${largestText / 1000} KB，未读取。`, en: `The file is larger than ${largestText / 1000} KB and was not read.` } }] });
      return;
    }
    const code = await file.text();
    const found = readProcess(code);
    if ('faults' in found) {
      setTaken({ file: file.name, process: undefined, notes: found.faults.map(({ from, message }) => ({ message, where: t('code.at', lineOf(code, from)) })) });
      return;
    }
    const why = allowed(store.getState().history.process, { edit: 'replaceProcess', to: found.process, why: whyOf(file.name) });
    setTaken({ file: file.name, process: why ? undefined : found.process, notes: why ? [{ message: why }] : [] });
  };
  const take = () => {
    if (taken?.process && store.getState().perform({ edit: 'replaceProcess', to: taken.process, why: whyOf(taken.file) })) setTaken(undefined);
  };
  return (
    <div className="inspector-row">
      <Button size="small" onClick={() => handOut(`${process.id}.json`, 'application/json', formatJson(process as unknown as Json))}>{t('code.download')}</Button>
      <Button size="small" disabled={readOnly} onClick={() => input.current?.click()}>{t('code.upload')}</Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t('code.upload')}
        accept=".json,application/json"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) void read(file);
        }}
      />
      <Modal
        open={taken !== undefined}
        title={taken && t(taken.process ? 'code.takeOver' : 'code.notReadable', { file: taken.file })}
        okText={t('code.take')}
        okButtonProps={{ disabled: !taken?.process }}
        onOk={take}
        onCancel={() => setTaken(undefined)}
      >
        {taken?.process && <p>{t('code.consequence', { name: text(taken.process.name), steps: taken.process.steps.length })}</p>}
        {taken && taken.notes.length > 0 && <ul className="code-notes">{taken.notes.map(({ message, where }, index) => <li key={index}>{where && <span className="soft">{where} </span>}{text(message)}</li>)}</ul>}
      </Modal>
    </div>
  );
}

const whyOf = (file: string): Text => ({ zh: `从文件“${file.slice(0, 100)}”导入`, en: `Import from “${file.slice(0, 100)}”` });
