import { z } from 'zod';
import { operations, type Operation } from '../model/api/operations.ts';
import { problemDetailsSchema } from '../model/api/problemDetails.ts';
import { needsKey } from './http/call.ts';

type Schema = Record<string, unknown>;

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Schema => {
  // Without `$schema`, which OpenAPI 3.1 states once for the whole document.
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Schema;
  return rest;
};

/** JSON Schemas that refer to themselves (`$defs`) are lifted into the document's components, since a `#` there means the whole document. */
function lift(schema: Schema, prefix: string, components: Record<string, Schema>): Schema {
  const rename = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(rename);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) =>
        name === '$ref' && typeof inner === 'string' ? [name, inner === '#' ? `#/components/schemas/${prefix}` : inner.replace(/^#\/\$defs\//, `#/components/schemas/${prefix}_`)] : [name, rename(inner)],
      ),
    );
  };
  const { $defs, ...root } = schema as Schema & { $defs?: Record<string, Schema> };
  for (const [name, inner] of Object.entries($defs ?? {})) components[`${prefix}_${name}`] = rename(inner) as Schema; // renaming keeps an object an object
  components[prefix] = rename(root) as Schema; // the same
  return { $ref: `#/components/schemas/${prefix}` };
}

/** The OpenAPI 3.1 document, made from the table of operations and their schemas. */
export function openApi(): Schema {
  const components: Record<string, Schema> = {};
  const problem = lift(schemaOf(problemDetailsSchema, 'output'), 'Problem', components);
  const paths: Record<string, Record<string, Schema>> = {};
  for (const [name, operation] of Object.entries<Operation>(operations)) {
    const path = operation.path.replaceAll(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[operation.method] = describe(name, operation, components, problem);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Shenpi 审批', version: '1', description: '写操作需要 Idempotency-Key 和 X-Requested-With: shenpi。 / Writes need the headers Idempotency-Key and X-Requested-With: shenpi.', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    paths,
    components: { schemas: components, securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'shenpi_session', description: 'Over TLS its name is __Host-shenpi_session.' } } },
  };
}

function describe(name: string, operation: Operation, components: Record<string, Schema>, problem: Schema): Schema {
  const write = operation.method !== 'get';
  const header = (header: string, schema: Schema) => ({ name: header, in: 'header', required: true, schema });
  const { answer, media } = operation;
  const content = answer ? { 'application/json': { schema: lift(schemaOf(answer, 'output'), `${name}Answer`, components) } } : media === undefined ? undefined : { [media]: {} };
  return {
    operationId: name,
    summary: `${operation.title.zh} / ${operation.title.en}`,
    'x-who': operation.who,
    security: operation.who === 'everybody' ? [] : [{ session: [] }],
    parameters: [
      ...[...operation.path.matchAll(/:(\w+)/g)].map(([, parameter]) => ({ name: parameter, in: 'path', required: true, schema: { type: 'string' } })),
      ...queryParameters(operation),
      ...(needsKey(operation) ? [header('Idempotency-Key', { type: 'string', minLength: 1, maxLength: 200 })] : []),
      ...(write ? [header('X-Requested-With', { const: 'shenpi' })] : []),
    ],
    ...(operation.body ? { requestBody: bodyOf(name, operation, operation.body, components) } : {}),
    responses: {
      [operation.status ?? (content ? 200 : 204)]: { description: 'OK', ...(content ? { content } : {}) },
      default: { description: 'RFC 9457', content: { 'application/problem+json': { schema: problem } } },
    },
  };
}

function queryParameters({ query }: Operation): Schema[] {
  if (!query) return [];
  const { properties = {}, required = [] } = schemaOf(query, 'input') as { properties?: Record<string, Schema>; required?: string[] };
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema }));
}

function bodyOf(name: string, operation: Operation, body: z.ZodType, components: Record<string, Schema>): Schema {
  const schema = schemaOf(body, 'input');
  if (!operation.upload) return { required: true, content: { 'application/json': { schema: lift(schema, `${name}Body`, components) } } };
  const { properties = {}, required = [] } = schema as { properties?: Record<string, Schema>; required?: string[] };
  const withFile = { ...schema, properties: { ...properties, file: { type: 'string', format: 'binary' } }, required: [...required, 'file'] };
  return { required: true, content: { 'multipart/form-data': { schema: withFile } } };
}
