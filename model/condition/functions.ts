import type { Json } from '../text.ts';
import { isDay } from '../instant.ts';

/** What a function takes in one place. `numbers` is one list of numbers, or several numbers. */
export type Parameter = 'boolean' | 'string' | 'number' | 'date' | 'list' | 'any' | 'numbers';

/** One function that conditions may call; pure, and of bounded cost. */
export interface AllowedFunction {
  parameters: Parameter[];
  result: 'boolean' | 'integer' | 'sameNumber' | 'string' | 'date';
  /** Called with as many arguments as `parameters`, none of them null; gives null for arguments of the wrong type. */
  apply(values: Json[]): Json;
}

function onStrings(compute: (text: string, part: string) => Json): (values: Json[]) => Json {
  return ([text, part]) => (typeof text === 'string' && typeof part === 'string' ? compute(text, part) : null);
}

function onString(compute: (text: string) => Json): (values: Json[]) => Json {
  return ([text]) => (typeof text === 'string' ? compute(text) : null);
}

function onNumber(compute: (number: number) => number): (values: Json[]) => Json {
  return ([number]) => (typeof number === 'number' ? compute(number) : null);
}

function onNumbers(compute: (numbers: number[]) => number | null): (values: Json[]) => Json {
  return ([list]) =>
    Array.isArray(list) && list.every((entry): entry is number => typeof entry === 'number') ? compute(list) : null;
}

/** The only functions a condition may call, under their FEEL names; no clock, no regular expression, nothing that builds values without bound. */
export const allowedFunctions: ReadonlyMap<string, AllowedFunction> = new Map<string, AllowedFunction>([
  ['not', { parameters: ['boolean'], result: 'boolean', apply: ([value]) => (typeof value === 'boolean' ? !value : null) }],
  // Answered by the evaluator, which alone knows a missing value from a present one.
  ['is defined', { parameters: ['any'], result: 'boolean', apply: () => true }],
  ['contains', { parameters: ['string', 'string'], result: 'boolean', apply: onStrings((text, part) => text.includes(part)) }],
  ['starts with', { parameters: ['string', 'string'], result: 'boolean', apply: onStrings((text, part) => text.startsWith(part)) }],
  ['ends with', { parameters: ['string', 'string'], result: 'boolean', apply: onStrings((text, part) => text.endsWith(part)) }],
  // FEEL counts characters, not UTF-16 units.
  ['string length', { parameters: ['string'], result: 'integer', apply: onString((text) => [...text].length) }],
  ['upper case', { parameters: ['string'], result: 'string', apply: onString((text) => text.toUpperCase()) }],
  ['lower case', { parameters: ['string'], result: 'string', apply: onString((text) => text.toLowerCase()) }],
  ['list contains', { parameters: ['list', 'any'], result: 'boolean', apply: ([list, entry]) => (Array.isArray(list) ? list.some((one) => one === entry) : null) }],
  ['count', { parameters: ['list'], result: 'integer', apply: ([list]) => (Array.isArray(list) ? list.length : null) }],
  ['min', { parameters: ['numbers'], result: 'sameNumber', apply: onNumbers((numbers) => (numbers.length > 0 ? Math.min(...numbers) : null)) }],
  ['max', { parameters: ['numbers'], result: 'sameNumber', apply: onNumbers((numbers) => (numbers.length > 0 ? Math.max(...numbers) : null)) }],
  ['sum', { parameters: ['numbers'], result: 'sameNumber', apply: onNumbers((numbers) => numbers.reduce((total, number) => total + number, 0)) }],
  ['floor', { parameters: ['number'], result: 'integer', apply: onNumber(Math.floor) }],
  ['ceiling', { parameters: ['number'], result: 'integer', apply: onNumber(Math.ceil) }],
  ['abs', { parameters: ['number'], result: 'sameNumber', apply: onNumber(Math.abs) }],
  ['date', { parameters: ['date'], result: 'date', apply: onString((text) => (isDay(text) ? text : null)) }],
]);
