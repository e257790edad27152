import type { Act, ActAnswer } from '../../workflows/messages.ts';
import type { Json } from '../../model/text.ts';
import type { Deps } from '../deps.ts';
import type { Write } from '../http/call.ts';
import { Refused } from '../refusals.ts';

/**
 * Hands a human act to its case. `judge` says what the act is, or refuses; it is asked only the first time: where an earlier
 * attempt under the same key was already on its way, the very same act is sent again, since what it was judged by may have
 * changed by itself. `before` is done between both, each time. Acknowledged only when the case has taken it in and written it.
 */
export async function sendAct({ store, cases }: Pick<Deps, 'cases' | 'store'>, write: Write, caseId: string, judge: () => Promise<Act>, before: () => Promise<void> = () => Promise.resolve()): Promise<ActAnswer> {
  // An act is JSON by the kernel's own rule, and an intent is only ever what this function kept.
  const intent = (write.intent ?? (await write.intend((await judge()) as unknown as Json))) as unknown as Act;
  await before();
  try {
    return await cases.act(caseId, { key: write.key, body: write.bodyHash, act: intent });
  } catch (error) {
    // A task that is shown and not open: after a crash the rows can stand ahead of the history, and nobody else would find out.
    if (error instanceof Refused && error.refusal.code === 'taskNotOpen' && 'task' in intent && (await store.tasks.find(caseId, intent.task))) await cases.showAgain(caseId);
    throw error;
  }
}
