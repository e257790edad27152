import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const eslint = new ESLint({
  cwd: root,
  // The snippets are in no file of the project, so the rules that ask for types have nothing to ask.
  overrideConfig: [{
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: false } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-misused-promises': 'off',
      '@typescript-eslint/await-thenable': 'off',
    },
  }],
});

async function complaints(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath });
  return (result?.messages ?? []).map(({ message }) => message);
}

test.each([
  ['model/a.ts', 'export const now = () => Date.now();', 'No clock'],
  ['model/a.ts', 'export const now = () => new Date();', 'No clock'],
  ['model/steps/a.ts', 'export const any = () => Math.random();', 'No chance'],
  ['model/bpmn/a.ts', 'export let count = 0; count += 1;', 'No mutable module state'],
  ['model/a.ts', 'export const read = async () => { await Promise.resolve(); };', 'never awaits'],
  ['model/a.ts', "import { join } from 'node:path'; export const a = join;", 'Nothing of Node'],
  ['model/a.ts', "import { join } from 'path'; export const a = join;", 'Nothing of Node'],
  ['workflows/a.ts', 'export const now = () => new Date();', 'No clock'],
  ['workflows/a.ts', "import { readFileSync } from 'fs'; export const a = readFileSync;", 'Nothing of Node'],
  ['workflows/a.ts', 'export const a = (set: (o: object) => void) => set({ validator: async () => undefined });', 'never awaits a validator'],
  ['workflows/a.ts', 'export const a = (set: (o: object) => void) => set({ async validator() { return undefined; } });', 'never awaits a validator'],
  ['designer/a.ts', "export const a = (step: { kind: string }) => step.kind === 'userTask';", 'names no kind'],
  ['server/a.ts', "export const a = (o: { step: { kind: string } }) => { switch (o.step.kind) { case 'x': return 1; default: return 2; } };", 'names no kind'],
  ['server/a.ts', 'export const a = (b: any) => b;', 'Unexpected any'],
  ['server/a.ts', "import { Text } from './text.ts'; export const a = (b: Text) => b;", 'only used as types'],
  ['measures/a.ts', '// line\n'.repeat(301), 'too many lines'],
])('%s: %s', async (path, code, complaint) => {
  expect(await complaints(path, code)).toContainEqual(expect.stringContaining(complaint));
});

test.each([
  ['model/a.ts', 'export const day = (at: string) => new Date(at).getTime();'],
  ['model/bpmn/a.ts', 'export const read = async () => { await Promise.resolve(); };'],
  ['model/steps/a.ts', "export const a = (step: { kind: string }) => step.kind === 'userTask';"],
  ['workflows/a.ts', 'export const a = (set: (o: object) => void) => set({ validator: () => undefined });'],
  ['workflows/a.ts', 'export const now = () => Date.now();'],
  ['designer/a.ts', "export const a = (event: { kind: string }) => event.kind === 'taskCompleted';"],
])('%s allows: %s', async (path, code) => {
  expect(await complaints(path, code)).toEqual([]);
});
