import type { ProcessIndex } from '../../processIndex.ts';
import { kindOf, type Step } from '../../steps/index.ts';

/** The boundary step that catches an error of a step: on its own border, else on the nearest subprocess around it that catches this code. */
export function catcherOf(index: ProcessIndex, step: Step, code: string): Step | undefined {
  const climbed = new Set<string>();
  for (let host: Step | undefined = step; host && !climbed.has(host.id); host = host.parent === undefined ? undefined : index.steps.get(host.parent)) {
    climbed.add(host.id);
    const border = (index.attached.get(host.id) ?? []).find((candidate) => kindOf(candidate).catches?.(candidate, code));
    if (border) return border;
  }
  return undefined;
}
