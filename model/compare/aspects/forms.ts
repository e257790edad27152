import type { JsonSchema } from '../../form/jsonSchema.ts';
import type { Form } from '../../process.ts';
import { same } from '../../same.ts';
import type { Json, Text } from '../../text.ts';
import { defineAspect, type Comparison, type Difference, type Subject } from '../difference.ts';
import { compareFields } from '../fields.ts';
import { quoted } from '../inWords.ts';
import { listChanges } from '../listChanges.ts';
import { pair } from '../pair.ts';

const keywords = new Map<string, Text>([
  ['type', { zh: '类型', en: 'The type' }], ['title', { zh: '标题', en: 'The title' }], ['description', { zh: '说明', en: 'The description' }], ['additionalProperties', { zh: '允许其他字段', en: 'Whether other fields are allowed' }],
  ['enum', { zh: '选项', en: 'The choices' }], ['const', { zh: '固定值', en: 'The fixed value' }], ['minimum', { zh: '最小值', en: 'The least value' }], ['maximum', { zh: '最大值', en: 'The greatest value' }],
  ['minLength', { zh: '最少字数', en: 'The least length' }], ['maxLength', { zh: '最多字数', en: 'The greatest length' }], ['minItems', { zh: '最少行数', en: 'The least number of rows' }], ['maxItems', { zh: '最多行数', en: 'The greatest number of rows' }],
  ['uniqueItems', { zh: '各行不得重复', en: 'Whether rows must differ' }], ['pattern', { zh: '格式规则', en: 'The pattern' }], ['format', { zh: '格式', en: 'The format' }], ['default', { zh: '默认值', en: 'The default' }],
  ['x-zh', { zh: '中文标题', en: 'The Chinese title' }], ['x-en', { zh: '英文标题', en: 'The English title' }], ['x-help-zh', { zh: '中文填写说明', en: 'The Chinese help' }], ['x-help-en', { zh: '英文填写说明', en: 'The English help' }],
  ['x-format', { zh: '显示方式', en: 'How it is shown' }], ['x-enum-zh', { zh: '中文选项名', en: 'The Chinese names of the choices' }], ['x-enum-en', { zh: '英文选项名', en: 'The English names of the choices' }],
  ['x-visible', { zh: '何时填写', en: 'When it is asked' }], ['x-personal', { zh: '个人信息', en: 'Whether it is personal' }], ['x-origin', { zh: '来源', en: 'The origin' }],
]);

function labelOf(name: string, schema: JsonSchema | undefined): Text {
  return { zh: schema?.['x-zh'] || schema?.title || name, en: schema?.['x-en'] || schema?.title || name };
}

interface Spot {
  comparison: Comparison;
  form: string;
  /** Pointer of the schema inside the form, for the inspector. */
  field: string;
  /** `form “Decision”`, `“Amount” in form “Decision”`. */
  subject: Text;
}

function compareSchema(spot: Spot, before: JsonSchema, after: JsonSchema): Difference[] {
  const { comparison, subject, field } = spot;
  const what: Subject = { form: spot.form, field };
  const own = compareFields(comparison, what, subject, before, after, keywords, ['properties', 'required', 'items']);
  const items: Difference[] = same(before.items, after.items)
    ? []
    : before.items && after.items
      ? compareSchema({ ...spot, field: `${field}.items`, subject: { zh: `${subject.zh}的每一行`, en: `each row of ${subject.en}` } }, before.items, after.items)
      : compareFields(comparison, what, subject, { items: before.items }, { items: after.items }, new Map([['items', { zh: '行的内容', en: 'What a row is' }]]));
  return [...own, ...items, ...compareProperties(spot, before, after)];
}

function compareProperties(spot: Spot, before: JsonSchema, after: JsonSchema): Difference[] {
  const list = (schema: JsonSchema) => Object.entries(schema.properties ?? {}).map(([name, property]) => ({ name, property, required: schema.required?.includes(name) ?? false }));
  const pairs = pair(list(before), list(after), ({ name }) => name);
  const at = (name: string): Subject => ({ form: spot.form, field: `${spot.field}.properties.${name}` });
  const inForm = (name: string, property: JsonSchema): Text => {
    const label = quoted(labelOf(name, property));
    return { zh: `${spot.subject.zh}的${label.zh}`, en: `${label.en} in ${spot.subject.en}` };
  };
  const listed = listChanges(pairs, {
    one: { zh: '字段', en: 'Field' },
    many: { zh: '字段', en: 'fields' },
    of: { zh: spot.subject.zh, en: ` in ${spot.subject.en}` },
    name: ({ name, property }) => labelOf(name, property),
    what: ({ name }) => at(name),
    whole: { form: spot.form, field: `${spot.field}.properties` },
    order: 'changed',
  });
  const each = pairs.both.flatMap((both) => {
    const { name, property, required } = both.after;
    const subject = inForm(name, property);
    const need: Difference[] = both.before.required === required ? [] : [{
      change: 'changed',
      what: { ...at(name), field: `${spot.field}.required` },
      message: required ? { zh: `${subject.zh}改为必填`, en: `${subject.en} is now required` } : { zh: `${subject.zh}改为选填`, en: `${subject.en} is no longer required` },
      before: both.before.required,
      after: required,
    }];
    return [...need, ...compareSchema({ ...spot, field: `${spot.field}.properties.${name}`, subject }, both.before.property, property)];
  });
  // What the list of required fields says beyond the fields that there are, and its order.
  const told = each.length + listed.length > 0;
  const rest: Difference[] = same(before.required, after.required) || told
    ? []
    : compareFields(spot.comparison, { form: spot.form, field: spot.field }, spot.subject, { required: before.required }, { required: after.required }, new Map([['required', { zh: '必填字段表', en: 'The list of required fields' }]]));
  const empty: Difference[] = told || (before.properties === undefined) === (after.properties === undefined)
    ? []
    : compareFields(spot.comparison, { form: spot.form, field: spot.field }, spot.subject, { properties: before.properties as Json | undefined }, { properties: after.properties as Json | undefined }, new Map([['properties', { zh: '字段', en: 'The fields' }]])); // schemas survive JSON
  return [...listed, ...each, ...rest, ...empty];
}

/** Forms that were added, removed or renamed, and their fields one by one. */
export const forms = defineAspect({
  aspect: 'forms',
  covers: ['forms'],
  compare(comparison) {
    const pairs = pair<Form>(comparison.before.forms, comparison.after.forms, ({ id }) => id, (a, b) => same({ ...a, id: '' }, { ...b, id: '' }));
    const listed = listChanges(pairs, { one: { zh: '表单', en: 'Form' }, many: { zh: '表单', en: 'forms' }, name: ({ name }) => name, what: ({ id }) => ({ form: id }), whole: { field: 'forms' }, order: 'moved' });
    const labels = new Map<string, Text>([['name', { zh: '名称', en: 'The name' }], ['id', { zh: '标识', en: 'The identifier' }]]);
    return [
      ...listed,
      ...pairs.both.flatMap(({ before, after }) => {
        if (before === after) return [];
        const name = quoted(after.name);
        const subject = { zh: `表单${name.zh}`, en: `form ${name.en}` };
        return [...compareFields(comparison, { form: after.id }, subject, before, after, labels, ['schema']), ...compareSchema({ comparison, form: after.id, field: 'schema', subject }, before.schema, after.schema)];
      }),
    ];
  },
});
