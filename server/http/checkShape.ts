import { z } from 'zod';
import { refuse, type BodyFault } from '../refusals.ts';

const { localeError: inChinese } = z.locales.zhCN();
const { localeError: inEnglish } = z.locales.en();
const said = (message: ReturnType<typeof inChinese>): string => (typeof message === 'string' ? message : (message?.message ?? ''));

/** What a schema says about a value that stands at `under` in the body: the value as read, or a refusal that names each fault by JSON pointer in both languages. */
export function checkShape<S extends z.ZodType>(schema: S, value: unknown, code: 'malformed' | 'processMalformed' = 'malformed', under = ''): z.output<S> {
  const result = schema.safeParse(value, { reportInput: false });
  if (result.success) return result.data;
  const errors: BodyFault[] = result.error.issues.slice(0, 50).map((issue) => ({
    pointer: `${under}${issue.path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`,
    // Issues come with their message filled in; the locales say the same of the raw issue.
    message: { zh: said(inChinese(issue as z.core.$ZodRawIssue)) || issue.message, en: said(inEnglish(issue as z.core.$ZodRawIssue)) || issue.message },
  }));
  const [first] = errors;
  throw refuse(code, `请求内容不符合要求：${first?.pointer || '/'} ${first?.message.zh ?? ''}`, `The request is not as it should be: ${first?.pointer || '/'} ${first?.message.en ?? ''}`, first?.pointer ?? '', errors);
}
