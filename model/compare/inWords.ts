import { formatYuan } from '../money.ts';
import type { Process } from '../process.ts';
import { waitSchema, waitSummary } from '../steps/period.ts';
import { textSchema, type Json, type Text } from '../text.ts';

const longest = 120;
const nothing: Text = { zh: '（无）', en: 'nothing' };

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

/** The same words in both languages. */
export function both(text: string): Text {
  const shown = cut(text) === '' ? '“”' : cut(text);
  return { zh: shown, en: shown };
}

/** A list as one sentence part. */
export function joined(parts: readonly Text[]): Text {
  return { zh: cut(parts.map(({ zh }) => zh).join('、')), en: cut(parts.map(({ en }) => en).join(', ')) };
}

/** A value as a reader would say it: working days with their word, money in yuan, rates in per cent, names as they are called in the process. `field` is the last name of its path. */
export function inWords(value: Json | undefined, field: string, process: Process): Text {
  if (value === undefined || value === null) return nothing;
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
  if (typeof value === 'number') return field.endsWith('Fen') ? both(formatYuan(value)) : field.endsWith('Bp') ? both(`${value / 100} %`) : both(String(value));
  if (typeof value === 'string') return named(value, field, process) ?? both(value);
  if (Array.isArray(value)) return value.length === 0 ? nothing : joined(value.map((item) => inWords(item, field, process)));
  const text = textSchema.safeParse(value);
  if (text.success) return { zh: cut(text.data.zh), en: cut(text.data.en) };
  const wait = waitSchema.safeParse(value);
  if (wait.success) return waitSummary(wait.data);
  const name = textSchema.safeParse(value['name'] ?? value['label']);
  if (name.success) return name.data;
  return both(JSON.stringify(value));
}

/** What a reference is called: the name of the stage, role, form or step that it names. */
function named(value: string, field: string, process: Process): Text | undefined {
  const lists: { [field: string]: readonly { id: string; name: Text }[] } = {
    stage: process.stages, role: process.roles, form: process.forms, declarationForm: process.forms, host: process.steps, parent: process.steps, awardedBy: process.steps, from: process.steps, to: process.steps,
  };
  return Object.hasOwn(lists, field) ? lists[field]?.find((candidate) => candidate.id === value)?.name : undefined;
}

/** A Chinese sentence sets Latin letters and digits apart, and nothing else. */
function spaced(words: string): string {
  return `${/^[\x21-\x7e]/.test(words) ? ' ' : ''}${words}${/[\x21-\x7e]$/.test(words) ? ' ' : ''}`;
}

/** “X of Y is now B instead of A”, with the cases that something was not there before or is no longer. */
export function nowInstead(subject: Text, label: Text, before: Text | undefined, after: Text | undefined): Text {
  const of = { zh: subject.zh === '' ? label.zh : `${subject.zh}的${label.zh}`, en: subject.en === '' ? label.en : `${label.en} of ${subject.en}` };
  if (!after) return { zh: `${of.zh}不再设置（原为${spaced(before?.zh ?? nothing.zh)}）`, en: `${of.en} is no longer set (it was ${before?.en ?? nothing.en})` };
  if (!before) return { zh: `${of.zh}现为${spaced(after.zh)}（原未设置）`, en: `${of.en} is now ${after.en} (it was not set)` };
  return { zh: `${of.zh}由${spaced(before.zh)}改为${spaced(after.zh).trimEnd()}`, en: `${of.en} is now ${after.en} instead of ${before.en}` };
}

/** A name in the quotation marks of a sentence. */
export function quoted({ zh, en }: Text): Text {
  return { zh: `“${cut(zh)}”`, en: `“${cut(en)}”` };
}
