import type { DecisionTable } from '../decisionTable.ts';
import type { JsonSchema } from '../form/jsonSchema.ts';
import type { Json, Text } from '../text.ts';
import { cellFor, literal } from './cellFor.ts';
import { bit, everyRow, inputsOf, readTable, type TableReading } from './readTable.ts';

/** Inputs for which no row holds. */
export interface TableGap {
  /** The cells of a row that would hold there and, among these inputs, nowhere else. */
  when: string[];
  /** One value for each input column; null in a column that makes no difference and cannot be told. */
  example: Json[];
  message: Text;
}

/** Two rows of a `unique` table that hold at once. */
export interface TableOverlap {
  rows: [string, string];
  example: Json[];
  message: Text;
}

/** What a decision table leaves out, says twice, or says in vain, as far as its cells can be judged by their input alone. */
export interface TableFindings {
  gaps: TableGap[];
  overlaps: TableOverlap[];
  /** Rows of a `first` table that earlier rows always forestall. */
  idle: { row: string; message: Text }[];
  /** What could not be judged, or not to the end. */
  notes: Text[];
}

/** More findings of one kind than this are not listed, and said to be more. */
export const mostFindings = 20;
/** More combinations of parts than this are not looked at. */
const mostCombinations = 20_000;

/**
 * Finds gaps (`unique`, `first`), overlaps (`unique`) and idle rows (`first`) of a table over case data of this schema, each with an example.
 * Judges whole numbers, fractions, days, yes-or-no, choices and texts compared for equality; says in `notes` what it cannot judge. A table that
 * adds up has no gaps. Columns are taken as independent of each other.
 */
export function tableFindings(table: DecisionTable, schema: JsonSchema): TableFindings {
  const reading = readTable(table, schema);
  const findings: TableFindings = { gaps: [], overlaps: [], idle: [], notes: reading.notes };
  if (table.hitPolicy === 'collectSum') return findings;
  const swept = sweep(table, reading);
  findings.gaps = swept.gaps;
  if (table.hitPolicy === 'unique') findings.overlaps = overlapsOf(table, reading);
  else if (!swept.cut) findings.idle = idleRows(table, swept.reached);
  if (swept.cut) {
    findings.notes.push({
      zh: '组合过多，没有全部看完；除列出的以外可能还有遗漏。请减少列，或加一行全部为“-”的兜底行。',
      en: 'There are too many combinations to look at all of them; there may be gaps beyond those listed. Use fewer columns, or end with a row of “-” alone.',
    });
  }
  for (const list of [findings.gaps, findings.overlaps]) {
    if (list.length > mostFindings) {
      findings.notes.push({ zh: `共 ${list.length} 处，只列出前 ${mostFindings} 处。`, en: `There are ${list.length}; the first ${mostFindings} are listed.` });
      list.length = mostFindings;
    }
  }
  return findings;
}

/** Goes through all combinations of parts, taking together those on which the same rows still hold. */
function sweep(table: DecisionTable, { questions, doubtful }: TableReading): { gaps: TableGap[]; reached: bigint; cut: boolean } {
  const swept = { gaps: [] as TableGap[], reached: 0n, cut: false };
  // Rows that hold whatever the questions from here on are answered.
  const certain: bigint[] = [everyRow(table) & ~doubtful];
  for (const { rows } of [...questions].reverse()) certain.unshift(rows.reduce((all, held) => all & held, certain[0] ?? 0n));
  const chosen: number[][] = [];
  let visits = 0;
  const visit = (depth: number, rows: bigint): void => {
    visits += 1;
    if (visits > mostCombinations) {
      swept.cut = true;
      return;
    }
    if (rows === 0n) {
      swept.gaps.push(gapAt(table, questions, chosen));
      return;
    }
    const settled = rows & (certain[depth] ?? 0n);
    if (table.hitPolicy === 'first' ? (settled & -settled) === (rows & -rows) : settled !== 0n) {
      swept.reached |= rows & -rows;
      return;
    }
    const question = questions[depth];
    if (!question) {
      const first = rows & ~doubtful;
      // Doubtful rows before the first sure one may hit too.
      swept.reached |= first === 0n ? rows : rows & (((first & -first) << 1n) - 1n);
      return;
    }
    const alike = new Map<bigint, number[]>();
    for (const [part, held] of question.rows.entries()) alike.set(rows & held, [...(alike.get(rows & held) ?? []), part]);
    if (question.parts.length === 0) alike.set(rows, []);
    for (const [left, parts] of alike) {
      chosen[depth] = parts;
      visit(depth + 1, left);
    }
    chosen.length = depth;
  };
  visit(0, everyRow(table));
  return swept;
}

