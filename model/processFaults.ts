import { z } from 'zod';
import { processSchema, type Process } from './process.ts';
import type { Json, Text } from './text.ts';

/** Why a value is no process: a sentence, and the keys that lead to the part it concerns. */
export interface MalformedPart {
  path: (string | number)[];
  message: Text;
}

const { localeError: inChinese } = z.locales.zhCN();
const { localeError: inEnglish } = z.locales.en();
const said = (message: ReturnType<typeof inChinese>): string => (typeof message === 'string' ? message : (message?.message ?? ''));

/** More faults than this are not listed: the first ones are to be mended first. */
const mostFaults = 20;

/** A value as a process, or the parts in which it is malformed. Judges form alone; what makes a good process is the rules' business. */
export function asProcess(value: Json): { process: Process } | { malformed: MalformedPart[] } {
  const parsed = processSchema.safeParse(value);
  if (parsed.success) return { process: parsed.data };
  return {
    malformed: parsed.error.issues.slice(0, mostFaults).map((issue) => {
      const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
      const [unknown] = issue.code === 'unrecognized_keys' ? issue.keys : [];
      return { path: unknown === undefined ? path : [...path, unknown], message: sentenceOf(issue, path.join('.')) };
    }),
  };
}

function sentenceOf(issue: z.core.$ZodIssue, at: string): Text {
  // A message of ours says more than what the locale would say of the issue.
  const own = issue.code === 'custom' || issue.code === 'invalid_union' ? issue.message : '';
  const raw = issue as z.core.$ZodRawIssue; // issues come with their message filled in; the locales say the same of the raw issue
  return { zh: `${at ? `“${at}”：` : ''}${own || said(inChinese(raw))}`, en: `${at ? `“${at}”: ` : ''}${own || said(inEnglish(raw))}` };
}
