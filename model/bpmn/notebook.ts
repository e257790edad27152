import { textSchema, type Text } from '../text.ts';
import { idOf, textIn, type Element } from './element.ts';
import type { FilePlace, ImportNote } from './note.ts';

/** A text of a file as a name in both languages; as long as names may be. */
export function nameOfFile(text: string): Text | undefined {
  const name = text.slice(0, 500);
  const both = { zh: name, en: name };
  return textSchema.safeParse(both).success ? both : undefined;
}

/** Keeps what a reader has to know of an import, each with its place in the file. */
export class Notebook {
  readonly notes: ImportNote[] = [];
  readonly #lines: ReadonlyMap<string, number>;

  constructor(lines: ReadonlyMap<string, number>) {
    this.#lines = lines;
  }

  /** Where an element stands in the file. */
  placeOf(element: Element): FilePlace {
    const id = idOf(element);
    const name = textIn(element, 'name') ?? '';
    const line = this.#lines.get(id);
    return { ...(id === '' ? {} : { element: id }), ...(name === '' ? {} : { name: name.slice(0, 200) }), type: element.$type, ...(line === undefined ? {} : { line }) };
  }

  /** Writes a note down. */
  say(weight: ImportNote['weight'], element: Element, zh: string, en: string, became?: ImportNote['became']): void {
    this.notes.push({ weight, message: { zh, en }, where: this.placeOf(element), ...(became ? { became } : {}) });
  }
}

/** What an element is called in a sentence: its name, else its identifier, else its type. */
export function calledInFile(element: Element): string {
  return (textIn(element, 'name')?.trim() || idOf(element) || element.$type).slice(0, 80);
}
