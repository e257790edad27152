import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rules } from '../../../model/rules/index.ts';
import { textSchema } from '../../../model/text.ts';

const folder = new URL('../../../model/rules/', import.meta.url);
const notRules = ['defineRule.ts', 'incremental.ts', 'index.ts'];
const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && !notRules.includes(file));
const tables = readdirSync(new URL('.', import.meta.url));

describe('every rule', () => {
  it('is one file of its name, registered once', () => {
    expect(rules.map((rule) => `${rule.rule}.ts`).toSorted()).toEqual(files.toSorted());
  });

  it.each(files)('%s exports the registered rule under the name of the file', async (file) => {
    const name = file.replace(/\.ts$/, '');
    const module = (await import(new URL(file, folder).href)) as Record<string, unknown>; // the folder is read at run time
    expect(module[name]).toBe(rules.find((rule) => rule.rule === name));
    expect(module[name]).toBeDefined();
  });

  it.each([...rules])('$rule has a table of valid and invalid processes', ({ rule }) => {
    expect(tables).toContain(`${rule}.test.ts`);
  });

  it.each([...rules])('$rule says in both languages what it is and what goes wrong without it', ({ title, why, severity }) => {
    expect(textSchema.safeParse(title).success).toBe(true);
    expect(textSchema.safeParse(why).success).toBe(true);
    for (const text of [title, why]) expect(text.zh).toMatch(/[\u4e00-\u9fff]/);
    expect(['error', 'warning']).toContain(severity);
  });
});
