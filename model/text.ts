import { z } from 'zod';

/** A sentence or name for a reader, in Chinese and in English; both are always present. */
export interface Text {
  zh: string;
  en: string;
}

/** The well-formedness of a {@link Text}: both languages, neither empty, at most 500 characters each. */
export const textSchema: z.ZodType<Text> = z.strictObject({
  zh: z.string().min(1).max(500),
  en: z.string().min(1).max(500),
});

/** Anything that survives JSON: the only kind of value that enters or leaves the kernel. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A JSON object, used for forms' answers, checks' requests and answers, and case data. */
export type JsonObject = { [key: string]: Json };
