import { textSchema } from '../../model/text.ts';

/** A case that only brings in zod and one schema. */
export async function runCase(): Promise<boolean> {
  return textSchema.safeParse(undefined).success;
}
