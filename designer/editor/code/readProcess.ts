import { z } from 'zod';
import { processSchema, type Process } from '../../../model/process.ts';
import type { Text } from '../../../model/text.ts';
import { nearestPlace, readJson, type Span, type TextFault } from './readJson.ts';

/** A text larger than this is not read: published versions are at most 256 KiB. */
export const largestText = 1_000_000;

const { localeError: inChinese } = z.locales.zhCN();
const { localeError: inEnglish } = z.locales.en();
const said = (message: ReturnType<typeof inChinese>): string => (typeof message === 'string' ? message : (message?.message ?? ''));

/** A process as text, read: the process and where its parts stand, or what is wrong with the text and where. */
export function readProcess(text: string): { process: Process; places: Map<string, Span> } | { faults: TextFault[] } {
  if (text.length > largestText) return { faults: [{ from: 0, to: 0, message: { zh: `内容超过 ${largestText} 个字符，未读取。`, en: `This is longer than ${largestText} characters and was not read.` } }] };
  const read = readJson(text);
  if ('fault' in read) return { faults: [read.fault] };
  const parsed = processSchema.safeParse(read.value);
  if (parsed.success) return { process: parsed.data, places: read.places };
  return {
    faults: parsed.error.issues.slice(0, 20).map((issue) => {
      const path = 'keys' in issue && issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
      return { ...nearestPlace(read.places, path), message: sentenceOf(issue) };
    }),
  };
}

function sentenceOf(issue: z.core.$ZodIssue): Text {
  const at = issue.path.map(String).join('.');
  // A message of ours says more than what the locale would say of the issue.
  const own = issue.code === 'custom' || issue.code === 'invalid_union' ? issue.message : '';
  const raw = issue as z.core.$ZodRawIssue; // issues come with their message filled in; the locales say the same of the raw issue
  return { zh: `${at ? `“${at}”：` : ''}${own || said(inChinese(raw))}`, en: `${at ? `“${at}”: ` : ''}${own || said(inEnglish(raw))}` };
}

/** Line and column of an offset, both from 1, as people count. */
export function lineOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
