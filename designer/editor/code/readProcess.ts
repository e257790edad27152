import type { Process } from '../../../model/process.ts';
import { asProcess } from '../../../model/processFaults.ts';
import { nearestPlace, readJson, type Span, type TextFault } from './readJson.ts';

/** A text larger than this is not read: published versions are at most 256 KiB. */
export const largestText = 1_000_000;

/** A process as text, read: the process and where its parts stand, or what is wrong with the text and where. */
export function readProcess(text: string): { process: Process; places: Map<string, Span> } | { faults: TextFault[] } {
  if (text.length > largestText) return { faults: [{ from: 0, to: 0, message: { zh: `内容超过 ${largestText} 个字符，未读取。`, en: `This is longer than ${largestText} characters and was not read.` } }] };
  const read = readJson(text);
  if ('fault' in read) return { faults: [read.fault] };
  const judged = asProcess(read.value);
  if ('process' in judged) return { process: judged.process, places: read.places };
  return { faults: judged.malformed.map(({ path, message }) => ({ ...nearestPlace(read.places, path), message })) };
}

/** Line and column of an offset, both from 1, as people count. */
export function lineOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
