import { processSchema, type Process } from '../process.ts';
import { same } from '../same.ts';
import { fieldLabels } from '../steps/fieldLabels.ts';
import type { Json, Text } from '../text.ts';
import type { Subject } from './difference.ts';
import { inWords, quoted } from './inWords.ts';
import { merge, putAt, type Clash, type Shape } from './merge.ts';

/** A place where two owners changed the same thing differently: whose it is to be, a person chooses. */
export interface Conflict {
  /** Names the place for {@link choose}: field names, and in lists identifiers. */
  path: readonly string[];
  what: Subject;
  message: Text;
  /** Absent where the thing is not there: not yet, or removed. */
  base?: Json;
  mine?: Json;
  theirs?: Json;
}

const whole: Shape = { shape: 'whole' };
const schema: Shape = { shape: 'fields', fields: { properties: { shape: 'names', each: { shape: 'fields', fields: {} } } } };
const table: Shape = { shape: 'fields', together: ['hitPolicy', 'inputs', 'outputs'], fields: { rules: { shape: 'list', each: whole } } };
const items: Shape = { shape: 'list', each: { shape: 'fields', fields: {} } };

/** What of a process is decided by itself: every field of a step, flow, role and document, every field of a form, every row of a table. */
const processShape: Shape = {
  shape: 'fields',
  fields: {
    stages: items,
    roles: items,
    // Fields of a step of another kind mean something else.
    steps: { shape: 'list', each: { shape: 'fields', together: ['kind'], fields: { table } } },
    flows: { shape: 'list', each: { shape: 'fields', fields: {} } },
    forms: { shape: 'list', each: { shape: 'fields', fields: { schema } } },
    measure: { shape: 'fields', fields: { documents: items, figures: items, claim: { shape: 'fields', fields: {} }, support: { shape: 'fields', together: ['type'], fields: {} } } },
  },
};

const things: { [list: string]: { one: Text; subject(id: string): Subject } } = {
  steps: { one: { zh: '步骤', en: 'step' }, subject: (step) => ({ step }) },
  flows: { one: { zh: '连线', en: 'flow' }, subject: (flow) => ({ flow }) },
  forms: { one: { zh: '表单', en: 'form' }, subject: (form) => ({ form }) },
  roles: { one: { zh: '角色', en: 'role' }, subject: (role) => ({ role }) },
  stages: { one: { zh: '阶段', en: 'stage' }, subject: () => ({ field: 'stages' }) },
};

function nameIn(versions: readonly Process[], list: string, id: string): Text {
  for (const version of versions) {
    const entries: readonly { id: string; name?: Text | undefined }[] = list === 'steps' ? version.steps : list === 'flows' ? version.flows : list === 'forms' ? version.forms : list === 'roles' ? version.roles : version.stages;
    const found = entries.find((entry) => entry.id === id);
    if (found) return found.name ?? { zh: id, en: id };
  }
  return { zh: id, en: id };
}

function fieldIn(versions: readonly Process[], list: string, id: string, field: string): Text {
  const step = list === 'steps' ? versions.flatMap(({ steps }) => steps.filter((candidate) => candidate.id === id))[0] : undefined;
  return (step && fieldLabels(step).get(field)) ?? { zh: `“${field}”`, en: `“${field}”` };
}

