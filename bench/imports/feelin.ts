import { parseExpression } from 'feelin';

/** A case that only brings in FEEL's parser, and with it the package around it. */
export async function runCase(): Promise<unknown> {
  return parseExpression('1', {}, undefined);
}
