import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { forceLinting, linter } from '@codemirror/lint';
import { Compartment, EditorState } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { feel } from 'lang-feel';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkExpression, type ExpectedType } from '../../../model/condition.ts';
import type { KnownDatum } from '../../../model/dataKnownAt.ts';
import type { JsonSchema } from '../../../model/form/jsonSchema.ts';
import type { Json, JsonObject } from '../../../model/text.ts';
import { useText } from '../../language/useText.ts';
import { codeLook } from '../code/codeLook.ts';
import { useCodeMirror } from '../code/useCodeMirror.ts';
import { feelCompletions } from './feelCompletions.ts';
import { Trial } from './Trial.tsx';

/**
 * A FEEL text: completed from the data that are known where it stands, marked where the kernel's own reader and types find a fault, and tried
 * on a sample case. One line until it needs more; the tab key leaves it.
 */
export function FeelEditor({ id, label, value, schema, known, expected, sample, put, disabled = false, describedBy, take }: {
  id: string;
  label: string;
  value: string;
  /** Of all data that the text may name. */
  schema: JsonSchema;
  /** Of these, the ones to complete from. */
  known: readonly KnownDatum[];
  expected: ExpectedType;
  sample: JsonObject;
  put: (path: string, value: Json) => void;
  disabled?: boolean;
  describedBy?: string | undefined;
  take: (feel: string, typing: boolean) => boolean;
}) {
  const { t } = useTranslation();
  const { text, language } = useText();
  const [state, setState] = useState({ typed: value, from: value });
  // What was typed and not taken over (an empty condition) stays to be finished; a value from elsewhere replaces it.
  const current = state.from === value ? state : { typed: value, from: value };
  if (current !== state) setState(current);
  const latest = useRef({ schema, known, expected, language, text, t });
  useLayoutEffect(() => {
    latest.current = { schema, known, expected, language, text, t };
  });
  const [mode] = useState(() => new Compartment());
  const modeOf = () => [
    EditorState.readOnly.of(disabled),
    EditorView.editable.of(!disabled),
    EditorView.contentAttributes.of({ id, 'aria-label': label, 'aria-multiline': 'true', ...(describedBy ? { 'aria-describedby': describedBy } : {}) }),
  ];
  const { parent, view } = useCodeMirror({
    text: current.typed,
    onText: (typed) => {
      setState({ typed, from: value });
      if (typed !== value) take(typed, true);
    },
    extensions: () => [
      mode.of(modeOf()),
      EditorView.lineWrapping,
      history(),
      feel({ dialect: 'expression' }),
      bracketMatching(),
      closeBrackets(),
      autocompletion({
        icons: false,
        override: [(context) => {
          const { known: data, language: own, t: say } = latest.current;
          return feelCompletions(context, data, own, { uncertain: say('feel.uncertain'), type: ({ type, format }) => (format === 'date' ? say('feel.type.date') : say(`feel.type.${type ?? 'unknown'}`)) });
        }],
      }),
      linter((editor) => {
        const written = editor.state.doc.toString();
        if (written.trim() === '') return [];
        const { schema: over, expected: wanted, text: words } = latest.current;
        return checkExpression(written, over, wanted).map(({ from, to, message }) => ({ from: Math.min(from, written.length), to: Math.min(Math.max(to, from), written.length), severity: 'error', message: words(message) }));
      }, { delay: 200 }),
      // Tab is left to the page: it goes on to the next field.
      keymap.of([...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...defaultKeymap]),
      codeLook,
    ],
  });
  useEffect(() => {
    view?.dispatch({ effects: mode.reconfigure(modeOf()) });
  }, [view, disabled, label, id, describedBy]);
  useEffect(() => {
    if (view) forceLinting(view);
  }, [view, schema, expected, language]);
  return (
    <div className="feel">
      <div ref={parent} />
      <Trial id={id} said={describedBy !== undefined} feel={current.typed} schema={schema} expected={expected} sample={sample} put={put} known={known} />
    </div>
  );
}
