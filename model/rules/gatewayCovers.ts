import { caseSchema } from '../caseSchema.ts';
import { evaluateExpression } from '../condition/evaluateExpression.ts';
import type { Expression } from '../condition/expression.ts';
import { typeAt, typeOfSchema, type ValueType } from '../condition/valueType.ts';
import type { Flow } from '../process.ts';
import { kindOf } from '../steps/index.ts';
import type { Json, JsonObject } from '../text.ts';
import { defineRule, type Fault } from './defineRule.ts';
import { nameOfFlow } from './reading/nameOf.ts';
import { pathsIn } from './reading/pathsIn.ts';
import { expressionOf } from './reading/readOnce.ts';

/** More combinations of values than this are not tried; a default flow is then required. */
const mostCombinations = 256;

/** A step that chooses has a default flow, or its conditions hold for whatever the data may be; and no flow is there in vain. */
export const gatewayCovers = defineRule({
  rule: 'gatewayCovers',
  title: { zh: '网关各种情况都有去向', en: 'Gateways cover every case' },
  severity: 'error',
  why: {
    zh: '没有一个条件成立又没有默认流向时，案件会停在网关处成为故障。',
    en: 'Where no condition holds and there is no default flow, the case stops at the gateway as an incident.',
  },
  faults(process, index) {
    const faults: Fault[] = [];
    for (const step of process.steps) {
      const flows = index.outgoing.get(step.id) ?? [];
      if (kindOf(step).split === 'all' || flows.length < 2) continue;
      for (const flow of flows) {
        if (flow.isDefault || flow.condition !== undefined) continue;
        const name = nameOfFlow(index, flow);
        faults.push({
          message: {
            zh: `流向“${name.zh}”既没有条件也不是默认流向，永远不会走；请写条件或设为默认。`,
            en: `Flow “${name.en}” has no condition and is not the default, so it is never taken; give it a condition or make it the default.`,
          },
          where: { flow: flow.id, field: 'condition' },
        });
      }
      if (flows.some((flow) => flow.isDefault)) continue;
      const missed = firstMissed(flows, typeOfSchema(caseSchema(process)));
      if (missed === 'none') continue;
      faults.push({
        message:
          missed === 'unknown'
            ? {
                zh: `“${step.name.zh}”没有默认流向，其条件也不能保证总有一个成立；请把一条流向设为默认。`,
                en: `“${step.name.en}” has no default flow, and its conditions do not surely cover every case; make one flow the default.`,
              }
            : {
                zh: `“${step.name.zh}”没有默认流向，当 ${missed} 时没有一个条件成立；请补一条流向或设一条为默认。`,
                en: `“${step.name.en}” has no default flow, and no condition holds when ${missed}; add a flow for it or make one the default.`,
              },
        where: { step: step.id },
      });
    }
    return faults;
  },
});

/** The first combination of values for which no condition holds; `unknown` where the data can have more values than can be tried. */
function firstMissed(flows: Flow[], data: ValueType): string {
  const conditions: Expression[] = [];
  for (const flow of flows) {
    const expression = flow.condition === undefined ? undefined : expressionOf(flow, flow.condition);
    if (expression) conditions.push(expression);
  }
  let combinations: [string, Json][][] = [[]];
  for (const path of new Set(conditions.flatMap(pathsIn))) {
    const values = valuesOf(typeAt(data, path.split('.')));
    if (!values || values.length * combinations.length > mostCombinations) return 'unknown';
    combinations = combinations.flatMap((combination) => values.map((value): [string, Json][] => [...combination, [path, value]]));
  }
  for (const combination of combinations) {
    const context = dataOf(combination);
    if (conditions.some((condition) => evaluateExpression(condition, { data: context }) === true)) continue;
    return combination.length === 0 ? 'unknown' : combination.map(([path, value]) => `${path} = ${JSON.stringify(value)}`).join(', ');
  }
  return 'none';
}

function valuesOf(type: ValueType | { known: string[] }): Json[] | undefined {
  if ('known' in type) return undefined;
  return type.values ?? (type.type === 'boolean' ? [true, false] : undefined);
}

function dataOf(combination: [string, Json][]): JsonObject {
  const data: JsonObject = {};
  for (const [path, value] of combination) {
    const names = path.split('.');
    const last = names.pop() ?? path;
    let at = data;
    for (const name of names) {
      const inner = at[name];
      const next: JsonObject = inner !== null && typeof inner === 'object' && !Array.isArray(inner) ? inner : {};
      at[name] = next;
      at = next;
    }
    at[last] = value;
  }
  return data;
}
