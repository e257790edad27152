import { elementsIn, idOf, isA, moddle, textIn, type Element } from './element.ts';
import type { ImportNote } from './note.ts';
import { fileLimits, scan, type Refused } from './scan.ts';

/** A BPMN file that was read: its root, the one process that is taken, the line of each identifier, and what the parser could not place. */
export interface Parsed {
  definitions: Element;
  process: Element;
  lines: Map<string, number>;
  notes: ImportNote[];
}

const refuse = (zh: string, en: string): Refused => ({ message: { zh, en } });

function count(scope: Element, type: string): number {
  return elementsIn(scope, 'flowElements').reduce((sum, element) => sum + (isA(element, type) ? 1 : 0) + count(element, type), 0);
}

function warningNote({ message }: { message: string }): ImportNote {
  const [first = '', ...rest] = message.split('\n').map((line) => line.trim());
  const line = Number(rest.find((part) => part.startsWith('line: '))?.slice(6) ?? NaN);
  const why = rest.find((part) => part.startsWith('nested error: '))?.slice(14);
  const said = `${first}${why === undefined ? '' : ` (${why})`}`.slice(0, 300);
  const where = { type: /<([^>]{1,80})>/.exec(message)?.[1] ?? 'XML', ...(Number.isFinite(line) ? { line: line + 1 } : {}) };
  return { weight: 'leftOut', message: { zh: `有一处内容读不懂，未导入：${said}。`, en: `Something could not be read and was left out: ${said}.` }, where };
}

/**
 * The one way by which BPMN XML comes in. Refused with a sentence and a line where it is not well-formed, not BPMN 2.0, too large, or speaks of
 * the outside; of several processes the first executable one is taken and the others are listed. Never throws, never fetches.
 */
export async function parse(xml: string): Promise<Parsed | { refused: Refused }> {
  const text = xml.startsWith('\uFEFF') ? xml.slice(1) : xml;
  const scanned = scan(text);
  if ('message' in scanned) return { refused: scanned };
  let read: Awaited<ReturnType<typeof moddle.fromXML>>;
  try {
    read = await moddle.fromXML(text);
  } catch (error) {
    // The parser is not ours and throws whatever it does not expect.
    const said = (error instanceof Error ? error.message : String(error)).split('\n')[0]?.slice(0, 200);
    return { refused: refuse(`文件读不懂：${said}。`, `The file cannot be read: ${said}.`) };
  }
  const definitions = read.rootElement;
  if (elementsIn(definitions, 'imports').length > 0) {
    return { refused: refuse('文件通过 import 引用了外部文件，不予读取；请把内容放进文件本身。', 'The file imports other files, which are never fetched; put the content into the file.') };
  }
  const processes = elementsIn(definitions, 'rootElements').filter((element) => isA(element, 'bpmn:Process'));
  const process = processes.find((candidate) => candidate['isExecutable'] === true) ?? processes.find((candidate) => elementsIn(candidate, 'flowElements').length > 0) ?? processes[0];
  if (!process) return { refused: refuse('文件里没有流程（process）；请导出含流程的 BPMN 文件。', 'The file holds no process; export a BPMN file that has one.') };
  if (count(process, 'bpmn:FlowNode') > fileLimits.steps || count(process, 'bpmn:SequenceFlow') > fileLimits.flows) {
    return { refused: refuse(`流程超过 ${fileLimits.steps} 个步骤或 ${fileLimits.flows} 条连线；请拆分流程。`, `The process has more than ${fileLimits.steps} steps or ${fileLimits.flows} flows; split it.`) };
  }
  const others = processes.filter((candidate) => candidate !== process).map((other): ImportNote => {
    const name = textIn(other, 'name') ?? idOf(other);
    const line = scanned.lines.get(idOf(other));
    return {
      weight: 'leftOut',
      message: { zh: `文件有多个流程，只导入一个；流程“${name}”未导入。`, en: `The file holds several processes and one is imported; the process “${name}” was left out.` },
      where: { element: idOf(other), name, type: other.$type, ...(line === undefined ? {} : { line }) },
    };
  });
  return { definitions, process, lines: scanned.lines, notes: [...others, ...read.warnings.map(warningNote)] };
}
