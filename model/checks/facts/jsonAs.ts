import type { Json, JsonObject } from '../../text.ts';

/** Reads a JSON value as the type a check expects; what is missing or of another type becomes that type's empty value, so that `judge` never throws. */
export const jsonAs = {
  text: (value: Json | undefined): string => (typeof value === 'string' ? value : ''),
  whole: (value: Json | undefined): number => (Number.isSafeInteger(value) ? Number(value) : 0),
  truth: (value: Json | undefined): boolean => value === true,
  list: (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []),
  object: (value: Json | undefined): JsonObject =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {},
};
