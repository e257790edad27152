import { aboutOf, defaultOf } from './about.ts';
import type { Text } from '../../model/text.ts';
import { givenBy, readSettings, variables } from '../settings.ts';

/** One row of the table of settings. */
export interface SettingRow {
  /** The variable; `<OFFICE>` stands for each office's name. */
  name: string;
  /** The argument that says the same. */
  argument?: string;
  default: string;
  meaning: Text;
  expects: Text;
  secret: boolean;
  /** The variables of this row. */
  variables: string[];
}

/** Every setting, as data. */
export function settingRows(): SettingRow[] {
  const rows = new Map<string, SettingRow>();
  for (const [variable, schema] of Object.entries(variables)) {
    const { row = variable, meaning, expects, secret = false, argument } = aboutOf(schema);
    const known = rows.get(row);
    if (known) known.variables.push(variable);
    else rows.set(row, { name: row, default: defaultOf(schema), meaning, expects, secret, variables: [variable], ...(argument ? { argument: `--${argument.name}` } : {}) });
  }
  return [...rows.values()];
}

/** The table of the README, as Markdown. */
export function readmeTable(): string {
  const cell = (text: string) => (text === '' ? '' : `\`${text}\``);
  const lines = settingRows().map(({ name, argument, default: otherwise, meaning }) => `| \`${name}\`${argument === undefined ? '' : ` \`${argument}\``} | ${cell(otherwise)} | ${meaning.zh} / ${meaning.en} |`);
  return ['| setting | default | meaning |', '|---|---|---|', ...lines].join('\n');
}

/** The table with what holds here and now; secrets are only said to be set. Faults: `usage` where something set is wrong. */
export function currentTable(args: readonly string[], env: NodeJS.ProcessEnv): string {
  const given = givenBy(args, env);
  const lines = settingRows().flatMap(({ name, default: otherwise, meaning, variables: all }) => {
    const set = all.filter((variable) => given[variable] !== undefined);
    const rows = set.length === 0 ? [[name, otherwise === '' ? '–' : otherwise]] : set.map((variable) => [variable, shown(variable, given[variable] ?? '')]);
    return rows.map(([variable = '', value = '']) => `${variable}${' '.repeat(Math.max(1, 36 - variable.length))}${value}\n    ${meaning.zh}\n    ${meaning.en}`);
  });
  return lines.join('\n');
}

/** What may be seen of a value. */
function shown(variable: string, value: string): string {
  const schema = variables[variable];
  if (!schema || !aboutOf(schema).secret) return value;
  if (!URL.canParse(value) || new URL(value).password === '') return '***';
  const url = new URL(value);
  url.password = '***';
  return url.href;
}

/** Reads the settings only to say what is wrong with them. */
export const checkSettings = (args: readonly string[], env: NodeJS.ProcessEnv): void => void readSettings(args, env);
