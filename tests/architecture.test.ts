import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { basename, dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

interface Allowance {
  /** Files this line speaks of: a folder (`model/`), or a beginning (`model/condition`). The longest that fits a file decides. */
  files: string;
  /** Beginnings of paths in the house. */
  house: readonly string[];
  /** The same, by `import type` only. */
  types?: readonly string[];
  /** Packages; `node` stands for Node's own modules, `scope/*` for all of a scope, `*` for every package we name in package.json. */
  outside: readonly string[];
  /** Exceptions from `house`. */
  never?: readonly string[];
}

const model = ['zod', 'feelin', '@cfworker/json-schema', 'canonicalize', '@noble/hashes'];
const server = [
  'express', 'express-rate-limit', 'helmet', 'busboy', 'file-type', 'pino', 'pino-pretty', 'zod', '@casl/ability', 'openid-client', 'jose',
  'drizzle-orm', 'drizzle-kit', '@electric-sql/pglite', 'pg', 'canonicalize', '@noble/hashes', '@temporalio/*', 'prom-client', '@opentelemetry/*', 'node',
];
const serverHouse = ['server/', 'model/', 'measures/', 'evidence/', 'workflows/messages.ts'];
const page = [
  'react', 'react-dom', 'react-router', 'antd', '@ant-design/icons', '@rjsf/*', '@xyflow/react', 'elkjs', '@tanstack/react-query', 'zustand',
  'i18next', 'react-i18next', 'dayjs', 'codemirror', '@codemirror/*', 'lang-feel',
];

/** Who may import whom. */
const allowances: readonly Allowance[] = [
  { files: 'model/', house: ['model/'], never: ['model/bpmn/'], types: ['model/bpmn/'], outside: model },
  { files: 'model/condition', house: ['model/'], never: ['model/bpmn/'], types: ['model/bpmn/'], outside: [...model, 'lezer-feel', '@lezer/common'] },
  { files: 'model/bpmn/', house: ['model/'], outside: [...model, 'bpmn-moddle'] },
  { files: 'measures/', house: ['measures/', 'model/'], outside: [] },
  {
    files: 'workflows/', house: ['workflows/', 'model/'], types: ['activities/'], outside: ['@temporalio/workflow'],
    never: ['model/bpmn/', 'model/edits/', 'model/rules/', 'model/soundness/', 'model/api/'],
  },
  { files: 'activities/', house: ['activities/', 'model/'], outside: ['@temporalio/activity', 'zod', 'node'] },
  { files: 'server/', house: serverHouse, types: ['activities/', 'workflows/'], outside: server },
  { files: 'server/worker', house: [...serverHouse, 'activities/'], types: ['workflows/'], outside: server },
  { files: 'server/setup/', house: ['server/setup/'], outside: ['node'] },
  { files: 'evidence/', house: ['evidence/', 'model/'], outside: ['@noble/hashes', 'canonicalize', 'fflate', 'zod', 'node'] },
  { files: 'evidence/replay', house: ['evidence/', 'model/'], outside: ['@noble/hashes', 'canonicalize', 'fflate', 'zod', 'node', '@temporalio/*'] },
  { files: 'sandbox/', house: ['sandbox/', 'measures/'], types: ['model/'], outside: ['express', 'node'] },
  { files: 'sandbox/demo/', house: ['sandbox/demo/', 'model/', 'measures/'], outside: ['node'] },
  { files: 'designer/', house: ['designer/', 'model/'], outside: page },
  { files: 'designer/vite.config.ts', house: [], outside: ['vite', '@vitejs/plugin-react', 'node'] },
  { files: 'bench/', house: [''], outside: ['*', 'node'] },
  { files: 'tests/', house: [''], outside: ['*', 'node'] },
];

const withReadme = ['model', 'measures', 'workflows', 'activities', 'server', 'sandbox', 'designer', 'bench', 'tests'];
const namelessWords = /^(utils?|helpers?|common|manager|misc|types?)$|(Utils?|Helpers?|Manager)$/;

const root = fileURLToPath(new URL('..', import.meta.url));
const folders = [...new Set(allowances.map(({ files }) => files.split('/')[0] ?? ''))].filter((folder) => existsSync(join(root, folder)));
// A cast because JSON.parse knows no shape; npm holds package.json to this one.
const packageJson = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<'dependencies' | 'devDependencies', Record<string, string>>;
const runtimePackages = new Set(Object.keys(packageJson.dependencies));
const packages = new Set([...runtimePackages, ...Object.keys(packageJson.devDependencies)]);
const nodeModules = new Set(builtinModules);

function everyFile(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'node_modules' || entry.name === 'dist' ? [] : everyFile(path);
    return [path];
  });
}

const files = folders.flatMap(everyFile);
const sources = files.filter((file) => /\.(ts|tsx|mjs)$/.test(file));

interface Import { from: string; typeOnly: boolean }

