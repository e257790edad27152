import type { Json, Text } from '../../../model/text.ts';

/** Where in a JSON text a value stands, as character offsets. */
export interface Span {
  from: number;
  to: number;
}

/** A JSON text read: the value, and where each part of it stands, by its keys joined with dots (`steps.3.name`); the whole is the empty name. */
export interface ReadJson {
  value: Json;
  places: Map<string, Span>;
}

/** A fault in a text, where it stands. */
export interface TextFault extends Span {
  message: Text;
}

class Stop extends Error {
  readonly fault: TextFault;
  constructor(fault: TextFault) {
    super(fault.message.en);
    this.fault = fault;
  }
}

const literals: [word: string, value: Json][] = [['true', true], ['false', false], ['null', null]];
const deepest = 200;

/** Reads JSON with the place of every part. A text that is no JSON gives its first fault; a key that stands twice in a group is one too, since the earlier would be lost in silence. */
export function readJson(text: string): ReadJson | { fault: TextFault } {
  let at = 0;
  const places = new Map<string, Span>();
  const stop = (zh: string, en: string, from = at, to = Math.min(text.length, from + 1)): never => {
    throw new Stop({ from: Math.min(from, text.length), to: Math.max(from, to), message: { zh, en } });
  };
  const blank = () => {
    while (/\s/.test(text.charAt(at)) && at < text.length) at += 1;
  };
  const shown = () => (at >= text.length ? { zh: '文件结尾', en: 'the end' } : { zh: `“${text.charAt(at)}”`, en: `“${text.charAt(at)}”` });
  const expect = (mark: string, after: Text) => {
    blank();
    if (text.charAt(at) !== mark) stop(`${after.zh}应为“${mark}”，却是${shown().zh}。`, `${after.en}, “${mark}” is expected, not ${shown().en}.`);
    at += 1;
  };
  const string = (): string => {
    const found = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
    found.lastIndex = at;
    const [whole] = found.exec(text) ?? [];
    if (whole === undefined) {
      const line = text.indexOf('\n', at);
      return stop('这段文字没有以引号结束，或含有不允许的字符。', 'This text does not end with a quote, or holds a character that is not allowed.', at, line < 0 ? text.length : line);
    }
    at += whole.length;
    return JSON.parse(whole) as string; // a JSON string by the pattern above
  };
  const read = (path: string, depth: number): Json => {
    blank();
    if (depth > deepest) stop('嵌套过深。', 'This is nested too deep.');
    const from = at;
    const value = readValue(path, depth);
    places.set(path, { from, to: at });
    return value;
  };
  const key = (path: string, name: string | number) => (path === '' ? String(name) : `${path}.${name}`);
  const readValue = (path: string, depth: number): Json => {
    const mark = text.charAt(at);
    if (mark === '"') return string();
    if (mark === '{') {
      at += 1;
      const value: { [name: string]: Json } = {};
      blank();
      if (text.charAt(at) === '}') {
        at += 1;
        return value;
      }
      for (;;) {
        blank();
        const from = at;
        if (text.charAt(at) !== '"') stop(`这里应为带引号的名称，却是${shown().zh}。`, `A name in quotes is expected here, not ${shown().en}.`);
        const name = string();
        if (Object.hasOwn(value, name)) stop(`名称“${name}”在这一组中出现了两次。`, `The name “${name}” stands twice in this group.`, from, at);
        expect(':', { zh: `“${name}”之后`, en: `After “${name}”` });
        const inner = read(key(path, name), depth + 1);
        Object.defineProperty(value, name, { value: inner, enumerable: true, configurable: true, writable: true });
        blank();
        if (text.charAt(at) !== ',') break;
        at += 1;
      }
      expect('}', { zh: '这一组之后', en: 'After this group' });
      return value;
    }
    if (mark === '[') {
      at += 1;
      const value: Json[] = [];
      blank();
      if (text.charAt(at) === ']') {
        at += 1;
        return value;
      }
      for (;;) {
        value.push(read(key(path, value.length), depth + 1));
        blank();
        if (text.charAt(at) !== ',') break;
        at += 1;
      }
      expect(']', { zh: '这个列表之后', en: 'After this list' });
      return value;
    }
    for (const [word, value] of literals) {
      if (!text.startsWith(word, at)) continue;
      at += word.length;
      return value;
    }
    const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
    number.lastIndex = at;
    const [digits] = number.exec(text) ?? [];
    if (digits === undefined) return stop(`这里应有一个值，却是${shown().zh}。`, `A value is expected here, not ${shown().en}.`);
    at += digits.length;
    return Number(digits);
  };
  try {
    const value = read('', 0);
    blank();
    if (at < text.length) stop('后面还有多余的内容。', 'There is more after the end.', at, text.length);
    return { value, places };
  } catch (thrown) {
    if (thrown instanceof Stop) return { fault: thrown.fault };
    throw thrown;
  }
}

/** The place of a path, or of the nearest part around it that is there. */
export function nearestPlace(places: ReadonlyMap<string, Span>, path: readonly PropertyKey[]): Span {
  for (let length = path.length; length >= 0; length -= 1) {
    const found = places.get(path.slice(0, length).map(String).join('.'));
    if (found) return found;
  }
  return { from: 0, to: 0 };
}
