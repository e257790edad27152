import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { allowedFunctions } from '../../../model/condition/functions.ts';
import type { KnownDatum } from '../../../model/dataKnownAt.ts';
import type { Language } from '../../language/language.ts';

/** The words of a completion's line that are not its name. */
export interface CompletionWords {
  uncertain: string;
  type: (datum: KnownDatum) => string;
}

const keywords = ['and', 'or', 'not()', 'in', 'between', 'if', 'then', 'else', 'true', 'false', 'null'];

/** What can be written where the cursor stands: the data known there, the values one of them may have, the functions and words a condition may use. */
export function feelCompletions(context: Pick<CompletionContext, 'state' | 'pos' | 'explicit'>, known: readonly KnownDatum[], language: Language, words: CompletionWords): CompletionResult | null {
  const line = context.state.sliceDoc(0, context.pos);
  const value = /([A-Za-z][\w.]*)\s*(?:=|!=|in)\s*[([]?\s*(?:"[^"]*"\s*,\s*)*("?)([^"()[\],\s]*)$/.exec(line);
  const asked = value && known.find(({ path }) => path === value[1]);
  if (value && asked?.values) {
    const typed = `${value[2] ?? ''}${value[3] ?? ''}`;
    return { from: context.pos - typed.length, options: asked.values.map((each) => ({ label: JSON.stringify(each), type: 'constant', apply: (view, _completion, from, to) => view.dispatch({ changes: { from, to: view.state.sliceDoc(to, to + 1) === '"' ? to + 1 : to, insert: JSON.stringify(each) }, selection: { anchor: from + JSON.stringify(each).length } }) })) };
  }
  if ((line.match(/"/g)?.length ?? 0) % 2 === 1) return null;
  const [typed = ''] = /[A-Za-z][\w.]*$/.exec(line) ?? [];
  if (typed === '' && !context.explicit) return null;
  return { from: context.pos - typed.length, validFor: /^[\w.]*$/, options: [...known.map((datum) => optionOf(datum, language, words)), ...functionOptions, ...keywordOptions] };
}

function optionOf(datum: KnownDatum, language: Language, words: CompletionWords): Completion {
  const type = words.type(datum);
  return {
    label: datum.path,
    type: 'variable',
    detail: `${datum.label[language]} · ${type}${datum.certain ? '' : ` · ${words.uncertain}`}`,
    boost: datum.certain ? 2 : 1,
  };
}

const keywordOptions: Completion[] = keywords.map((label) => ({ label, type: 'keyword', boost: -1, ...(label.endsWith('()') ? { apply: `${label.slice(0, -1)}` } : {}) }));
const functionOptions: Completion[] = [...allowedFunctions].filter(([name]) => name !== 'not').map(([name, { parameters }]) => ({ label: `${name}(${parameters.join(', ')})`, type: 'function', apply: `${name}(`, boost: -1 }));
