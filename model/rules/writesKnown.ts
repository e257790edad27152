import { caseSchema } from '../caseSchema.ts';
import { defineRule } from './defineRule.ts';

/** What a task also writes is data that the case has. */
export const writesKnown = defineRule({
  rule: 'writesKnown',
  title: { zh: '更正写到已有的数据', en: 'Corrections reach known data' },
  severity: 'error',
  why: {
    zh: '写到别的名称下的更正谁也读不到，案件仍按旧数据办理。',
    en: 'A correction written under another name is read by nobody, and the case goes on with the old data.',
  },
  faults(process) {
    const data = caseSchema(process).properties ?? {};
    return process.steps.flatMap((step) =>
      'writes' in step && step.writes !== undefined && !Object.hasOwn(data, step.writes)
        ? [
            {
              message: {
                zh: `“${step.name.zh}”同时更正“${step.writes}”，但案件没有这一数据；请改为 declaration 或一个步骤的标识。`,
                en: `“${step.name.en}” also writes “${step.writes}”, which the case does not have; use declaration or a step’s identifier.`,
              },
              where: { step: step.id, field: 'writes' },
            },
          ]
        : [],
    );
  },
});
