import type { Act, ActAnswer } from '../../workflows/messages.ts';
import type { Json } from '../../model/text.ts';
import type { Deps } from '../deps.ts';
import type { Write } from '../http/call.ts';

/**
 * Hands a human act to its case. `judge` says what the act is, or refuses; it is asked only the first time: where an earlier
 * attempt under the same key was already on its way, the very same act is sent again, since what it was judged by may have
 * changed by itself. Acknowledged only when the case has taken it in and written it.
 */
export async function sendAct({ cases }: Pick<Deps, 'cases'>, write: Write, caseId: string, judge: () => Promise<Act>): Promise<ActAnswer> {
  // An act is JSON by the kernel's own rule, and an intent is only ever what this function kept.
  const intent = (write.intent ?? (await write.intend((await judge()) as unknown as Json))) as unknown as Act;
  return cases.act(caseId, { key: write.key, body: write.bodyHash, act: intent });
}
