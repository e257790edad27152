import type { Step } from '../../steps/index.ts';

/** The candidate whose name is written most like the given one; absent where none is alike. */
export function mostAlike<T extends { id: string }>(candidates: readonly T[], id: string): T | undefined {
  const [best] = candidates.map((candidate) => ({ candidate, steps: distance(candidate.id.toLowerCase(), id.toLowerCase()) })).sort((a, b) => a.steps - b.steps);
  return best && best.steps <= Math.max(2, Math.floor(id.length / 3)) ? best.candidate : undefined;
}

/** How many letters must be put in, left out or changed to make one word of the other (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (const [line, letter] of [...one].entries()) {
    const next = [line + 1];
    for (const [column, against] of [...other].entries()) {
      next.push(Math.min((row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1, (row[column] ?? 0) + (letter === against ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** The step that stands nearest on the canvas, of those on the same level. */
export function nearest(step: Step, candidates: readonly Step[]): Step | undefined {
  const far = ({ position }: Step): number => Math.hypot(position.x - step.position.x, position.y - step.position.y);
  return candidates.filter((candidate) => candidate.id !== step.id && candidate.parent === step.parent).toSorted((a, b) => far(a) - far(b))[0];
}
