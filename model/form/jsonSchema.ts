import { z } from 'zod';
import type { Json } from '../text.ts';

/**
 * The part of JSON Schema 2020-12 that forms use and that the types of case data are told in.
 * `x-zh`/`x-en` are the labels; `x-format` says how a value is shown; money is an integer with `x-format: fen`.
 */
export interface JsonSchema {
  type?: 'object' | 'array' | 'string' | 'integer' | 'boolean' | 'null';
  title?: string;
  description?: string;
  properties?: { [name: string]: JsonSchema };
  required?: string[];
  additionalProperties?: boolean;
  items?: JsonSchema;
  enum?: Json[];
  const?: Json;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  pattern?: string;
  format?: 'date' | 'email' | 'uri';
  default?: Json;
  'x-zh'?: string;
  'x-en'?: string;
  'x-help-zh'?: string;
  'x-help-en'?: string;
  'x-format'?: 'fen' | 'usd' | 'squareMetres' | 'persons' | 'longText' | 'creditCode' | 'bankAccount' | 'clearingNumber' | 'phone';
  /** Labels of the `enum` values, in the same order. */
  'x-enum-zh'?: string[];
  'x-enum-en'?: string[];
  /**
   * FEEL over the form's earlier answers, by their names: the field is asked, and required, only where this holds. On the form's own fields, not
   * inside lists; honoured by `validateForm` (so by door and rehearsal) and by the page alike. See `form/hiddenFields.ts`.
   */
  'x-visible'?: string;
  /** Personal or financial data: shown to who may see it, never in a notice, erasable. */
  'x-personal'?: boolean;
  /** Where an amount or threshold comes from. */
  'x-origin'?: 'own' | 'comparable' | 'assumed';
}

/** Well-formedness of a form's schema: a closed object whose keywords are those of {@link JsonSchema}. */
export const jsonSchemaSchema: z.ZodType<JsonSchema> = z.lazy(() =>
  z.strictObject({
    type: z.enum(['object', 'array', 'string', 'integer', 'boolean', 'null']).optional(),
    title: z.string().optional(),
    description: z.string().optional(),
    properties: z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/), jsonSchemaSchema).optional(),
    required: z.array(z.string()).optional(),
    additionalProperties: z.boolean().optional(),
    items: jsonSchemaSchema.optional(),
    enum: z.array(z.json()).optional(),
    const: z.json().optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    minLength: z.int().min(0).optional(),
    maxLength: z.int().min(0).optional(),
    minItems: z.int().min(0).optional(),
    maxItems: z.int().min(0).optional(),
    uniqueItems: z.boolean().optional(),
    pattern: z.string().max(200).optional(),
    format: z.enum(['date', 'email', 'uri']).optional(),
    default: z.json().optional(),
    'x-zh': z.string().optional(),
    'x-en': z.string().optional(),
    'x-help-zh': z.string().optional(),
    'x-help-en': z.string().optional(),
    'x-format': z.enum(['fen', 'usd', 'squareMetres', 'persons', 'longText', 'creditCode', 'bankAccount', 'clearingNumber', 'phone']).optional(),
    'x-enum-zh': z.array(z.string()).optional(),
    'x-enum-en': z.array(z.string()).optional(),
    'x-visible': z.string().min(1).max(2_000).optional(),
    'x-personal': z.boolean().optional(),
    'x-origin': z.enum(['own', 'comparable', 'assumed']).optional(),
  }),
) as z.ZodType<JsonSchema>;
