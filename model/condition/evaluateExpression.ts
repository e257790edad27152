import { isDay } from '../instant.ts';
import type { Json, JsonObject } from '../text.ts';
import type { CompareOperator, Expression, Test, UnaryTests } from './expression.ts';
import { allowedFunctions } from './functions.ts';

/** What an expression is evaluated over: the case data, and inside a decision table the cell's input `?`. */
export interface Scope {
  data: JsonObject;
  input?: Json;
}

/** The value of an expression; null when what it needs is missing, null, of another type, or beyond the safe integers. Total. */
export function evaluateExpression(expression: Expression, scope: Scope): Json {
  switch (expression.expression) {
    case 'literal':
      return expression.value;
    case 'path':
      return readPath(scope.data, expression.names);
    case 'input':
      return scope.input ?? null;
    case 'list':
      return expression.items.map((item) => evaluateExpression(item, scope));
    case 'minus':
      return trusted(calculate('-', 0, evaluateExpression(expression.operand, scope)));
    case 'arithmetic':
      return trusted(
        calculate(expression.operator, evaluateExpression(expression.left, scope), evaluateExpression(expression.right, scope)),
      );
    case 'compare':
      return compare(
        expression.operator,
        evaluateExpression(expression.left, scope),
        evaluateExpression(expression.right, scope),
        isNull(expression.left) || isNull(expression.right),
      );
    case 'and':
    case 'or':
      return join(expression.expression === 'or', expression.left, expression.right, scope);
    case 'if': {
      const condition = evaluateExpression(expression.condition, scope);
      if (typeof condition !== 'boolean') return null;
      return evaluateExpression(condition ? expression.then : expression.otherwise, scope);
    }
    case 'in':
      return anyHolds(expression.tests, evaluateExpression(expression.operand, scope), scope);
    case 'call':
      return call(expression.name, expression.arguments, scope);
  }
}

/** Whether a cell's tests hold for the input; null when that cannot be known. */
export function evaluateTests(tests: UnaryTests, input: Json, data: JsonObject): boolean | null {
  if (tests.tests === 'any') return true;
  const held = anyHolds(tests.tests, input, { data, input });
  return held === null ? null : held !== tests.negated;
}

function readPath(data: Json, names: string[]): Json {
  let value: Json = data;
  for (const [index, name] of names.entries()) {
    // FEEL: a property of a list is the list of that property.
    if (Array.isArray(value)) return value.map((entry) => readPath(entry, names.slice(index)));
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return null;
    value = value[name] ?? null;
  }
  return value;
}

function calculate(operator: '+' | '-' | '*' | '/', left: Json, right: Json): number | null {
  if (typeof left !== 'number' || typeof right !== 'number') return null;
  switch (operator) {
    case '+': return left + right;
    case '-': return left - right;
    case '*': return left * right;
    case '/': return right === 0 ? null : left / right;
  }
}

// Beyond the safe integers a sum of money would silently be off by some fen.
function trusted(value: Json): Json {
  if (typeof value !== 'number') return value;
  return Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value + 0 : null;
}

function compare(operator: CompareOperator, left: Json, right: Json, withNull: boolean): boolean | null {
  if (operator === '=' || operator === '!=') {
    const same = withNull ? left === null && right === null : equal(left, right);
    return same === null ? null : same === (operator === '=');
  }
  const order = orderOf(left, right);
  if (order === null) return null;
  switch (operator) {
    case '<': return order < 0;
    case '<=': return order <= 0;
    case '>': return order > 0;
    case '>=': return order >= 0;
  }
}

// Only numbers, and days (whose ISO form sorts as time does), have an order; "10" < "9" would be a trap.
function orderOf(left: Json, right: Json): number | null {
  if (typeof left === 'number' && typeof right === 'number') return Math.sign(left - right);
  if (!isDay(left) || !isDay(right)) return null;
  return left < right ? -1 : Number(left > right);
}

function equal(left: Json, right: Json): boolean | null {
  if (left === null || right === null) return null;
  if (Array.isArray(left) && Array.isArray(right)) {
    if (left.length !== right.length) return false;
    return every(left.map((entry, index) => equal(entry, right[index] ?? null)));
  }
  if (typeof left !== typeof right || typeof left === 'object') return null;
  return left === right;
}

function every(answers: (boolean | null)[]): boolean | null {
  if (answers.includes(false)) return false;
  return answers.includes(null) ? null : true;
}

function join(decisive: boolean, left: Expression, right: Expression, scope: Scope): boolean | null {
  const first = evaluateExpression(left, scope);
  if (first === decisive) return decisive;
  const second = evaluateExpression(right, scope);
  if (second === decisive) return decisive;
  return typeof first === 'boolean' && typeof second === 'boolean' ? !decisive : null;
}

function anyHolds(tests: Test[], value: Json, scope: Scope): boolean | null {
  const answers = tests.map((test) => holds(test, value, scope));
  if (answers.includes(true)) return true;
  return answers.includes(null) ? null : false;
}

function holds(test: Test, value: Json, scope: Scope): boolean | null {
  switch (test.test) {
    case 'compare':
      return compare(test.operator, value, evaluateExpression(test.value, scope), isNull(test.value));
    case 'range': {
      const low = compare(test.lowCounts ? '>=' : '>', value, evaluateExpression(test.low, scope), false);
      const high = compare(test.highCounts ? '<=' : '<', value, evaluateExpression(test.high, scope), false);
      return every([low, high]);
    }
    case 'value': {
      const wanted = evaluateExpression(test.value, scope);
      if (!Array.isArray(wanted) || Array.isArray(value)) return compare('=', value, wanted, isNull(test.value));
      if (value === null) return null;
      return wanted.some((entry) => equal(entry, value) === true);
    }
    case 'holds': {
      const held = evaluateExpression(test.condition, scope);
      return typeof held === 'boolean' ? held : null;
    }
  }
}

function call(name: string, given: Expression[], scope: Scope): Json {
  const values = given.map((argument) => evaluateExpression(argument, scope));
  if (name === 'is defined') return values[0] !== null;
  const allowed = allowedFunctions.get(name);
  if (!allowed || values.includes(null)) return null;
  const [first] = values;
  const spread = allowed.parameters[0] === 'numbers' && !Array.isArray(first) ? [values] : values;
  return trusted(allowed.apply(spread));
}

function isNull(expression: Expression): boolean {
  return expression.expression === 'literal' && expression.type === 'null';
}
