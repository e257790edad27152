import { checkExpression } from '../condition.ts';
import type { Text } from '../text.ts';
import { fieldLabel, pointerTo } from './fieldLabel.ts';
import type { JsonSchema } from './jsonSchema.ts';
import type { FormFault } from './validateForm.ts';

/**
 * What is wrong with a form's schema beyond its well-formedness, `pointer` naming the field as in the answers (`/invoices/0`
 * for the rows of a list): patterns that can be slow, fields without labels, `required` names that do not exist, bounds
 * that cross, choices without labels, objects that take any field, conditions of visibility that cannot be told from earlier answers.
 */
export function formSchemaFaults(schema: JsonSchema): FormFault[] {
  const faults: FormFault[] = [];
  if (schema.type !== 'object') {
    faults.push({ pointer: '', message: { zh: '表单须是一组字段(object)。', en: 'A form must be a group of fields (object).' } });
  }
  look(schema, '');
  const earlier: { [name: string]: JsonSchema } = {};
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    const visible = field['x-visible'];
    const [fault] = visible === undefined ? [] : checkExpression(visible, { type: 'object', properties: { ...earlier } }, 'boolean');
    if (fault) {
      const label = fieldLabel(schema, pointerTo('', name));
      faults.push({
        pointer: pointerTo('', name),
        message: { zh: `“${label.zh}”的显示条件（只能用前面各栏）：${fault.message.zh}`, en: `"${label.en}" has a condition of visibility (over earlier fields) that does not work: ${fault.message.en}` },
      });
    }
    earlier[name] = field;
  }
  return faults;

  function look(field: JsonSchema, pointer: string): void {
    const label = fieldLabel(schema, pointer);
    const say = (zh: string, en: string) => {
      faults.push({ pointer, message: { zh: `“${label.zh}”${zh}`, en: `"${label.en}" ${en}` } });
    };
    const row = pointer.endsWith('/0');
    if (pointer !== '' && !row && !(field['x-zh'] && field['x-en'])) {
      say('缺少中文或英文标签(x-zh、x-en)。', 'has no Chinese or no English label (x-zh, x-en).');
    }
    if (field['x-visible'] !== undefined && pointer.lastIndexOf('/') !== 0) say('在列表或分组内，不能有显示条件。', 'stands inside a list or group and cannot have a condition of visibility.');
    if (field.type === undefined) say('没有类型(type)。', 'has no type.');
    if (field.pattern !== undefined) {
      const fault = patternFault(field.pattern);
      if (fault) say(`的格式规则不可用：${fault.zh}`, `has a pattern that cannot be used: ${fault.en}`);
    }
    for (const [low, high] of [
      [field.minimum, field.maximum],
      [field.minLength, field.maxLength],
      [field.minItems, field.maxItems],
    ]) {
      if (low !== undefined && high !== undefined && low > high) {
        say(`的下限 ${low} 大于上限 ${high}。`, `has a lower bound ${low} above its upper bound ${high}.`);
      }
    }
    for (const labels of [field['x-enum-zh'], field['x-enum-en']]) {
      if (labels && labels.length !== (field.enum ?? []).length) {
        say('的选项与选项标签数目不符。', 'has another number of choices than of labels for them.');
      }
    }
    if (field.type === 'object') {
      if (field.additionalProperties !== false) {
        say('未禁止表单外的字段(additionalProperties: false)。', 'does not refuse fields the form has not (additionalProperties: false).');
      }
      for (const name of field.required ?? []) {
        if (!Object.hasOwn(field.properties ?? {}, name)) {
          say(`要求填写不存在的字段“${name}”。`, `requires the field "${name}", which does not exist.`);
        }
      }
    }
    for (const [name, property] of Object.entries(field.properties ?? {})) look(property, pointerTo(pointer, name));
    if (field.items) look(field.items, pointerTo(pointer, '0'));
  }
}

/**
 * Why a regular expression cannot be used in a form; `undefined`: it can. Allowed are those whose matching time cannot
 * explode: no look-around, no back references, and no repetition of a group that itself repeats or chooses.
 */
export function patternFault(pattern: string): Text | undefined {
  try {
    new RegExp(pattern, 'u');
  } catch {
    return { zh: '不是正则表达式。', en: 'it is no regular expression.' };
  }
  const plain = pattern.replace(/\[(?:\\.|[^\]\\])*\]/g, 'x');
  if (/\(\?(?!:)/.test(plain)) return { zh: '不能用环视或命名组。', en: 'look-around and named groups are not allowed.' };
  if (/\\[1-9k]/.test(plain)) return { zh: '不能用反向引用。', en: 'back references are not allowed.' };
  if (repeatsRepetition(plain.replace(/\\./g, 'x'))) {
    return { zh: '不能重复一个本身含重复或选择的组。', en: 'a group that repeats or chooses cannot itself be repeated.' };
  }
  return undefined;
}

function repeatsRepetition(plain: string): boolean {
  const groups: { varies: boolean }[] = [{ varies: false }];
  for (let index = 0; index < plain.length; index += 1) {
    const character = plain.charAt(index);
    const group = groups.at(-1);
    if (!group) return true;
    if (character === '(') {
      groups.push({ varies: false });
      // `(?:` is no repetition.
      if (plain.startsWith('?:', index + 1)) index += 2;
    } else if (character === ')') {
      groups.pop();
      const repeated = /^[*+{]/.test(plain.slice(index + 1));
      if (group.varies && repeated) return true;
      const outer = groups.at(-1);
      if (outer && group.varies) outer.varies = true;
    } else if ('*+?{|'.includes(character)) group.varies = true;
  }
  return false;
}
