import { caseNames } from '../caseSchema.ts';
import { kindOf } from '../steps/index.ts';
import { defineRule, type Fault } from './defineRule.ts';

/** An identifier names one thing: step, flow, role, form, document, outcome; no step takes the name of the case's own data. */
export const uniqueIds = defineRule({
  rule: 'uniqueIds',
  title: { zh: '标识不重复', en: 'Identifiers are unique' },
  severity: 'error',
  why: {
    zh: '条件、任务和留痕都按标识找到步骤；标识重复时无法知道指的是哪一个。',
    en: 'Conditions, tasks and the trail find things by their identifier; used twice, it no longer tells which one is meant.',
  },
  faults(process) {
    const faults: Fault[] = [];
    const twice = (id: string) => ({ zh: `标识“${id}”重复使用；请改用别的标识。`, en: `The identifier “${id}” is used more than once; choose another.` });
    const repeated = (entries: { id: string }[], field: string, place: Fault['where'] = {}) => {
      const seen = new Set<string>();
      for (const [position, { id }] of entries.entries()) {
        if (seen.has(id)) faults.push({ message: twice(id), where: { ...place, field: `${field}.${position}.id` } });
        seen.add(id);
      }
    };
    // Steps and flows share one space: BPMN files know them by these identifiers.
    const drawn = new Set<string>();
    for (const step of process.steps) {
      if (drawn.has(step.id)) faults.push({ message: twice(step.id), where: { step: step.id, field: 'id' } });
      drawn.add(step.id);
      if (caseNames.has(step.id)) {
        faults.push({
          message: {
            zh: `步骤“${step.name.zh}”的标识“${step.id}”是案件数据的保留名称；请改用别的标识。`,
            en: `The identifier “${step.id}” of step “${step.name.en}” is a name of the case’s own data; choose another.`,
          },
          where: { step: step.id, field: 'id' },
        });
      }
      const task = kindOf(step).task?.(step);
      if (task) repeated(task.outcomes, 'outcomes', { step: step.id });
    }
    for (const flow of process.flows) {
      if (drawn.has(flow.id)) faults.push({ message: twice(flow.id), where: { flow: flow.id, field: 'id' } });
      drawn.add(flow.id);
    }
    repeated(process.roles, 'roles');
    repeated(process.forms, 'forms');
    repeated(process.measure.documents, 'measure.documents');
    repeated(process.measure.figures, 'measure.figures');
    return faults;
  },
});