function gapAt(table: DecisionTable, questions: TableReading['questions'], chosen: number[][]): TableGap {
  const when = table.inputs.map(() => '-');
  for (const [index, { columns, parts }] of questions.entries()) {
    const [column] = columns;
    const some = chosen[index];
    if (column !== undefined && some && parts.length > 0) when[column] = cellFor(parts.filter((_part, part) => some.includes(part)), parts);
  }
  const example = inputsOf(table, questions, (index) => questions[index]?.parts[chosen[index]?.[0] ?? 0]);
  const zh = table.inputs.flatMap(({ label }, column) => (when[column] === '-' ? [] : [`“${label.zh}”为 ${when[column]}`]));
  const en = table.inputs.flatMap(({ label }, column) => (when[column] === '-' ? [] : [`“${label.en}” is ${when[column]}`]));
  const shown = told(table, example, when);
  return {
    when,
    example,
    message: {
      zh: zh.length ? `当${zh.join('，')}时，没有一行符合${shown ? `；例如 ${shown.zh}` : ''}。` : '没有一行符合任何情形；请补充行。',
      en: en.length ? `No row matches when ${en.join(' and ')}${shown ? `; for example ${shown.en}` : ''}.` : 'No row matches anything; add rows.',
    },
  };
}

function overlapsOf(table: DecisionTable, { questions, doubtful }: TableReading): TableOverlap[] {
  const overlaps: TableOverlap[] = [];
  const sure = table.rules.flatMap(({ id }, row) => ((doubtful & bit(row)) === 0n ? [{ id, row }] : []));
  for (const [index, one] of sure.entries()) {
    for (const other of sure.slice(index + 1)) {
      const both = bit(one.row) | bit(other.row);
      const common = questions.map(({ parts, rows }) => (parts.length === 0 ? 0 : rows.findIndex((held) => (held & both) === both)));
      if (common.includes(-1)) continue;
      const example = inputsOf(table, questions, (question) => questions[question]?.parts[common[question] ?? 0]);
      const shown = told(table, example);
      overlaps.push({
        rows: [one.id, other.id],
        example,
        message: {
          zh: `第 ${one.id} 行与第 ${other.id} 行会同时符合${shown ? `，例如 ${shown.zh}` : ''}；只能命中一行的表请修改其中一行。`,
          en: `Rows ${one.id} and ${other.id} match at once${shown ? `, for example ${shown.en}` : ''}; only one may in this table, so change one of them.`,
        },
      });
    }
  }
  return overlaps;
}

function idleRows(table: DecisionTable, reached: bigint): TableFindings['idle'] {
  return table.rules.flatMap(({ id }, row) =>
    (reached & bit(row)) !== 0n
      ? []
      : [{ row: id, message: { zh: `第 ${id} 行永远轮不到：前面的行总是先符合。请上移、修改或删除它。`, en: `Row ${id} is never reached: earlier rows always match first. Move it up, change it or delete it.` } }],
  );
}

/** An example in words; only columns that make a difference. */
function told(table: DecisionTable, example: Json[], when?: string[]): Text | undefined {
  const columns = table.inputs.flatMap(({ label }, column) => {
    const value = example[column] ?? null;
    return value === null || when?.[column] === '-' ? [] : [{ label, value: literal(value) }];
  });
  if (columns.length === 0) return undefined;
  return { zh: columns.map(({ label, value }) => `${label.zh} = ${value}`).join('、'), en: columns.map(({ label, value }) => `${label.en} = ${value}`).join(', ') };
}
