import { same } from '../same.ts';
import type { Json, JsonObject, Text } from '../text.ts';
import type { Comparison } from './difference.ts';
import { inWords, quoted } from './inWords.ts';

type Sentence = (subject: Text, before: Json | undefined, after: Json | undefined, comparison: Comparison) => Text | undefined;

const days = (due: Json | undefined): number | undefined => {
  const value = typeof due === 'object' && due !== null && !Array.isArray(due) ? due['workingDays'] : undefined;
  return typeof value === 'number' ? value : undefined;
};

const dueSentence: Sentence = (subject, before, after) => {
  const [old, now] = [days(before), days(after)];
  if (now === undefined) return { zh: `${subject.zh}不再有办理期限（原为 ${old} 个工作日）`, en: `${subject.en} no longer has a deadline (it was due in ${old} working days)` };
  if (old === undefined) return { zh: `${subject.zh}新设办理期限 ${now} 个工作日`, en: `${subject.en} is now due in ${now} working days (it had no deadline)` };
  return { zh: `${subject.zh}的办理期限由 ${old} 个工作日改为 ${now} 个工作日`, en: `${subject.en} is now due in ${now} working days instead of ${old}` };
};

const items = (value: Json | undefined): JsonObject[] => (Array.isArray(value) ? value.filter((item): item is JsonObject => typeof item === 'object' && item !== null && !Array.isArray(item)) : []);

const outcomesSentence: Sentence = (subject, before, after, comparison) => {
  const [old, now] = [items(before), items(after)];
  const names = (list: JsonObject[], process: Comparison['before']) => list.map((item) => quoted(inWords(item, 'outcomes', process)));
  const added = names(now.filter((item) => !old.some(({ id }) => id === item['id'])), comparison.after);
  const removed = names(old.filter((item) => !now.some(({ id }) => id === item['id'])), comparison.before);
  const changed = names(now.filter((item) => old.some((other) => other['id'] === item['id'] && !same(other, item))), comparison.after);
  const parts = [
    ...added.map(({ zh, en }) => ({ zh: `新增${zh}`, en: `${en} was added` })),
    ...removed.map(({ zh, en }) => ({ zh: `删除${zh}`, en: `${en} was removed` })),
    ...changed.map(({ zh, en }) => ({ zh: `${zh}有改动`, en: `${en} changed` })),
  ];
  if (parts.length === 0) return { zh: `${subject.zh}的办理结果次序已调整`, en: `The order of the outcomes of ${subject.en} changed` };
  return { zh: `${subject.zh}的办理结果：${parts.map(({ zh }) => zh).join('，')}`, en: `Outcomes of ${subject.en}: ${parts.map(({ en }) => en).join(', ')}` };
};

const requiredSentence: Sentence = (subject, before, after) => {
  const when = (value: Json | undefined) => (typeof value === 'object' && value !== null && !Array.isArray(value) ? value['when'] : undefined);
  if (after === undefined) return { zh: `${subject.zh}现在总是需要`, en: `${subject.en} is now always required` };
  if (same(when(before), when(after))) return undefined;
  return { zh: `${subject.zh}现在只在 ${String(when(after))} 时需要`, en: `${subject.en} is now required only when ${String(when(after))}` };
};

const yesNo = (zhYes: string, enYes: string, zhNo: string, enNo: string): Sentence => (subject, _before, after) => (after === true ? { zh: `${subject.zh}${zhYes}`, en: `${subject.en} ${enYes}` } : { zh: `${subject.zh}${zhNo}`, en: `${subject.en} ${enNo}` });

/** Sentences for fields of which more can be said than “is now … instead of …”, by the name of the field, whichever kind has it. */
export const fieldSentences: { readonly [field: string]: Sentence } = {
  id: (subject, before, after) => ({ zh: `${subject.zh}的标识由 ${String(before)} 改为 ${String(after)}`, en: `${subject.en} is now known as ${String(after)} instead of ${String(before)}` }),
  due: dueSentence,
  wait(subject, before, after, comparison) {
    const [old, now] = [inWords(before, 'wait', comparison.before), inWords(after, 'wait', comparison.after)];
    return before === undefined || after === undefined ? undefined : { zh: `${subject.zh}的等待由 ${old.zh}改为 ${now.zh}`, en: `${subject.en} now waits ${now.en} instead of ${old.en}` };
  },
  outcomes: outcomesSentence,
  required: requiredSentence,
  interrupting: yesNo('现在打断所附步骤', 'now interrupts its host', '不再打断所附步骤', 'no longer interrupts its host'),
  suspends: yesNo('收到后现在中止期限', 'now stops the clocks', '收到后不再中止期限', 'no longer stops the clocks'),
  whileSuspended: yesNo('中止期间现在仍进行', 'now goes on while suspended', '中止期间不再进行', 'no longer goes on while suspended'),
};
