import { caseNames } from '../caseSchema.ts';
import type { Process } from '../process.ts';

const longest = 60;

/** An identifier that no step, flow or datum of the process has: the base as it stands where it is free, else with the next number behind. `also` are identifiers about to be taken. */
export function freshId(process: Pick<Process, 'steps' | 'flows'>, base: string, also: Iterable<string> = []): string {
  return freshIds(process, also)(base);
}

/** Gives one fresh identifier after the other, never the same. */
export function freshIds({ steps, flows }: Pick<Process, 'steps' | 'flows'>, also: Iterable<string> = []): (base: string) => string {
  const taken = new Set([...caseNames, ...steps.map(({ id }) => id), ...flows.map(({ id }) => id), ...also]);
  return (base) => {
    const id = freshName((name) => taken.has(name), base);
    taken.add(id);
    return id;
  };
}

/** A camelCase name that is not taken, made of any text: the base as it stands where it can, else with the next number behind. */
export function freshName(isTaken: (name: string) => boolean, base: string): string {
  const letters = base.replace(/[^A-Za-z0-9]/g, '').replace(/^[0-9]+/, '');
  const name = (letters.charAt(0).toLowerCase() + letters.slice(1) || 'step').slice(0, longest);
  if (!isTaken(name)) return name;
  const stem = name.replace(/\d+$/, '');
  for (let number = 2; ; number += 1) {
    const candidate = `${stem.slice(0, longest - String(number).length)}${number}`;
    if (!isTaken(candidate)) return candidate;
  }
}

/** What a flow is called until somebody calls it otherwise: `reviewToDecision`. */
export function flowIdBase(from: string, to: string): string {
  return `${from}To${to.charAt(0).toUpperCase()}${to.slice(1)}`;
}
