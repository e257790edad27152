import type { Process } from '../process.ts';
import { fieldLabels } from '../steps/fieldLabels.ts';
import { kindOf, type Step } from '../steps/index.ts';
import type { Renaming } from '../steps/renaming.ts';
import { waitSchema, waitSummary } from '../steps/period.ts';
import { textSchema, type Text } from '../text.ts';
import { renamingOf } from './renamed.ts';
import { named } from './whyNot.ts';

/** What a change of a step is called, by the labels of the fields that changed: `Due of “Review”: 5 working days`. */
export function nameOfChange(process: Process, step: Step, to: Step): Text {
  const labels = new Map([...fieldLabels(step), ...fieldLabels(to)]);
  const [was, is] = [new Map(Object.entries(step)), new Map(Object.entries(to))];
  const changed = [...labels.keys()].filter((field) => JSON.stringify(was.get(field)) !== JSON.stringify(is.get(field)));
  const { name } = step;
  const [field, ...others] = changed;
  if (kindOf(step) !== kindOf(to)) return { zh: `“${name.zh}”改为${kindOf(to).title.zh}`, en: `Make “${name.en}” a ${lowered(kindOf(to).title.en)}` };
  if (field === undefined) return { zh: `修改“${name.zh}”`, en: `Change “${name.en}”` };
  if (others.length > 0) {
    const listed = changed.map((each) => labels.get(each) ?? { zh: each, en: each });
    return { zh: `修改“${name.zh}”的${listed.map(({ zh }) => zh).join('、')}`, en: `Change ${listed.map(({ en }) => lowered(en)).join(', ')} of “${name.en}”` };
  }
  if (field === 'name') return { zh: `“${name.zh}”改名为“${to.name.zh}”`, en: `Rename “${name.en}” to “${to.name.en}”` };
  const label = labels.get(field) ?? { zh: field, en: field };
  const value = inWords(process, to, field, is.get(field));
  return { zh: `“${name.zh}”的${label.zh}${value && `：${value.zh}`}`, en: `${label.en} of “${name.en}”${value && `: ${value.en}`}` };
}

/** A field's new value where a few words can say it. */
function inWords(process: Process, step: Step, field: string, value: unknown): Text | '' {
  if (value === undefined) return { zh: '无', en: 'none' };
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
  if (typeof value === 'number') return { zh: String(value), en: String(value) };
  if (typeof value === 'string') return short(calledIn(process, step, field, value));
  const wait = waitSchema.safeParse(value);
  if (wait.success) return short(waitSummary(wait.data));
  const text = textSchema.safeParse(value);
  return text.success ? short(text.data) : '';
}

/** What a name in a step's field stands for: a role, a form or a step, by their names. The kind tells which, by what it would rename. */
function calledIn(process: Process, step: Step, field: string, value: string): Text {
  const other = (id: string): string => `${id}X`;
  const stands = (names: Partial<Renaming>): boolean => {
    const renamed = new Map<string, unknown>(Object.entries(kindOf(step).renamed(step, { ...renamingOf({}), ...names })));
    return renamed.get(field) === other(value);
  };
  const among = (list: readonly { id: string; name: Text }[]): Text | undefined => list.find(({ id }) => id === value)?.name;
  const found = field === 'stage' ? among(process.stages) : stands({ role: other }) ? among(process.roles) : stands({ form: other }) ? among(process.forms) : undefined;
  return found ?? (field === 'parent' || stands({ step: other }) ? named(process, value) : { zh: value, en: value });
}

const cut = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);
const short = ({ zh, en }: Text): Text => ({ zh: cut(zh), en: cut(en) });
const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
