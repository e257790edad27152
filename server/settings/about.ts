import { z } from 'zod';
import type { Text } from '../../model/text.ts';

/** What the table of settings says of one variable. */
export interface About {
  meaning: Text;
  /** Completes “it must be …”. */
  expects: Text;
  /** What stands in the table where nothing is set and the schema has no value of its own. */
  otherwise?: string;
  /** Argument that says the same: `--port 7788`, or a bare `--no-door` with what it sets. */
  argument?: { name: string; sets?: string };
  /** A second variable, read where the first is not set. */
  also?: string;
  /** Never printed. */
  secret?: true;
  /** Several variables of one pattern make one row. */
  row?: string;
}

const abouts = z.registry<About>();

/** Ties a variable's schema to what is said of it. */
export function setting<S extends z.ZodType>(schema: S, about: About): S {
  abouts.add(schema, about);
  return schema;
}

/** What is said of a variable. */
export function aboutOf(schema: z.ZodType): About {
  const about = abouts.get(schema);
  if (!about) throw new Error('a setting of which nothing is said');
  return about;
}

/** The value, as one would write it, that holds where nothing is set; empty where there is none. */
export function defaultOf(schema: z.ZodType): string {
  const { defaultValue } = schema.def as { defaultValue?: unknown }; // only defaulted schemas have one
  return typeof defaultValue === 'string' ? defaultValue : (aboutOf(schema).otherwise ?? '');
}

/** A yes or no: `1` or `0`. */
export const yesNo = (otherwise: '0' | '1') => z.enum(['0', '1']).transform((value) => value === '1').prefault(otherwise);

/** What is said of every yes or no. */
export const expectsYesNo: Text = { zh: '0 或 1', en: '0 or 1' };

/** A whole number. */
export const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

/** What is said of every whole number. */
export const expectsWhole = (least: number, most: number): Text => ({ zh: `${least} 至 ${most} 的整数`, en: `a whole number from ${least} to ${most}` });
