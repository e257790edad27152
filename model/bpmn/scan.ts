import type { Text } from '../text.ts';

/** Limits of a BPMN file: UTF-8 bytes, levels of elements, elements in all, and steps as a process may have them. */
export const fileLimits = { bytes: 2 * 1024 * 1024, depth: 64, elements: 60_000, steps: 2_000, flows: 4_000 } as const;

/** What a file is refused for, and the line (from 1) where it shows. */
export interface Refused {
  message: Text;
  line?: number;
}

/** What a first look at a file tells: the line of each element that has an identifier, and the prefix and attributes of the root. */
export interface Scanned {
  lines: Map<string, number>;
  root: { name: string; attributes: Map<string, string> };
}

const modelNamespace = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
const illegal = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
const nameHere = /[A-Za-z_\u0080-\uFFFF][^\s/>=<"']*/y;
const attributeHere = /\s+([A-Za-z_\u0080-\uFFFF][^\s/>=<"']*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const tagEndHere = /\s*(\/?)>/y;
const reference = /&(?:(lt|gt|amp|quot|apos)|#(\d{1,7})|#x([0-9a-fA-F]{1,6}))?(;)?/g;

/** Leaves the walk at the first thing that does not belong; caught where it began and never seen outside this file. */
class Stop {
  readonly message: Text;
  readonly at: number;
  constructor(at: number, zh: string, en: string) {
    this.at = at;
    this.message = { zh, en };
  }
}

/** UTF-8 bytes of a text. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
  }
  return bytes;
}

const noXml = (at: number, zh: string, en: string) => new Stop(at, `这不是合格的 XML：${zh}。`, `This is not well-formed XML: ${en}.`);
const external = (at: number) => new Stop(at, '文件引用了外部资源，不予读取；请把内容放进文件本身。', 'The file refers to something outside itself, which is never fetched; put the content into the file.');

function checkReferences(text: string, offset: number): void {
  for (const found of text.matchAll(reference)) {
    const [, known, decimal, hexadecimal, end] = found;
    const code = decimal !== undefined ? Number(decimal) : hexadecimal !== undefined ? Number.parseInt(hexadecimal, 16) : undefined;
    if (end && known) continue;
    if (end && code !== undefined && code > 0 && code <= 0x10ffff && !illegal.test(String.fromCodePoint(code))) continue;
    throw new Stop(offset + found.index, '文件使用了自定义实体（&…;），不予读取；请改写为普通文字。', 'The file uses an entity of its own (&…;), which is not read; write plain text instead.');
  }
}

function textBetween(xml: string, from: number, to: number, inside: boolean): void {
  const text = xml.slice(from, to);
  if (text.includes(']]>')) throw noXml(from, '多出的“]]>”', 'a stray "]]>"');
  if (!inside && text.trim() !== '') throw noXml(from, '根元素之外有文字', 'text outside the root element');
  checkReferences(text, from);
}

function match(pattern: RegExp, xml: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(xml);
}

/** The end of something that ends with these characters. */
function endOf(xml: string, ending: string, at: number): number {
  const end = xml.indexOf(ending, at);
  if (end < 0) throw noXml(at, `没有“${ending}”结尾`, `nothing ends with "${ending}"`);
  return end + ending.length;
}

function attributesAt(xml: string, from: number): { attributes: Map<string, string>; at: number } {
  const attributes = new Map<string, string>();
  let at = from;
  for (let found = match(attributeHere, xml, at); found; found = match(attributeHere, xml, at)) {
    const [whole, name = '', double, single] = found;
    const value = double ?? single ?? '';
    if (attributes.has(name)) throw noXml(at, `属性“${name}”重复`, `the attribute "${name}" is there twice`);
    checkReferences(value, at);
    if (value === 'http://www.w3.org/2001/XInclude') throw external(at);
    attributes.set(name, value);
    at += whole.length;
  }
  return { attributes, at };
}

function walk(xml: string): Scanned {
  const lines = new Map<string, number>();
  const open: string[] = [];
  let root: Scanned['root'] | undefined;
  let elements = 0;
  let line = 1;
  let counted = 0;
  const lineAt = (at: number): number => {
    for (; counted < at; counted += 1) if (xml.charCodeAt(counted) === 10) line += 1;
    return line;
  };
  for (let at = 0; at < xml.length; ) {
    const next = xml.indexOf('<', at);
    textBetween(xml, at, next < 0 ? xml.length : next, open.length > 0);
    if (next < 0) break;
    if (xml.startsWith('<!--', next)) {
      at = endOf(xml, '-->', next + 4);
    } else if (xml.startsWith('<![CDATA[', next)) {
      if (open.length === 0) throw noXml(next, '根元素之外有文字', 'text outside the root element');
      at = endOf(xml, ']]>', next);
    } else if (xml.startsWith('<?', next)) {
      if (/^<\?xml-stylesheet\s/i.test(xml.slice(next, next + 20))) throw external(next);
      at = endOf(xml, '?>', next);
    } else if (xml.startsWith('<!', next)) {
      throw new Stop(next, '文件含有文档类型声明（DOCTYPE）或实体定义，不予读取；请删去后再导入。', 'The file has a document type declaration (DOCTYPE) or defines entities, and is not read; remove them and import again.');
    } else if (xml.startsWith('</', next)) {
      const name = match(nameHere, xml, next + 2)?.[0] ?? '';
      if (name === '' || open.pop() !== name) throw noXml(next, `“</${name}>”没有对应的开始标记`, `"</${name}>" closes nothing that is open`);
      const end = match(tagEndHere, xml, next + 2 + name.length);
      if (!end || end[1]) throw noXml(next, `“</${name}”没有写完`, `"</${name}" is not finished`);
      at = next + 2 + name.length + end[0].length;
    } else {
      const name = match(nameHere, xml, next + 1)?.[0];
      if (name === undefined) throw noXml(next, '“<”之后没有名称', 'no name follows "<"');
      if (root && open.length === 0) throw noXml(next, '有多个根元素', 'there is more than one root element');
      const { attributes, at: after } = attributesAt(xml, next + 1 + name.length);
      const end = match(tagEndHere, xml, after);
      if (!end) throw noXml(next, `“<${name}”没有写完`, `"<${name}" is not finished`);
      root ??= { name, attributes };
      elements += 1;
      if (elements > fileLimits.elements) throw new Stop(next, `文件的元素超过 ${fileLimits.elements} 个；请拆分流程。`, `The file has more than ${fileLimits.elements} elements; split the process.`);
      const id = attributes.get('id');
      if (id !== undefined && !lines.has(id)) lines.set(id, lineAt(next));
      if (!end[1]) open.push(name);
      if (open.length > fileLimits.depth) throw new Stop(next, `元素嵌套超过 ${fileLimits.depth} 层；请减少嵌套。`, `Elements are nested more than ${fileLimits.depth} deep; nest less.`);
      at = after + end[0].length;
    }
  }
  const left = open.at(-1);
  if (left !== undefined) throw noXml(xml.length, `“<${left}>”没有结束标记`, `"<${left}>" is never closed`);
  if (!root) throw noXml(0, '没有任何元素', 'there is no element');
  return { lines, root };
}

function isBpmn({ name, attributes }: Scanned['root']): boolean {
  const [local = '', prefix] = name.split(':').reverse();
  return local === 'definitions' && attributes.get(prefix === undefined ? 'xmlns' : `xmlns:${prefix}`) === modelNamespace;
}

/**
 * Looks at a text before any parser does: well-formed XML, within {@link fileLimits}, without document type, entities of its own or references to
 * the outside, and BPMN 2.0 by its root. Never throws. Comments and CDATA are told from markup, so that nothing hides in them.
 */
export function scan(xml: string): Scanned | Refused {
  if (xml.length > fileLimits.bytes || bytesOf(xml) > fileLimits.bytes) {
    return { message: { zh: '文件超过 2 MiB，不予读取；请拆分流程或去掉图片等附件。', en: 'The file is larger than 2 MiB and is not read; split the process, or remove pictures and other attachments.' } };
  }
  const wrong = illegal.exec(xml);
  const lineOf = (at: number) => xml.slice(0, at).split('\n').length;
  if (wrong) return { message: { zh: '这不是合格的 XML：含有不允许的字符。', en: 'This is not well-formed XML: it has a character that is not allowed.' }, line: lineOf(wrong.index) };
  try {
    const scanned = walk(xml);
    if (isBpmn(scanned.root)) return scanned;
    return { message: { zh: `这不是 BPMN 2.0 文件：根元素是“${scanned.root.name.slice(0, 40)}”；请从流程工具导出 BPMN 2.0 XML。`, en: `This is not a BPMN 2.0 file: its root is “${scanned.root.name.slice(0, 40)}”; export BPMN 2.0 XML from the tool.` }, line: 1 };
  } catch (stop) {
    if (stop instanceof Stop) return { message: stop.message, line: lineOf(stop.at) };
    throw stop;
  }
}
