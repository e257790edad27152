import { allowed } from '../../../model/edits/index.ts';
import type { Process } from '../../../model/process.ts';
import type { Text } from '../../../model/text.ts';
import { largestText, lineOf, readProcess } from './readProcess.ts';

/** Something the person has to know of a file before deciding about it. */
export interface FileNote {
  /** What becomes of it; absent where the file is not taken at all. */
  weight?: 'refused' | 'leftOut' | 'changed' | 'assumed';
  message: Text;
  /** What it is about, in the file's own words. */
  about?: string;
  line?: number;
  column?: number;
}

/** What came out of a file: a process to put in the place of the draft, or none, and everything to be said of it. */
export interface TakenFile {
  file: string;
  process: Process | undefined;
  notes: FileNote[];
}

/** What undo calls it. */
export const whyOf = (file: string): Text => ({ zh: `从文件“${file.slice(0, 100)}”导入`, en: `Import from “${file.slice(0, 100)}”` });

/** Reads a file for a draft: our JSON, or BPMN 2.0 of any tool, told apart by what it begins with. Nothing is changed yet. */
export async function takeFile(file: Pick<File, 'name' | 'size' | 'text'>, draft: Process): Promise<TakenFile> {
  const isXml = /\.(bpmn|xml)$/i.test(file.name);
  const largest = isXml ? 2 * largestText : largestText;
  if (file.size > largest) return refused(file.name, { zh: `文件大于 ${largest / 1_000_000} MB，未读取。`, en: `The file is larger than ${largest / 1_000_000} MB and was not read.` });
  const content = await file.text();
  const taken = isXml || /^\s*(\uFEFF)?</.test(content) ? await takeBpmn(file.name, content, draft) : takeJson(file.name, content);
  const why = taken.process && allowed(draft, { edit: 'replaceProcess', to: taken.process, why: whyOf(file.name) });
  return why ? { ...taken, process: undefined, notes: [{ message: why }, ...taken.notes] } : taken;
}

function refused(file: string, message: Text): TakenFile {
  return { file, process: undefined, notes: [{ message }] };
}

function takeJson(file: string, content: string): TakenFile {
  const read = readProcess(content);
  if ('process' in read) return { file, process: read.process, notes: [] };
  return { file, process: undefined, notes: read.faults.map(({ from, message }) => ({ message, ...lineOf(content, from) })) };
}

async function takeBpmn(file: string, content: string, draft: Process): Promise<TakenFile> {
  const { importBpmn } = await import('../../../model/bpmn/importBpmn.ts');
  const { process, notes } = await importBpmn(content, draft);
  return {
    file,
    process,
    notes: notes.map(({ weight, message, where }) => ({
      weight,
      message,
      ...(where.name ?? where.element ? { about: [where.name, where.type, where.element].filter(Boolean).join(' · ') } : {}),
      ...(where.line === undefined ? {} : { line: where.line }),
    })),
  };
}
