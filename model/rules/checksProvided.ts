import { caseSchema } from '../caseSchema.ts';
import { checks } from '../checks/index.ts';
import { typeAt, typeOfSchema, type ValueType } from '../condition/valueType.ts';
import { kindOf } from '../steps/index.ts';
import { defineRule, type Fault } from './defineRule.ts';

/** Every check finds the case data that it reads by name: a step of that very name contributes them, or a form asks for them. */
export const checksProvided = defineRule({
  rule: 'checksProvided',
  title: { zh: '核验所需数据有来源', en: 'Checks find what they read' },
  severity: 'error',
  why: {
    zh: '核验按名称读取数据；步骤换了标识，核验就读不到，例如核减后的金额不起作用。',
    en: 'Checks read data by name; under another identifier of the step they read nothing, and, for example, a lowered amount has no effect.',
  },
  faults(process) {
    const data = typeOfSchema(caseSchema(process));
    const faults: Fault[] = [];
    for (const step of process.steps) {
      const name = kindOf(step).asks?.(step);
      const check = name === undefined ? undefined : checks[name];
      for (const path of check?.reads(process) ?? []) {
        if (isProvided(data, path)) continue;
        const [from, datum] = path.split('.');
        faults.push({
          message:
            datum === undefined
              ? {
                  zh: `“${step.name.zh}”需要案件数据“${path}”，但申报表和初审表都没有；请在表单中加入这一字段。`,
                  en: `“${step.name.en}” needs the case datum “${path}”, which neither the declaration nor the review form asks for; add the field to a form.`,
                }
              : {
                  zh: `“${step.name.zh}”需要标识为“${from}”的步骤提供“${datum}”，流程中没有；请加入该步骤，或把提供它的步骤标识改为“${from}”。`,
                  en: `“${step.name.en}” needs “${datum}” from a step with the identifier “${from}”, and there is none; add the step, or give that identifier to the step that provides it.`,
                },
          where: { step: step.id, field: 'check' },
        });
      }
    }
    return faults;
  },
});

function isProvided(data: ValueType, path: string): boolean {
  const names = path.split('.');
  const places = names.length > 1 ? [names] : [['review', ...names], ['declaration', ...names]];
  return places.some((place) => 'type' in typeAt(data, place));
}
