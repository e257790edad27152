import { describe, expect, test } from 'vitest';
import { withField, withFieldMoved, withFieldNamed, withKeyword, withNewField, withoutField, withRequired } from '../../../designer/editor/forms/fieldEdits.ts';
import { asType, fieldTypes, typeOf, unshownKeywords } from '../../../designer/editor/forms/fieldTypes.ts';
import { measures } from '../../../measures/index.ts';
import { formSchemaFaults } from '../../../model/form/formSchemaFaults.ts';
import { jsonSchemaSchema, type JsonSchema } from '../../../model/form/jsonSchema.ts';
import { sampleAnswers } from '../../../model/form/sampleAnswers.ts';
import { validateForm } from '../../../model/form/validateForm.ts';

const empty: JsonSchema = { type: 'object', properties: {}, required: [], additionalProperties: false };

describe('every type of field', () => {
  test.each(fieldTypes.map((type) => [type.type, type] as const))('%s is sound when new, and known again', (_name, type) => {
    const { group, name } = withNewField(empty, type);
    expect(jsonSchemaSchema.safeParse(group).success).toBe(true);
    expect(formSchemaFaults(group)).toEqual([]);
    expect(typeOf(group.properties?.[name] ?? {})).toBe(type);
    expect(unshownKeywords(group.properties?.[name] ?? {})).toEqual([]);
    expect(validateForm(group, sampleAnswers(group))).toEqual([]);
  });

  test('can become every other, keeping its words', () => {
    for (const from of fieldTypes) {
      for (const to of fieldTypes) {
        const field = asType({ ...from.keywords, 'x-zh': '甲', 'x-en': 'A', 'x-help-zh': '助', 'x-origin': 'own', minimum: 3, maxLength: 9 }, to);
        expect(typeOf(field), `${from.type} to ${to.type}`).toBe(to);
        expect(field).toMatchObject({ 'x-zh': '甲', 'x-help-zh': '助', 'x-origin': 'own' });
        expect(field.minimum).toBe(to.limits.includes('minimum') ? 3 : undefined);
        expect(jsonSchemaSchema.safeParse(field).success).toBe(true);
      }
    }
  });

  test('choices stay when one choice becomes several', () => {
    const one: JsonSchema = { type: 'string', enum: ['a', 'b'], 'x-enum-zh': ['甲', '乙'], 'x-enum-en': ['A', 'B'] };
    const several = asType(one, fieldTypes.find(({ type }) => type === 'choices')!); // a type of the list
    expect(several.items).toEqual(one);
    expect(asType(several, fieldTypes.find(({ type }) => type === 'choice')!)).toEqual(one); // a type of the list
  });

  test('what the builder has no type for is said to be code', () => {
    expect(typeOf({ type: 'null' })).toBeUndefined();
    expect(typeOf({ enum: [1, 2], type: 'integer' })).toBeUndefined();
    expect(typeOf({ type: 'array', items: { type: 'array' } })).toBeUndefined();
    expect(unshownKeywords({ type: 'boolean', const: true, 'x-zh': '甲', minimum: 1 })).toEqual(['const', 'minimum']);
  });

  test.each(measures.flatMap((process) => process.forms.map((form) => [`${process.id} ${form.id}`, form.schema] as const)))('%s can be built: each of its fields has a type', (_name, schema) => {
    for (const [name, field] of Object.entries(schema.properties ?? {})) expect(typeOf(field), name).toBeDefined();
  });
});

describe('the fields of a form', () => {
  const group: JsonSchema = { type: 'object', additionalProperties: false, required: ['a', 'c'], properties: { a: { type: 'string' }, b: { type: 'integer', const: 3 }, c: { type: 'boolean' } } };
  const names = (schema: JsonSchema) => Object.keys(schema.properties ?? {});

  test('move, are renamed and go, with what is required', () => {
    expect(names(withFieldMoved(group, 2, 0))).toEqual(['c', 'a', 'b']);
    expect(withFieldMoved(group, 0, 9)).toEqual(group);
    expect(withFieldNamed(group, 'c', 'd')).toMatchObject({ required: ['a', 'd'] });
    expect(names(withFieldNamed(group, 'a', 'z'))).toEqual(['z', 'b', 'c']);
    expect(withFieldNamed(group, 'a', 'b')).toBe(group);
    expect(withFieldNamed(group, 'a', 'Not allowed')).toBe(group);
    expect(withoutField(group, 'a')).toMatchObject({ required: ['c'] });
    expect(names(withoutField(group, 'a'))).toEqual(['b', 'c']);
    expect(withRequired(group, 'b', true).required).toEqual(['a', 'b', 'c']);
    expect(withRequired(group, 'a', false).required).toEqual(['c']);
  });

  test('keep what the builder does not know', () => {
    const changed = withField(group, 'b', withKeyword({ ...group.properties?.['b'] }, 'x-zh', '乙'));
    expect(changed.properties?.['b']).toEqual({ type: 'integer', const: 3, 'x-zh': '乙' });
    expect(withKeyword({ minimum: 1 }, 'minimum', undefined)).toEqual({});
  });
});
