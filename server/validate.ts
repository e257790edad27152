import { readFileSync } from 'node:fs';
import { calendars } from '../measures/calendars.ts';
import type { Text } from '../model/text.ts';
import { scenarioSchema, type Scenario } from '../model/scenario/scenario.ts';
import { entry } from './setup/entry.mjs';
import { Fault } from './setup/exitCodes.mjs';
import { readProcess, verdictOn, type Verdict } from './validate/verdict.ts';

// `npm run validate -- FILE… [--scenario FILE]…`: what stands against publishing each process (JSON or BPMN), without a server or a store.
// 0: nothing does; 1: something does, and is listed; 2: the arguments are wrong, or a file cannot be read.
const usage = 'npm run validate -- FILE… [--scenario FILE]…';

await entry(async () => {
  const { files, stories } = argumentsOf(process.argv.slice(2));
  const scenarios = stories.flatMap(scenariosIn);
  let clear = true;
  for (const file of files) {
    const verdict = await judge(file, scenarios);
    clear &&= verdict.clear;
    print(file, verdict);
  }
  return clear ? 0 : 1;
});

function argumentsOf(words: string[]): { files: string[]; stories: string[] } {
  const files: string[] = [];
  const stories: string[] = [];
  for (let place = 0; place < words.length; place += 1) {
    const word = words[place] ?? '';
    if (word === '--scenario') {
      const story = words[(place += 1)];
      if (story === undefined) throw wrong('--scenario 之后没有文件', 'no file after --scenario');
      stories.push(story);
    } else if (word.startsWith('-')) throw wrong(`没有选项 ${word}`, `there is no option ${word}`);
    else files.push(word);
  }
  if (files.length === 0) throw wrong('没有给出文件', 'no file is given');
  return { files, stories };
}

function wrong(zh: string, en: string): Fault {
  return new Fault('usage', { what: { zh, en }, usage });
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? String(error); // what Node's file system throws
    throw wrong(`${file} 无法读取（${why}）`, `${file} cannot be read (${why})`);
  }
}

/** Scenarios of a file: one, a list, or the list that `GET /api/processes/:id/scenarios` answers. */
function scenariosIn(file: string): { scenario: string; content: Scenario }[] {
  let found: unknown;
  try {
    found = JSON.parse(textOf(file));
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw wrong(`${file} 不是有效的 JSON`, `${file} is not valid JSON`);
  }
  const items = typeof found === 'object' && found !== null && 'items' in found ? found.items : found;
  return (Array.isArray(items) ? (items as unknown[]) : [items]).map((item, place) => {
    const content = typeof item === 'object' && item !== null && 'content' in item ? item.content : item;
    const read = scenarioSchema.safeParse(content);
    if (!read.success) throw wrong(`${file} 第 ${place + 1} 个情景格式不对：${read.error.issues[0]?.path.join('.')}`, `scenario ${place + 1} of ${file} is malformed at ${read.error.issues[0]?.path.join('.')}`);
    return { scenario: `${file}#${place + 1}`, content: read.data };
  });
}

async function judge(file: string, scenarios: { scenario: string; content: Scenario }[]): Promise<Verdict> {
  const text = textOf(file);
  const read = await readProcess(text);
  return 'process' in read ? verdictOn(read.process, scenarios, calendars, read.notes) : { clear: false, lines: read.faults };
}

function print(file: string, { clear, lines }: Verdict): void {
  const both = ({ zh, en }: Text, indent: string): string => `${indent}${zh}\n${indent}${en}\n`;
  process.stdout.write(`${file}\n`);
  for (const { where, severity, message } of lines) process.stdout.write(`  ${severity} ${where}\n${both(message, '    ')}`);
  process.stdout.write(both(clear ? { zh: '可以发布。', en: 'It can be published.' } : { zh: '还不能发布。', en: 'It cannot be published yet.' }, '  '));
}
