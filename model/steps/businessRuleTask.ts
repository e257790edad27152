import { z } from 'zod';
import { decide, decisionTableSchema, renamedTable, tableFaults, type DecisionTable } from '../decisionTable.ts';
import { caseSchema } from '../caseSchema.ts';
import type { JsonSchema } from '../form/jsonSchema.ts';
import { defineStep, stepShape, type StepBase } from './defineStep.ts';

/** What a table of rules decides. */
export interface BusinessRuleTask extends StepBase {
  kind: 'businessRuleTask';
  table: DecisionTable;
}

/** BPMN business rule task: a decision table with FEEL unary tests (DMN 1.4 hit policies unique, first, collect-sum). */
export const businessRuleTask = defineStep<BusinessRuleTask>({
  kind: 'businessRuleTask',
  title: { zh: '规则判定', en: 'Business rule task' },
  fields: z.strictObject({
    ...stepShape,
    kind: z.literal('businessRuleTask'),
    table: decisionTableSchema.meta({ widget: 'table', label: { zh: '决策表', en: 'Decision table' } }),
  }),
  look: {
    shape: 'task',
    icon: 'table',
    summary: (step) => ({ zh: `${step.table.rules.length} 条规则`, en: `${step.table.rules.length} rules` }),
  },
  bpmn: 'bpmn:BusinessRuleTask',
  begins: false,
  ends: false,
  contains: false,
  join: 'each',
  split: 'all',
  waits: () => false,
  moves: () => ({}),
  roles: () => [],
  expressions: () => [],
  renamed: (step, to) => ({ table: renamedTable(step.table, to) }),
  blank: (base) => ({
    ...base,
    kind: 'businessRuleTask',
    table: { hitPolicy: 'first', inputs: [], outputs: [{ id: 'result', label: { zh: '结果', en: 'Result' }, type: 'string' }], rules: [{ id: 'otherwise', when: [], then: [''] }] },
  }),
  contributes: (step) => ({
    type: 'object',
    properties: Object.fromEntries(step.table.outputs.map((output): [string, JsonSchema] => [output.id, { type: output.type }])),
  }),
  enter(turn, step, arrival) {
    const decision = decide(step.table, turn.context());
    if ('fault' in decision) {
      const token = turn.rest(step, arrival, {});
      turn.incident(token, step.id, 'noRowMatches', decision.fault);
      return;
    }
    turn.fact({ fact: 'decided', step: step.id, rows: decision.rows, outputs: decision.outputs });
    turn.learn(step.id, decision.outputs);
    turn.pass(step, arrival);
  },
  resume: () => undefined,
  check: (process, step) =>
    tableFaults(step.table, caseSchema(process)).map((fault) => ({
      rule: 'businessRuleTask',
      severity: 'error',
      message: fault.message,
      where: { step: step.id, field: `table.${fault.field}` },
    })),
});