function conflictOf(clash: Clash, base: Process, mine: Process, theirs: Process): Conflict {
  const versions = [mine, theirs, base];
  const [list = '', key = '', ...rest] = clash.path;
  const id = key.replace(/#\d+$/, '');
  const thing = Object.hasOwn(things, list) && key !== '' ? things[list] : undefined;
  const field = (thing ? rest : clash.path).join('.');
  const name = thing && quoted(nameIn(versions, list, id));
  const label = thing && rest[0] !== undefined ? fieldIn(versions, list, id, rest[0]) : { zh: `“${field}”`, en: `“${field}”` };
  const of = thing && name ? (rest.length > 0 ? { zh: `${thing.one.zh}${name.zh}的${label.zh}`, en: `${label.en} of ${thing.one.en} ${name.en}` } : { zh: `${thing.one.zh}${name.zh}`, en: `The ${thing.one.en} ${name.en}` }) : { zh: `流程的${label.zh}`, en: `${label.en} of the process` };
  const words = (value: unknown, process: Process): Text => inWords(value as Json | undefined, clash.path.at(-1) ?? '', process); // all parts of a process survive JSON
  const message = clash.mine === undefined
    ? { zh: `${of.zh}：您删除了它，对方作了修改；请选择。`, en: `${of.en}: you removed it and the other changed it; choose one.` }
    : clash.theirs === undefined
      ? { zh: `${of.zh}：您作了修改，对方删除了它；请选择。`, en: `${of.en}: you changed it and the other removed it; choose one.` }
      : { zh: `${of.zh}：您改为${quoted(words(clash.mine, mine)).zh}，对方改为${quoted(words(clash.theirs, theirs)).zh}；请选择。`, en: `${of.en}: you made it ${quoted(words(clash.mine, mine)).en}, the other ${quoted(words(clash.theirs, theirs)).en}; choose one.` };
  const sides = Object.fromEntries((['base', 'mine', 'theirs'] as const).flatMap((side) => (clash[side] === undefined ? [] : [[side, clash[side]]]))) as Pick<Conflict, 'base' | 'mine' | 'theirs'>; // all parts of a process survive JSON
  return { path: clash.path, what: { ...thing?.subject(id), ...(field === '' ? {} : { field }) }, message, ...sides };
}

/** Flows that lead nowhere only because one side removed a step and the other drew a flow to it; where the step itself is to be chosen, that is said already. */
function tornFlows(merged: Process, mine: Process, theirs: Process, chosen: ReadonlySet<string>): Conflict[] {
  const idsOf = (process: Process) => new Set(process.steps.map(({ id }) => id));
  const [here, inMine, inTheirs] = [idsOf(merged), idsOf(mine), idsOf(theirs)];
  return merged.flows.flatMap((flow) => {
    const lost = [flow.from, flow.to].filter((end) => !here.has(end));
    const [end] = lost;
    if (end === undefined || lost.some((id) => chosen.has(id))) return [];
    const drawnBy = (process: Process) => process.flows.some((each) => same(each, flow));
    const [ofMine, ofTheirs] = [drawnBy(mine), drawnBy(theirs)];
    // A draft that was torn by itself is the business of the rules.
    if ((ofMine && lost.some((id) => !inMine.has(id))) || (ofTheirs && lost.some((id) => !inTheirs.has(id)))) return [];
    const step = quoted(nameIn([mine, theirs], 'steps', end));
    const message = ofMine
      ? { zh: `您的连线通向步骤${step.zh}，对方删除了该步骤；请保留步骤或删去连线。`, en: `Your flow leads to or from the step ${step.en}, which the other removed; keep the step or take the flow away.` }
      : { zh: `对方的连线通向步骤${step.zh}，您删除了该步骤；请保留步骤或删去连线。`, en: `The other’s flow leads to or from the step ${step.en}, which you removed; keep the step or take the flow away.` };
    const value = flow as unknown as Json; // a flow survives JSON
    return [{ path: ['flows', flow.id], what: { flow: flow.id }, message, ...(ofMine ? { mine: value } : { theirs: value }) }];
  });
}

/**
 * Brings two drafts of one process together: what only one owner changed is taken, what both changed alike is taken, and what they changed differently is
 * a conflict with a sentence, in which `merged` has mine until somebody chooses. `merged` is always well-formed. Pure and total.
 */
export function threeWay(base: Process, mine: Process, theirs: Process): { merged: Process; conflicts: Conflict[] } {
  const { value, clashes } = merge({ base, mine, theirs }, processShape);
  const read = processSchema.safeParse(value);
  if (!read.success) {
    // Together the two are more than a process may hold: then it is one choice.
    const message = { zh: '两份草稿合在一起不成为合格的流程；请选择其中一份。', en: 'Together the two drafts do not make a well-formed process; choose one of them.' };
    return { merged: mine, conflicts: [{ path: [], what: {}, message, base: base as unknown as Json, mine: mine as unknown as Json, theirs: theirs as unknown as Json }] }; // a process survives JSON
  }
  const merged = same(read.data, mine) ? mine : same(read.data, theirs) ? theirs : read.data;
  const chosen = new Set(clashes.flatMap(({ path }) => (path[0] === 'steps' && path[1] !== undefined ? [path[1]] : [])));
  return { merged, conflicts: [...clashes.map((clash) => conflictOf(clash, base, mine, theirs)), ...tornFlows(merged, mine, theirs, chosen)] };
}

/** The merged process after a person chose a side of a conflict; undefined where that would leave no well-formed process. */
export function choose(merged: Process, conflict: Conflict, side: 'base' | 'mine' | 'theirs'): Process | undefined {
  const read = processSchema.safeParse(putAt(merged, conflict.path, conflict[side]));
  return read.success ? read.data : undefined;
}
