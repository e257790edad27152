import { caseSchema } from './caseSchema.ts';
import { sampleValue } from './form/sampleAnswers.ts';
import type { Process } from './process.ts';
import type { Json, JsonObject } from './text.ts';

/** Made-up data of a case of this process that has passed every step once: what a condition can be tried on. The same for the same process. */
export function sampleData(process: Process): JsonObject {
  const data: { [name: string]: Json } = {};
  for (const [name, schema] of Object.entries(caseSchema(process).properties ?? {})) data[name] = sampleValue(schema);
  return {
    ...data,
    applicant: { creditCode: sampleValue({ type: 'string', 'x-format': 'creditCode' }), name: '示例企业有限公司' },
    instalment: 1,
    today: sampleValue({ type: 'string', format: 'date' }),
    visits: Object.fromEntries(process.steps.map((step) => [step.id, 1])),
  };
}
