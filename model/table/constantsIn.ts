import { evaluateExpression } from '../condition/evaluateExpression.ts';
import { mentionsInput, type Expression, type Test, type UnaryTests } from '../condition/expression.ts';
import { pathsIn } from '../rules/reading/pathsIn.ts';
import type { Json } from '../text.ts';

/** The constants with which a cell compares its input, so that between two of them its answer is one; `undefined` where it asks for anything else. */
export function constantsIn(tests: UnaryTests): Json[] | undefined {
  return tests.tests === 'any' ? [] : all(tests.tests.map(ofTest));
}

/** Whether a cell asks for nothing but its input: the same input, the same answer, whatever else a case has. */
export function asksInputOnly(tests: UnaryTests): boolean {
  return tests.tests === 'any' || tests.tests.every((test) => expressionsOf(test).every((expression) => pathsIn(expression).length === 0));
}

function expressionsOf(test: Test): Expression[] {
  switch (test.test) {
    case 'range': return [test.low, test.high];
    case 'holds': return [test.condition];
    default: return [test.value];
  }
}

function ofTest(test: Test): Json[] | undefined {
  return test.test === 'holds' ? ofCondition(test.condition) : all(expressionsOf(test).map(constant));
}

function ofCondition(expression: Expression): Json[] | undefined {
  switch (expression.expression) {
    case 'literal': return [];
    case 'and':
    case 'or': return all([expression.left, expression.right].map(ofCondition));
    case 'call': return expression.name === 'not' ? all(expression.arguments.map(ofCondition)) : undefined;
    case 'in': return expression.operand.expression === 'input' ? all(expression.tests.map(ofTest)) : undefined;
    case 'compare': {
      if (expression.left.expression === 'input') return constant(expression.right);
      return expression.right.expression === 'input' ? constant(expression.left) : undefined;
    }
    default: return undefined;
  }
}

function constant(expression: Expression): Json[] | undefined {
  if (mentionsInput(expression) || pathsIn(expression).length > 0) return undefined;
  const value = evaluateExpression(expression, { data: {} });
  return Array.isArray(value) ? value : [value];
}

function all(parts: (Json[] | undefined)[]): Json[] | undefined {
  const found: Json[] = [];
  for (const part of parts) {
    if (!part) return undefined;
    found.push(...part);
  }
  return found;
}
