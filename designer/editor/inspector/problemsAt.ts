import type { Place, Problem } from '../../../model/problem.ts';

/** The problems of one field: those named for it or for a part of it. `parts` are fields shown by themselves, whose problems stand there. */
export function problemsOf(problems: readonly Problem[], { step, flow, field }: Place, parts: readonly string[] = []): Problem[] {
  return problems.filter(({ where }) => {
    if (where.step !== step || where.flow !== flow) return false;
    if (field === undefined || where.field === undefined) return field === where.field;
    if (where.field !== field && !where.field.startsWith(`${field}.`)) return false;
    return !parts.some((part) => where.field === `${field}.${part}` || where.field?.startsWith(`${field}.${part}.`));
  });
}

/** The problems of an element that stand at none of the fields shown. */
export function problemsElsewhere(problems: readonly Problem[], { step, flow }: Place, fields: readonly string[]): Problem[] {
  return problems.filter(({ where }) => where.step === step && where.flow === flow && !fields.some((field) => where.field === field || where.field?.startsWith(`${field}.`)));
}
