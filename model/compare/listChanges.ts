import type { Json, Text } from '../text.ts';
import type { Difference, Subject } from './difference.ts';
import { quoted } from './inWords.ts';
import type { Pairs } from './pair.ts';

/** How a list speaks of its things. */
export interface ListWords<T> {
  /** `步骤`, `Step`. */
  one: Text;
  /** `步骤`, `steps`. */
  many: Text;
  /** What each thing is called. */
  name(thing: T): Text;
  what(thing: T): Subject;
  /** The list itself, for its order. */
  whole: Subject;
  /** `moved` where no case notices the order. */
  order: 'changed' | 'moved';
  /** Of what: ` of “Review”`; empty at the top. */
  of?: Text;
}

/** What was added to a list, taken from it, or put into another order. */
export function listChanges<T>(pairs: Pairs<T>, words: ListWords<T>): Difference[] {
  const of = words.of ?? { zh: '', en: '' };
  const said = (change: 'added' | 'removed', thing: T): Difference => {
    const name = quoted(words.name(thing));
    const message = change === 'added' ? { zh: `${of.zh}新增${words.one.zh}${name.zh}`, en: `${words.one.en} ${name.en}${of.en} was added` } : { zh: `${of.zh}删除${words.one.zh}${name.zh}`, en: `${words.one.en} ${name.en}${of.en} was removed` };
    const value = thing as unknown as Json; // all parts of a process survive JSON
    return { change, what: words.what(thing), message, ...(change === 'added' ? { after: value } : { before: value }) };
  };
  const reordered: Difference[] = pairs.reordered ? [{ change: words.order, what: words.whole, message: { zh: `${of.zh}${words.many.zh}的次序已调整`, en: `The order of the ${words.many.en}${of.en} changed` } }] : [];
  return [...pairs.added.map((thing) => said('added', thing)), ...pairs.removed.map((thing) => said('removed', thing)), ...reordered];
}
