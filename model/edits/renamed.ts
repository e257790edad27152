import { renameInExpression, renameInTests } from '../condition/renameInFeel.ts';
import type { Flow, Process } from '../process.ts';
import { kindOf, type Step } from '../steps/index.ts';
import type { Renaming } from '../steps/renaming.ts';

/** What got another name: new names by old ones. */
export interface Renames {
  steps?: ReadonlyMap<string, string>;
  forms?: ReadonlyMap<string, string>;
  roles?: ReadonlyMap<string, string>;
}

/** The new names as functions, for a kind to rename what its steps say. */
export function renamingOf({ steps, forms, roles }: Renames): Renaming {
  const step = (id: string): string => steps?.get(id) ?? id;
  const speaks = steps && steps.size > 0 ? new RegExp([...steps.keys()].join('|')) : undefined; // identifiers are letters and digits
  return {
    step,
    form: (id) => forms?.get(id) ?? id,
    role: (id) => roles?.get(id) ?? id,
    feel: (text) => (speaks?.test(text) ? renameInExpression(text, step) : text),
    tests: (cell) => (speaks?.test(cell) ? renameInTests(cell, step) : cell),
  };
}

/** A step that speaks of what was renamed under its new names; its own identifier is left alone. The same object where it speaks of none. */
export function renamedStep(step: Step, to: Renaming): Step {
  const shared = {
    parent: step.parent === undefined ? undefined : to.step(step.parent),
    required: step.required && renamedRequirement(step.required, to),
  };
  return withChanges(step, { ...shared, ...kindOf(step).renamed(step, to) });
}

function renamedRequirement(required: NonNullable<Step['required']>, to: Renaming): NonNullable<Step['required']> {
  const when = to.feel(required.when);
  return when === required.when ? required : { ...required, when };
}

/** A flow between and about steps under their new names; the same object where it has to do with none of them. */
export function renamedFlow(flow: Flow, to: Renaming): Flow {
  return withChanges(flow, { from: to.step(flow.from), to: to.step(flow.to), condition: flow.condition === undefined ? undefined : to.feel(flow.condition) });
}

/** A process in which everything speaks of what was renamed under its new names; what was renamed has its new identifier already. */
export function renamedProcess(process: Process, renames: Renames): Process {
  const to = renamingOf(renames);
  return withChanges(process, {
    steps: eachSame(process.steps, (step) => renamedStep(step, to)),
    flows: eachSame(process.flows, (flow) => renamedFlow(flow, to)),
    awardedBy: process.awardedBy === undefined ? undefined : to.step(process.awardedBy),
    declarationForm: to.form(process.declarationForm),
  });
}

/** The entries changed one by one; the same list where none changed. */
export function eachSame<T>(entries: T[], change: (entry: T) => T): T[] {
  const changed = entries.map(change);
  return changed.every((entry, place) => entry === entries[place]) ? entries : changed;
}

function withChanges<T extends object>(value: T, changes: Partial<T>): T {
  const different = Object.entries(changes).filter(([name, change]) => change !== undefined && change !== value[name as keyof T]); // names of the value's own members
  return different.length > 0 ? { ...value, ...Object.fromEntries(different) } : value;
}
