import type { BusinessRuleTask } from '../../steps/businessRuleTask.ts';
import { defineMapping } from '../defineMapping.ts';

/** A decision table is a business rule task; the table is kept beside, and one from elsewhere begins with an empty table. */
export const businessRuleTask = defineMapping<BusinessRuleTask>({
  kind: 'businessRuleTask',
  reads: ['default'],
  claims: () => true,
  write: () => ({}),
  read: () => ({}),
  supply(element, eye, said) {
    if (!said.table) eye.changed(element, '决策表不在文件里；请填写决策表。', 'The decision table is not in the file; fill it in.');
    return { table: said.table ?? { hitPolicy: 'unique', inputs: [], outputs: [], rules: [] } };
  },
});
