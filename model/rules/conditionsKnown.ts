import { caseSchema } from '../caseSchema.ts';
import type { ExpectedType } from '../condition/checkTypes.ts';
import type { Place } from '../problem.ts';
import { kindOf } from '../steps/index.ts';
import type { Text } from '../text.ts';
import { defineRule, type Fault } from './defineRule.ts';
import { nameOfFlow } from './reading/nameOf.ts';
import { expressionFaults } from './reading/readOnce.ts';

/** Every FEEL expression can be read, speaks of data that a case of this process has, and gives what its place needs. */
export const conditionsKnown = defineRule({
  rule: 'conditionsKnown',
  title: { zh: '条件可判断', en: 'Conditions can be answered' },
  severity: 'error',
  why: {
    zh: '条件读不懂、用了没有的数据或类型不符时，案件到那里会成为故障。',
    en: 'Where a condition cannot be read, or asks for data that do not exist or of another type, the case stops there as an incident.',
  },
  faults(process, index) {
    const faults: Fault[] = [];
    const schema = caseSchema(process);
    const look = (owner: object, nameOfOwner: () => Text, feel: string, expected: ExpectedType, where: Place) => {
      for (const { message } of expressionFaults(owner, feel, schema, expected)) {
        const name = nameOfOwner();
        faults.push({ message: { zh: `“${name.zh}”的“${feel}”：${message.zh}`, en: `“${feel}” at “${name.en}”: ${message.en}` }, where });
      }
    };
    for (const flow of process.flows) {
      if (flow.condition === undefined) continue;
      look(flow, () => nameOfFlow(index, flow), flow.condition, 'boolean', { flow: flow.id, field: 'condition' });
    }
    for (const step of process.steps) {
      if (step.required) look(step, () => step.name, step.required.when, 'boolean', { step: step.id, field: 'required.when' });
      for (const { field, feel, type } of kindOf(step).expressions(step)) look(step, () => step.name, feel, type, { step: step.id, field });
    }
    return faults;
  },
});
