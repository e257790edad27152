import { autocompletion } from '@codemirror/autocomplete';
import { json } from '@codemirror/lang-json';
import { forceLinting, linter, lintGutter } from '@codemirror/lint';
import { Compartment, EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { Button } from 'antd';
import { basicSetup } from 'codemirror';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Process } from '../../../model/process.ts';
import type { Json } from '../../../model/text.ts';
import { useText } from '../../language/useText.ts';
import '../inspector/inspector.css';
import { useContinuedEdit } from '../inspector/useContinuedEdit.ts';
import { useEditor, useEditorStore } from '../useEditor.ts';
import './code.css';
import { codeCompletions } from './codeCompletions.ts';
import { codeLook } from './codeLook.ts';
import { CodeFiles } from './CodeFiles.tsx';
import { formatJson } from './formatJson.ts';
import { lineOf, readProcess } from './readProcess.ts';
import { useCodeMirror } from './useCodeMirror.ts';

const textOf = (process: Process) => formatJson(process as unknown as Json); // a process survives JSON
const same = (one: Process, other: Process) => JSON.stringify(one) === JSON.stringify(other);

/** How long after the last key the text is read into the draft. */
const pauseMs = 500;

/**
 * The draft as code beside the canvas, both on one model. What is typed becomes the draft as soon as it is a well-formed process; until then the
 * draft stays as it was, and each fault is said with its line. What changes elsewhere is taken over where it changes, with the person's own
 * formatting kept as long as the text says the same.
 */
export default function CodeView() {
  const { t } = useTranslation();
  const { text, language } = useText();
  const store = useEditorStore();
  const process = useEditor((state) => state.history.process);
  const selected = useEditor((state) => state.selection[0]);
  const readOnly = useEditor((state) => state.readOnly);
  const refusal = useEditor((state) => state.refusal);
  const { change } = useContinuedEdit();
  const [shown, setShown] = useState(() => ({ code: textOf(process), process }));
  const [typing, setTyping] = useState(false);
  const read = useRead(shown.code);
  const faults = 'faults' in read ? read.faults : [];
  // Elsewhere the draft became another: shown here at once, unless what stands here is unfinished.
  const behind = shown.process !== process;
  if (behind && !typing && faults.length === 0) setShown({ code: 'process' in read && same(read.process, process) ? shown.code : textOf(process), process });
  const latest = useRef({ process, language, text });
  useLayoutEffect(() => {
    latest.current = { process, language, text };
  });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const apply = useCallback((code: string) => {
    setTyping(false);
    const found = readProcess(code);
    if ('faults' in found || same(found.process, store.getState().history.process)) return;
    if (change('code', { edit: 'replaceProcess', to: found.process, why: { zh: '在代码中修改', en: 'Change in the code' } }, true)) setShown({ code, process: store.getState().history.process });
  }, [change, store]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const [mode] = useState(() => new Compartment());
  const modeOf = () => [EditorState.readOnly.of(readOnly), EditorView.contentAttributes.of({ 'aria-label': t('code.label'), tabindex: '0' })];
  const { parent, view } = useCodeMirror({
    text: shown.code,
    onText: (code) => {
      setTyping(true);
      setShown((before) => ({ ...before, code }));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => apply(code), pauseMs);
    },
    extensions: () => [
      mode.of(modeOf()),
      basicSetup,
      json(),
      autocompletion({ icons: false, override: [(context) => codeCompletions(context, latest.current.process, latest.current.language)] }),
      lintGutter(),
      linter((editor) => {
        const found = readProcess(editor.state.doc.toString());
        return 'faults' in found ? found.faults.map(({ from, to, message }) => ({ from, to, severity: 'error', message: latest.current.text(message) })) : [];
      }, { delay: pauseMs }),
      codeLook,
    ],
  });
  useEffect(() => {
    view?.dispatch({ effects: mode.reconfigure(modeOf()) });
    if (view) forceLinting(view);
  }, [view, readOnly, language]);
  useEffect(() => {
    if (!view || selected === undefined || view.hasFocus) return undefined;
    const found = readProcess(view.state.doc.toString());
    if ('faults' in found) return undefined;
    const [list, index] = [['steps', found.process.steps.findIndex(({ id }) => id === selected)], ['flows', found.process.flows.findIndex(({ id }) => id === selected)]].find(([, at]) => at !== -1) ?? [];
    const place = found.places.get(`${list}.${index}`);
    if (!place) return undefined;
    // Once the editor has its size: before, it cannot know how far down a line is.
    const frame = requestAnimationFrame(() => view.dispatch({ selection: { anchor: place.from, head: place.to }, effects: EditorView.scrollIntoView(place.from, { y: 'start', yMargin: 24 }) }));
    return () => cancelAnimationFrame(frame);
  }, [view, selected]);
  const goTo = (offset: number) => {
    view?.dispatch({ selection: { anchor: offset }, effects: EditorView.scrollIntoView(offset, { y: 'center' }) });
    view?.focus();
  };
  const format = () => setShown({ code: textOf(process), process });
  return (
    <div className="code-view">
      <CodeFiles process={process} readOnly={readOnly} />
      <div className="inspector-row">
        <Button size="small" onClick={format} disabled={faults.length > 0 && !behind}>{t('code.format')}</Button>
        <span className="note" role="status">{typing ? t('code.typing') : faults.length > 0 ? t('code.notTaken', { count: faults.length }) : t('code.inStep')}</span>
      </div>
      {behind && !typing && faults.length > 0 && <p role="alert">{t('code.behind')} <Button size="small" onClick={format}>{t('code.showDraft')}</Button></p>}
      {refusal && faults.length === 0 && behind && <p role="alert" className="inspector-refusal">{text(refusal)}</p>}
      {!typing && faults.length > 0 && (
        <ul className="code-faults">
          {faults.map((fault, index) => <li key={index}><Button type="link" size="small" onClick={() => goTo(fault.from)}>{t('code.at', lineOf(shown.code, fault.from))}</Button> {text(fault.message)}</li>)}
        </ul>
      )}
      <div ref={parent} className="code-text" />
    </div>
  );
}

/** The text read; the same object for the same text. */
function useRead(code: string): ReturnType<typeof readProcess> {
  const [known, setKnown] = useState(() => ({ code, read: readProcess(code) }));
  if (known.code === code) return known.read;
  const read = readProcess(code);
  setKnown({ code, read });
  return read;
}
