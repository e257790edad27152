import { HighlightStyle, defaultHighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

// The library's colours are for a white page; each becomes one of ours, which light and dark both know.
const colours: { [library: string]: string } = {
  '#708': 'var(--publicity-ink)',
  '#219': 'var(--accent)',
  '#164': 'var(--onSiteCheck-ink)',
  '#a11': 'var(--good)',
  '#e40': 'var(--danger)',
  '#f00': 'var(--danger)',
  '#940': 'var(--ink-soft)',
};

const highlight = HighlightStyle.define(defaultHighlightStyle.specs.map(({ color, ...spec }) => ({ ...spec, ...(typeof color === 'string' ? { color: colours[color] ?? 'var(--ink)' } : {}) })));

const frame = EditorView.theme({
  '&': { backgroundColor: 'var(--surface)', color: 'var(--ink)', border: '1px solid var(--line)', borderRadius: '6px', fontSize: '12px' },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '1px' },
  '.cm-content': { fontFamily: 'var(--mono)', caretColor: 'var(--ink)' },
  // The page shortens every transition for who wants little motion; here heights are measured as soon as they are set, and a scroll would miss its line.
  '& *': { transitionProperty: 'none' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-gutters': { backgroundColor: 'var(--page)', color: 'var(--ink-soft)', border: 'none' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--accent-tint)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground, .cm-content ::selection': { backgroundColor: 'var(--accent-tint)' },
  '.cm-tooltip, .cm-panels': { backgroundColor: 'var(--surface)', color: 'var(--ink)', border: '1px solid var(--rule)' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': { backgroundColor: 'var(--accent)', color: 'var(--accent-ink)' },
  '.cm-completionDetail': { fontStyle: 'normal', opacity: '0.8' },
});

/** How code looks here: the page's own tokens, light and dark. */
export const codeLook: Extension = [frame, syntaxHighlighting(highlight)];
