import type { Expression, Test } from '../../condition/expression.ts';

/** The dotted names of all data of which an expression speaks. */
export function pathsIn(expression: Expression): string[] {
  switch (expression.expression) {
    case 'path':
      return [expression.names.join('.')];
    case 'list':
      return expression.items.flatMap(pathsIn);
    case 'arithmetic':
    case 'compare':
    case 'and':
    case 'or':
      return [...pathsIn(expression.left), ...pathsIn(expression.right)];
    case 'minus':
      return pathsIn(expression.operand);
    case 'if':
      return [expression.condition, expression.then, expression.otherwise].flatMap(pathsIn);
    case 'in':
      return [...pathsIn(expression.operand), ...expression.tests.flatMap(pathsInTest)];
    case 'call':
      return expression.arguments.flatMap(pathsIn);
    case 'literal':
    case 'input':
      return [];
  }
}

function pathsInTest(test: Test): string[] {
  switch (test.test) {
    case 'compare':
    case 'value':
      return pathsIn(test.value);
    case 'range':
      return [...pathsIn(test.low), ...pathsIn(test.high)];
    case 'holds':
      return pathsIn(test.condition);
  }
}
