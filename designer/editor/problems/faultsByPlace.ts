import type { Problem } from '../../../model/problem.ts';

/** What is wrong at one place: how much, how bad, and the first sentences. */
export interface Faults {
  errors: number;
  warnings: number;
  problems: readonly Problem[];
}

/** Problems by the step or flow they point at; where nothing changed since `before`, the same object as before. */
export function faultsByPlace(problems: readonly Problem[], before: ReadonlyMap<string, Faults> = new Map()): Map<string, Faults> {
  const byPlace = new Map<string, Problem[]>();
  for (const problem of problems) {
    const id = problem.where.flow ?? problem.where.step;
    if (id === undefined) continue;
    const there = byPlace.get(id);
    if (there) there.push(problem);
    else byPlace.set(id, [problem]);
  }
  return new Map([...byPlace].map(([id, there]) => {
    const old = before.get(id);
    const same = old?.problems.length === there.length && there.every((problem, i) => problem.rule === old.problems[i]?.rule && problem.message.zh === old.problems[i]?.message.zh);
    if (old && same) return [id, old];
    const errors = there.filter(({ severity }) => severity === 'error').length;
    return [id, { errors, warnings: there.length - errors, problems: there }];
  }));
}
