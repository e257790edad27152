import { z } from 'zod';
import type { Text } from '../text.ts';

const { localeError: inChinese } = z.locales.zhCN();
const { localeError: inEnglish } = z.locales.en();
const said = (message: ReturnType<typeof inChinese>): string => (typeof message === 'string' ? message : (message?.message ?? ''));

const known = new WeakMap<z.ZodType, WeakMap<object, { reason: Text | undefined }>>(); // derived from immutable values: previews ask about the same one again and again

/** Why a value is not what a schema says, with the place of the first fault; absent where it is. `named` says what the value is. */
export function malformed(schema: z.ZodType, value: object, named: Text, labels?: ReadonlyMap<string, Text>): Text | undefined {
  const reasons = known.get(schema) ?? new WeakMap<object, { reason: Text | undefined }>();
  known.set(schema, reasons);
  const found = reasons.get(value);
  if (found) return found.reason;
  const reason = look(schema, value, named, labels);
  reasons.set(value, { reason });
  return reason;
}

function look(schema: z.ZodType, value: object, named: Text, labels: ReadonlyMap<string, Text> | undefined): Text | undefined {
  const result = schema.safeParse(value);
  if (result.success) return undefined;
  const [issue] = result.error.issues;
  const [first, ...rest] = (issue?.path ?? []).map(String);
  const label = labels?.get(first ?? '') ?? { zh: first ?? '', en: first ?? '' };
  const at = (language: keyof Text): string => [label[language], ...rest].filter(Boolean).join('.');
  // A custom message of ours is more than what the locale would say of the issue.
  const own = issue?.code === 'custom' || issue?.code === 'invalid_union' ? issue.message : '';
  const raw = issue as z.core.$ZodRawIssue; // issues come with their message filled in; the locales say the same of the raw issue
  return {
    zh: `${named.zh}不合要求${at('zh') && `（${at('zh')}）`}：${own || said(inChinese(raw))}`,
    en: `${named.en} is not as it must be${at('en') && ` (${at('en')})`}: ${own || said(inEnglish(raw))}`,
  };
}