function importsOf(file: string): Import[] {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.ES2022, false, file.endsWith('x') ? ts.ScriptKind.TSX : undefined);
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      found.push({ from: node.moduleSpecifier.text, typeOnly: node.importClause?.isTypeOnly ?? false });
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined && ts.isStringLiteral(node.moduleSpecifier)) {
      found.push({ from: node.moduleSpecifier.text, typeOnly: node.isTypeOnly });
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
      found.push({ from: node.argument.literal.text, typeOnly: true });
    } else if (ts.isCallExpression(node) && (node.expression.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(node.expression) && node.expression.text === 'require'))) {
      const [argument] = node.arguments;
      if (argument !== undefined && ts.isStringLiteralLike(argument)) found.push({ from: argument.text, typeOnly: false });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const allowanceOf = (file: string): Allowance | undefined =>
  allowances.filter((allowance) => file.startsWith(allowance.files)).sort((a, b) => b.files.length - a.files.length)[0];

const packageOf = (specifier: string): string => specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
const isNode = (specifier: string): boolean => specifier.startsWith('node:') || nodeModules.has(specifier);
const within = (path: string, beginnings: readonly string[] = []): boolean => beginnings.some((beginning) => path.startsWith(beginning));

/** What is wrong with an import, in words; undefined when nothing is. */
function judge(file: string, { from, typeOnly }: Import): string | undefined {
  const allowance = allowanceOf(file);
  if (allowance === undefined) return `${file}: no line of the table speaks of it`;
  if (from.startsWith('.')) {
    const target = posix.join(dirname(file), from.replace(/\?.*$/, ''));
    if (typeOnly && within(target, allowance.types)) return undefined;
    if (within(target, allowance.never) || !within(target, allowance.house)) return `${file} may not import ${target}`;
    return undefined;
  }
  if (isNode(from)) return within('node', allowance.outside) ? undefined : `${file} may not import Node's ${from}`;
  const name = packageOf(from);
  const allowed = allowance.outside.some((entry) => entry === '*' || entry === name || (entry.endsWith('/*') && name.startsWith(entry.slice(0, -1))));
  return allowed ? undefined : `${file} may not import the package ${name}`;
}

const imports = sources.flatMap((file) => importsOf(file).map((each) => ({ file, ...each })));

describe('who may import whom', () => {
  test('every import is in the table', () => {
    expect(imports.flatMap((each) => judge(each.file, each) ?? [])).toEqual([]);
  });

  test('every import of our own names an existing file with its ending', () => {
    const missing = imports.filter(({ file, from }) => from.startsWith('.') && !existsSync(join(root, dirname(file), from.replace(/\?.*$/, ''))));
    expect(missing.map(({ file, from }) => `${file}: ${from}`)).toEqual([]);
  });

  test('every package is in package.json, and what runs in production among its dependencies', () => {
    const build = /^(tests|bench)\/|drizzle\.config\.ts$|vite\.config\.ts$/;
    const undeclared = imports.filter(({ file, from, typeOnly }) => {
      if (from.startsWith('.') || isNode(from)) return false;
      return !(typeOnly || build.test(file) ? packages : runtimePackages).has(packageOf(from));
    });
    expect(undeclared.map(({ file, from }) => `${file}: ${from}`)).toEqual([]);
  });

  test.each([
    ['model/advance.ts', 'express', false, "may not import the package express"],
    ['model/advance.ts', 'node:fs', false, "may not import Node's node:fs"],
    ['model/advance.ts', '../server/app.ts', false, 'may not import server/app.ts'],
    ['model/advance.ts', './bpmn/read.ts', false, 'may not import model/bpmn/read.ts'],
    ['workflows/runCase.ts', '../activities/pay.ts', false, 'may not import activities/pay.ts'],
    ['workflows/runCase.ts', '../activities/pay.ts', true, undefined],
    ['workflows/runCase.ts', '../model/advance.ts', false, undefined],
    ['server/app.ts', '../designer/main.tsx', false, 'may not import designer/main.tsx'],
    ['server/worker.ts', '../activities/pay.ts', false, undefined],
    ['server/setup/start.mjs', 'express', false, 'may not import the package express'],
    ['designer/main.tsx', '@temporalio/client', false, 'may not import the package @temporalio/client'],
    ['designer/main.tsx', '@rjsf/core/lib/Form', false, undefined],
    ['elsewhere/a.ts', 'zod', false, 'no line of the table speaks of it'],
  ])('the table judges: %s importing %s (type only: %s)', (file, from, typeOnly, verdict) => {
    const said = judge(file, { from, typeOnly });
    if (verdict === undefined) expect(said).toBeUndefined();
    else expect(said).toContain(verdict);
  });
});

describe('the form of files', () => {
  test('no file has more than 300 lines', () => {
    const long = sources.map((file) => ({ file, lines: readFileSync(join(root, file), 'utf8').replace(/\n$/, '').split('\n').length }));
    expect(long.filter(({ lines }) => lines > 300)).toEqual([]);
  });

  test('no file or folder has a name that says nothing', () => {
    const nameless = sources.filter((file) => relative('', file).split('/').some((part) => namelessWords.test(part.replace(/\..*$/, ''))));
    expect(nameless).toEqual([]);
  });

  test.each(withReadme)('%s has a README of one page', (folder) => {
    const path = join(root, folder, 'README.md');
    expect(existsSync(path), `${folder}/README.md is missing`).toBe(true);
    expect(readFileSync(path, 'utf8').trim().split('\n').length).toBeLessThanOrEqual(60);
  });

  test('the walk found the house', () => {
    expect(sources.map((file) => basename(file))).toContain('architecture.test.ts');
    expect(folders).toEqual(expect.arrayContaining(['model', 'server', 'workflows', 'designer']));
  });
});
