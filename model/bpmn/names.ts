import { nameSchema } from '../steps/defineStep.ts';

/** Names under which every case has data of its own; no step that comes from elsewhere takes one. */
const taken = ['declaration', 'applicant', 'instalment', 'today', 'visits'];

/** A camelCase name out of any text; `otherwise` where the text has no Latin letter to begin with. */
export function camelCase(text: string, otherwise: string): string {
  const words = text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const joined = words.map((word, index) => (index === 0 ? (/^[A-Z0-9]+$/.test(word) ? word.toLowerCase() : word.slice(0, 1).toLowerCase() + word.slice(1)) : word.slice(0, 1).toUpperCase() + word.slice(1))).join('');
  const name = joined.slice(0, 50);
  return nameSchema.safeParse(name).success ? name : /^[0-9]/.test(name) ? `${otherwise}${name}`.slice(0, 50) : otherwise;
}

/** Gives each thing a name that nothing else has; what may be called as it already is keeps its name. */
export class Names {
  readonly #used: Set<string>;

  constructor(used: Iterable<string> = taken) {
    this.#used = new Set(used);
  }

  /** Keeps a name for what has it already, whoever else has it. */
  keep(name: string): void {
    this.#used.add(name);
  }

  /** Whether nothing has this name yet. */
  isFree(name: string): boolean {
    return !this.#used.has(name);
  }

  /** The name, or the same with the least number that makes it new. */
  fresh(name: string): string {
    let free = name;
    for (let count = 2; this.#used.has(free); count += 1) free = `${name}${count}`;
    this.#used.add(free);
    return free;
  }
}
