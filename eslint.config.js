import { builtinModules } from 'node:module';
import tseslint from 'typescript-eslint';

/** Each entry is a construction that has no place in some folder, with the reason a reader needs. */
const ban = (selector, message) => ({ selector, message });

const kindComparisons = ['BinaryExpression[operator=/^[!=]==?$/]', 'SwitchStatement'].flatMap((place) => [
  ban(`${place} > MemberExpression[property.name='kind'][object.name=/step$/i]`, 'Shared code names no kind: what it wants to know is a property of every kind in model/steps.'),
  ban(`${place} > MemberExpression[property.name='kind'][object.property.name=/step$/i]`, 'Shared code names no kind: what it wants to know is a property of every kind in model/steps.'),
]);

const clock = [
  ban("CallExpression[callee.object.name='Date'][callee.property.name='now']", 'No clock here: time enters as `at` inside an event.'),
];

/** Allowed nowhere in the kernel. In workflows Temporal makes `Date.now()` its own recorded time, so a case's clock may ask it. */
const chanceAndState = [
  ban("NewExpression[callee.name='Date'][arguments.length=0]", 'No clock here: time enters as `at` inside an event.'),
  ban("CallExpression[callee.name='Date']", 'No clock here: time enters as `at` inside an event.'),
  ban("MemberExpression[object.name='performance'][property.name='now']", 'No clock here: time enters as `at` inside an event.'),
  ban("MemberExpression[object.name='Math'][property.name='random']", 'No chance here: what is unique is counted per case.'),
  ban("MemberExpression[object.name='crypto']", 'No chance here: what is unique is counted per case.'),
  ban("Program > VariableDeclaration[kind!='const']", 'No mutable module state: it would leak between cases and replays.'),
  ban("Program > ExportNamedDeclaration > VariableDeclaration[kind!='const']", 'No mutable module state: it would leak between cases and replays.'),
];

const awaiting = [
  ban('AwaitExpression', 'The model never awaits.'),
  ban('ForOfStatement[await=true]', 'The model never awaits.'),
  ban(':function[async=true]', 'The model never awaits.'),
];

const asyncValidators = [
  ban("Property[key.name='validator'] > :function[async=true]", 'Temporal never awaits a validator: its refusal would be lost. Make it synchronous.'),
  ban("VariableDeclarator[id.name=/validator$/i] > :function[async=true]", 'Temporal never awaits a validator: its refusal would be lost. Make it synchronous.'),
];

const syntax = (...bans) => ({ 'no-restricted-syntax': ['error', ...bans.flat()] });
const noNode = {
  'no-restricted-imports': ['error', {
    patterns: [{ group: ['node:*'], message: 'Nothing of Node here.' }],
    paths: builtinModules.filter((name) => !name.startsWith('_')).map((name) => ({ name, message: 'Nothing of Node here.' })),
  }],
};

export default tseslint.config(
  { ignores: ['node_modules/', 'dist/', '.shenpi/', 'coverage/', '**/*.sql'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx,mjs,js}'],
    languageOptions: { parser: tseslint.parser },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-debugger': 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-var': 'error',
      'prefer-const': ['error', { ignoreReadBeforeAssign: true }],
      'no-unused-expressions': 'off',
      'no-constant-condition': ['error', { checkLoops: 'allExceptWhileTrue' }],
      'no-async-promise-executor': 'error',
      'no-unsafe-finally': 'error',
      'no-cond-assign': 'error',
      'no-dupe-keys': 'error',
      'no-self-compare': 'error',
      'no-template-curly-in-string': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'all' }],
      ...syntax(kindComparisons),
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    rules: {
      'max-lines': ['error', { max: 300 }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/ban-ts-comment': 'error',
    },
  },
  {
    files: ['workflows/**/*.ts', 'activities/**/*.ts', 'server/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
    },
  },
  { files: ['model/**/*.ts'], rules: { ...noNode, ...syntax(kindComparisons, clock, chanceAndState, awaiting) } },
  { files: ['model/steps/**/*.ts'], rules: syntax(clock, chanceAndState, awaiting) },
  { files: ['model/bpmn/**/*.ts'], rules: syntax(kindComparisons, clock, chanceAndState) },
  { files: ['workflows/**/*.ts'], rules: { ...noNode, ...syntax(kindComparisons, chanceAndState, asyncValidators) } },
  { files: ['tests/**/*.{ts,tsx}'], rules: { 'no-restricted-syntax': 'off' } },
);
