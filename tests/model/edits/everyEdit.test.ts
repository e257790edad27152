import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { editKinds, editSchema } from '../../../model/edits/index.ts';
import { textSchema } from '../../../model/text.ts';

const folder = new URL('../../../model/edits/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && readFileSync(new URL(file, folder), 'utf8').includes('= defineEdit<'));
const names = Object.keys(editKinds) as (keyof typeof editKinds)[]; // Object.keys forgets what the record knows
const tables = readdirSync(new URL('.', import.meta.url));

describe('every edit', () => {
  it('is one file of its name, registered once', () => {
    expect(files.toSorted()).toEqual(names.map((name) => `${name}.ts`).toSorted());
  });

  it.each(names)('%s: file, export, registry and `edit` are the same word', async (name) => {
    const module = (await import(new URL(`${name}.ts`, folder).href)) as Record<string, unknown>; // the folder is read at run time
    expect(module[name]).toBe(editKinds[name]);
    expect(editKinds[name].edit).toBe(name);
  });

  it.each(names)('%s has a title in both languages and a table of its own', (name) => {
    expect(textSchema.safeParse(editKinds[name].title).success).toBe(true);
    expect(editKinds[name].title.zh).toMatch(/[\u4e00-\u9fff]/);
    expect(tables).toContain(`${name}.test.ts`);
  });

  it.each(names)('%s knows its own word and no field it has not', (name) => {
    const fields: unknown = editKinds[name].fields;
    expect(fields).toBeInstanceOf(z.ZodObject);
    if (!(fields instanceof z.ZodObject)) return;
    expect((fields.shape['edit'] as z.ZodType).safeParse(name).success).toBe(true); // zod keeps the shape's members as its core type
    expect(fields.safeParse({ edit: name, colour: 'red' }).error?.issues).toContainEqual(expect.objectContaining({ code: 'unrecognized_keys' }));
  });

  it('is read by the schema of all, and nothing else is', () => {
    expect(editSchema.safeParse({ edit: 'teleport' }).success).toBe(false);
    expect(editSchema.safeParse({ edit: 'ungroup', step: 'review' }).success).toBe(true);
  });
});
