import { refuse } from '../refusals.ts';
import type { Json } from '../../model/text.ts';

/** The largest JSON body the door takes, in bytes. */
export const bodyLimitBytes = 64 * 1024;

const mostNested = 32;
// A name that reaches into an object's prototype has no business in data.
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

/** Reads a JSON body; refuses with the place of what is wrong. */
export function readJson(text: string): Json {
  if (text.trim() === '') return {};
  let value: Json;
  try {
    value = JSON.parse(text) as Json; // JSON.parse gives nothing else
  } catch (error) {
    const place = placeOf(text, error);
    throw refuse('malformed', `请求体不是有效的 JSON（${place.zh}），请更正后重试。`, `The body is not valid JSON (${place.en}); correct it and try again.`, place.where);
  }
  walk(value, '', 0);
  return value;
}

/** Refuses texts from outside the body (path, query, multipart fields) that cannot be stored. */
export function readable<T>(texts: T): T {
  walk(texts as Json, '', 0); // names and texts that Express parsed: JSON by construction
  return texts;
}

function placeOf(text: string, error: unknown): { zh: string; en: string; where: string } {
  const said = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
  const until = text.slice(0, said === undefined ? text.length : Number(said));
  const line = until.split('\n').length;
  const column = until.length - until.lastIndexOf('\n');
  return { zh: `第 ${line} 行第 ${column} 列`, en: `line ${line}, column ${column}`, where: `${line}:${column}` };
}

function walk(value: Json, pointer: string, depth: number): void {
  if (depth > mostNested) throw refuse('malformed', `内容嵌套超过 ${mostNested} 层。`, `The content is nested deeper than ${mostNested} levels.`, pointer);
  if (typeof value === 'string') {
    // PostgreSQL's text cannot hold NUL, and half a surrogate pair is no text.
    if (value.includes('\u0000') || /\p{Surrogate}/u.test(value)) throw refuse('malformed', '文字中含有无法保存的字符。', 'A text contains a character that cannot be stored.', pointer);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    if (forbidden.has(name) || name.includes('\u0000')) throw refuse('malformed', `不允许使用名称“${name}”。`, `The name “${name}” is not allowed.`, pointer);
    walk(inner, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, depth + 1);
  }
}
