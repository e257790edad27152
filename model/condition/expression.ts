/** Where in the FEEL text a part stands, as character offsets. */
export interface Span {
  from: number;
  to: number;
}

/** The operators that compare two values. */
export type CompareOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** A FEEL expression of the allowed syntax, read into data: what is typed when a process is checked and evaluated when it runs. */
export type Expression = Span &
  (
    | { expression: 'literal'; type: 'null' | 'boolean' | 'integer' | 'string' | 'date'; value: null | boolean | number | string }
    | { expression: 'path'; names: string[] }
    /** `?`, the input of a unary test. */
    | { expression: 'input' }
    | { expression: 'list'; items: Expression[] }
    | { expression: 'arithmetic'; operator: '+' | '-' | '*' | '/'; left: Expression; right: Expression }
    | { expression: 'minus'; operand: Expression }
    | { expression: 'compare'; operator: CompareOperator; left: Expression; right: Expression }
    | { expression: 'and' | 'or'; left: Expression; right: Expression }
    | { expression: 'if'; condition: Expression; then: Expression; otherwise: Expression }
    | { expression: 'in'; operand: Expression; tests: Test[] }
    | { expression: 'call'; name: string; arguments: Expression[] }
  );

/** One alternative after `in`, or in a cell of a decision table. */
export type Test = Span &
  (
    | { test: 'compare'; operator: CompareOperator; value: Expression }
    | { test: 'range'; low: Expression; high: Expression; lowCounts: boolean; highCounts: boolean }
    /** Equal to the value, or contained in it where it is a list. */
    | { test: 'value'; value: Expression }
    /** A condition that mentions the input as `?`. */
    | { test: 'holds'; condition: Expression }
  );

/** A cell of a decision table: no tests is `-`, which any input passes. */
export interface UnaryTests {
  negated: boolean;
  tests: Test[] | 'any';
}

/** Whether the expression speaks of `?`. */
export function mentionsInput(expression: Expression): boolean {
  switch (expression.expression) {
    case 'input': return true;
    case 'list': return expression.items.some(mentionsInput);
    case 'arithmetic':
    case 'compare':
    case 'and':
    case 'or': return mentionsInput(expression.left) || mentionsInput(expression.right);
    case 'minus': return mentionsInput(expression.operand);
    case 'if': return [expression.condition, expression.then, expression.otherwise].some(mentionsInput);
    case 'in': return mentionsInput(expression.operand);
    case 'call': return expression.arguments.some(mentionsInput);
    default: return false;
  }
}
