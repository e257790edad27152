import { useCallback, useState } from 'react';
import type { JsonObject } from '../../model/text.ts';

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function read(key: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isObject(value) ? value : undefined;
  } catch {
    // A draft that another program spoiled is no draft.
    return undefined;
  }
}

/** Answers that survive a closed page: kept in this browser under the key with every change, until forgotten. */
export function useDraft(key: string, begin: JsonObject): { answers: JsonObject; keep: (answers: JsonObject) => void; forget: () => void; found: boolean } {
  const [state, setState] = useState(() => ({ key, draft: read(key) }));
  const current = state.key === key ? state : { key, draft: read(key) };
  if (current !== state) setState(current);
  const keep = useCallback((answers: JsonObject) => {
    localStorage.setItem(key, JSON.stringify(answers));
    setState({ key, draft: answers });
  }, [key]);
  const forget = useCallback(() => {
    localStorage.removeItem(key);
    setState({ key, draft: undefined });
  }, [key]);
  return { answers: current.draft ?? begin, keep, forget, found: current.draft !== undefined };
}
