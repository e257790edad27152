import fc from 'fast-check';
import { measures } from '../../../measures/index.ts';
import { processSchema, type Process } from '../../../model/process.ts';
import { same } from '../../../model/same.ts';
import { stageIds } from '../../../model/steps/defineStep.ts';

type Path = (string | number)[];

/** Where a change is made and what is tried there, in order, until the process is still well-formed. */
export interface Change {
  at: number;
  how: number;
  text: string;
}

const words = ['otherName', 'review', 'publicity', ...stageIds, 'plain', 'terminate', 'error', 'all', 'any', 'kOfN', 'parallel', 'sequential', 'unique', 'first', 'own', 'assumed', 'P3D', 'year', 'case', 'M02', 'integer', 'string', 'boolean', 'fen', 'date'];

function pathsIn(value: unknown, path: Path = []): Path[] {
  const inner = Array.isArray(value) ? value.flatMap((item: unknown, index) => pathsIn(item, [...path, index])) : typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, item]) => pathsIn(item, [...path, key])) : [];
  return path.length > 0 ? [path, ...inner] : inner;
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => (inner as { [key: string]: unknown })[key], value); // the path was found in this value
}

function put(value: unknown, path: Path, to: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return to;
  const inner = rest.length > 0 ? put(at(value, [key]), rest, to) : to;
  if (Array.isArray(value)) {
    const copy: unknown[] = [...value];
    if (inner === undefined) copy.splice(Number(key), 1);
    else copy[Number(key)] = inner;
    return copy;
  }
  const copy = { ...(value as object) } as { [key: string]: unknown }; // as above
  if (inner === undefined) delete copy[key];
  else copy[key] = inner;
  return copy;
}

function candidates(value: unknown, { how, text }: Change): unknown[] {
  const turn = <T>(list: T[]): T[] => [...list.slice(how % list.length), ...list.slice(0, how % list.length)];
  if (typeof value === 'string') return turn([text, `${value}x`, ...turn(words)]);
  if (typeof value === 'number') return turn([value + 1, value + 0.25, how - 50, value * 3 + 1]);
  if (typeof value === 'boolean') return [!value];
  if (Array.isArray(value)) return turn([value.slice(1), value.toReversed(), [...value, ...value.slice(0, 1)], [...value.slice(1), ...value.slice(0, 1)], undefined]);
  return [undefined];
}

/** The process after a change; another well-formed one wherever the place leaves a choice. */
export function changed(process: Process, change: Change): Process {
  const paths = pathsIn(process);
  const path = paths[change.at % paths.length] ?? [];
  for (const candidate of candidates(at(process, path), change)) {
    const result = processSchema.safeParse(put(process, path, candidate));
    if (result.success && !same(result.data, process)) return result.data;
  }
  return process;
}

/** Any change to any place of a process. */
export const anyChange: fc.Arbitrary<Change> = fc.record({ at: fc.nat(), how: fc.nat(99), text: fc.oneof(fc.string({ minLength: 1, maxLength: 12, unit: 'binary' }), fc.constantFrom(' spaced  ', 'a\r\nb\tc', '<&">\']]>', '\u0000\uFFFF\uD800', '审批')) });

/** Any measure of the programme. */
export const anyMeasure: fc.Arbitrary<Process> = fc.constantFrom(...measures);
