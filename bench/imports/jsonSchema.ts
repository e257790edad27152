import { Validator } from '@cfworker/json-schema';

/** A case that only brings in the interpreter of JSON Schema. */
export async function runCase(): Promise<boolean> {
  return new Validator({}).validate(1).valid;
}
