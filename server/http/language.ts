import type { Request } from 'express';
import type { Text } from '../../model/text.ts';

/** The language asked for: Chinese unless English is preferred. */
export function languageOf(request: Request): keyof Text {
  const asked = request.acceptsLanguages(['zh', 'zh-CN', 'zh-Hans', 'en', 'en-US', 'en-GB']);
  return typeof asked === 'string' && asked.startsWith('en') ? 'en' : 'zh';
}
