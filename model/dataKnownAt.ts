import { caseSchema } from './caseSchema.ts';
import type { JsonSchema } from './form/jsonSchema.ts';
import { indexOf, type ProcessIndex } from './processIndex.ts';
import type { Place } from './problem.ts';
import type { Process } from './process.ts';
import { checks } from './checks/index.ts';
import { kindOf } from './steps/index.ts';
import type { Json, Text } from './text.ts';

/** One datum that a FEEL text at some place can name. */
export interface KnownDatum {
  /** As FEEL names it: `declaration.amountFen`. */
  path: string;
  label: Text;
  type: JsonSchema['type'];
  /** The only values it can have, where they are listed. */
  values?: Json[];
  format?: JsonSchema['format'] | JsonSchema['x-format'];
  /** Whether it is there whichever way a case came; where not, ask `is defined(…)` first, or the case may stop as an incident. */
  certain: boolean;
}

/** The data that a condition, expression or table at this place can name, in the order in which a case comes by them; at no place: all there are. */
export function dataKnownAt(process: Process, { step, flow }: Place): KnownDatum[] {
  const index = indexOf(process);
  // Conditions of a flow are asked when its first step is left.
  const from = flow === undefined ? undefined : process.flows.find((candidate) => candidate.id === flow)?.from;
  const at = from ?? step;
  const found: KnownDatum[] = [];
  for (const [name, schema] of Object.entries(caseSchema(process).properties ?? {})) {
    const source = index.steps.get(name);
    if (source && at !== undefined && !passed(index, process, name).before.has(at) && !(from !== undefined && name === from)) continue;
    const certain = !source || (at !== undefined && !source.required && (name === from || !passed(index, process, name).without.has(at)));
    const label: Text = source?.name ?? ownNames[name] ?? { zh: name, en: name };
    collect(found, name, label, schema, certain, resultNames(process, name));
  }
  return found;
}

const ownNames: { [name: string]: Text } = {
  declaration: { zh: '申报', en: 'Declaration' },
  applicant: { zh: '申报单位', en: 'Applicant' },
  instalment: { zh: '第几期', en: 'Instalment' },
  today: { zh: '今天', en: 'Today' },
  visits: { zh: '到过次数', en: 'Visits' },
};

/** What the fields of a step's contribution are called where no form names them. */
function resultNames(process: Process, step: string): ReadonlyMap<string, Text> {
  const own = indexOf(process).steps.get(step);
  const check = own && kindOf(own).asks?.(own);
  const names = new Map<string, Text>([
    ['outcome', { zh: '办理结果', en: 'Outcome' }],
    ['reason', { zh: '理由', en: 'Reason' }],
    ['by', { zh: '经办人', en: 'By' }],
    ['at', { zh: '时间', en: 'At' }],
  ]);
  for (const { name, title } of (check && checks[check]?.result) || []) names.set(name, title);
  return names;
}

function collect(found: KnownDatum[], path: string, label: Text, schema: JsonSchema, certain: boolean, names: ReadonlyMap<string, Text>): void {
  const values = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
  const format = schema.format ?? schema['x-format'];
  if (schema.type !== 'object' || !schema.properties) {
    found.push({ path, label, type: schema.type, ...(values ? { values } : {}), ...(format ? { format } : {}), certain });
    return;
  }
  for (const [name, inner] of Object.entries(schema.properties)) {
    const own: Text = inner['x-zh'] && inner['x-en'] ? { zh: inner['x-zh'], en: inner['x-en'] } : (names.get(name) ?? { zh: name, en: name });
    // A field that is asked under a condition is not always answered.
    collect(found, `${path}.${name}`, { zh: `${label.zh} · ${own.zh}`, en: `${label.en} · ${own.en}` }, inner, certain && inner['x-visible'] === undefined && (schema.required?.includes(name) ?? true), names);
  }
}

/** For a step: where a case can come after it, and where a case can come without ever having done it. */
interface Passed {
  before: Set<string>;
  without: Set<string>;
}

const known = new WeakMap<ProcessIndex, Map<string, Passed>>(); // derived from an immutable value: one keystroke asks it for every step

function passed(index: ProcessIndex, process: Process, step: string): Passed {
  const all = known.get(index) ?? new Map<string, Passed>();
  known.set(index, all);
  const found = all.get(step) ?? { before: after(index, step), without: reachedWithout(index, process, step) };
  all.set(step, found);
  return found;
}

/** Where a token can come after the step was left; the step itself only where a way leads back to it. */
function after(index: ProcessIndex, step: string): Set<string> {
  const seen = new Set<string>();
  const open: string[] = [...exits(index, step)];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    if (seen.has(place)) continue;
    seen.add(place);
    open.push(...exits(index, place));
    for (const border of index.attached.get(place) ?? []) open.push(border.id);
    for (const inner of index.children.get(place) ?? []) if (kindOf(inner).begins) open.push(inner.id);
  }
  return seen;
}

/** Where a token goes that leaves a step: along its flows, or where the subprocess leads in which it ends; borders of what surrounds it may follow. */
function exits(index: ProcessIndex, step: string): string[] {
  const here = index.steps.get(step);
  const next = (index.outgoing.get(step) ?? []).map((flow) => flow.to);
  if (here?.parent !== undefined && index.steps.has(here.parent) && here.parent !== step) {
    next.push(...(index.outgoing.get(here.parent) ?? []).map((flow) => flow.to));
    next.push(...(index.attached.get(here.parent) ?? []).map((border) => border.id));
  }
  return next;
}

/** Where a case can come without the step ever having been left. A join of all flows is reached when each of them is; a subprocess is left when one of its ends is. */
function reachedWithout(index: ProcessIndex, process: Process, step: string): Set<string> {
  const entered = new Set<string>();
  const left = new Set<string>();
  const arrived = new Map<string, number>();
  const open: string[] = [];
  const enter = (id: string): void => {
    if (entered.has(id) || !index.steps.has(id)) return;
    entered.add(id);
    open.push(id);
  };
  const leave = (id: string): void => {
    if (id === step || left.has(id)) return;
    left.add(id);
    for (const { to } of index.outgoing.get(id) ?? []) {
      const target = index.steps.get(to);
      const count = (arrived.get(to) ?? 0) + 1;
      arrived.set(to, count);
      if (target && (kindOf(target).join !== 'all' || count === index.incoming.get(to)?.length)) enter(to);
    }
    const here = index.steps.get(id);
    if (here?.parent !== undefined && kindOf(here).ends) leave(here.parent);
  };
  for (const start of process.steps) if (start.parent === undefined && kindOf(start).begins) enter(start.id);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const here = index.steps.get(id);
    for (const border of index.attached.get(id) ?? []) enter(border.id);
    for (const inner of index.children.get(id) ?? []) if (kindOf(inner).begins) enter(inner.id);
    if (here && !kindOf(here).contains) leave(id);
  }
  return entered;
}
