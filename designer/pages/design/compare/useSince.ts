import { useMemo } from 'react';
import { compare, type Difference } from '../../../../model/compare/index.ts';
import type { Process } from '../../../../model/process.ts';

/** What the draft changes of a version, without what was only moved; undefined while there is no version to compare with. */
export function useSince(before: Process | undefined, draft: Process): { all: Difference[]; told: Difference[] } | undefined {
  return useMemo(() => {
    if (!before) return undefined;
    const all = compare(before, draft);
    return { all, told: all.filter(({ change }) => change !== 'moved') };
  }, [before, draft]);
}
