import { z } from 'zod';
import { processSchema } from './process.ts';

/** The well-formedness of a process as JSON Schema 2020-12, with the labels of fields: what code is completed by. */
export const processJsonSchema: unknown = z.toJSONSchema(processSchema, { unrepresentable: 'any', io: 'input' });
