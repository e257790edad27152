import type { JsonSchema } from '../form/jsonSchema.ts';
import type { Json } from '../text.ts';
import type { ConditionFault } from './conditionFault.ts';
import { fault } from './conditionFault.ts';
import type { Expression, Span, Test, UnaryTests } from './expression.ts';
import { allowedFunctions, type Parameter } from './functions.ts';
import { describe, hasOrder, isNumeric, sameType, typeAt, typeOfSchema, unknownType, type ValueType } from './valueType.ts';

/** What an expression must give where it stands. */
export type ExpectedType = 'boolean' | 'integer' | 'date' | 'any';

/** The type faults of an expression over data of this schema, in reading order. */
export function checkTypes(expression: Expression, schema: JsonSchema, expected: ExpectedType): ConditionFault[] {
  const checker = new TypeChecker(typeOfSchema(schema));
  const type = checker.type(expression);
  checker.expect(expression, type, expected);
  return checker.faults;
}

/** The type faults of a decision table's cell whose input is of the given type. */
export function checkTestTypes(tests: UnaryTests, schema: JsonSchema, input: ValueType): ConditionFault[] {
  const checker = new TypeChecker(typeOfSchema(schema), input);
  if (tests.tests !== 'any') for (const test of tests.tests) checker.test(test, input);
  return checker.faults;
}

/** The type of an expression over data of this schema; `unknown` where it has faults. */
export function expressionType(expression: Expression, schema: JsonSchema): ValueType {
  return new TypeChecker(typeOfSchema(schema)).type(expression);
}

class TypeChecker {
  readonly faults: ConditionFault[] = [];
  private readonly data: ValueType;
  private readonly input: ValueType | undefined;

  constructor(data: ValueType, input?: ValueType) {
    this.data = data;
    this.input = input;
  }

  type(expression: Expression): ValueType {
    switch (expression.expression) {
      case 'literal':
        return { type: expression.type };
      case 'path':
        return this.path(expression, expression.names);
      case 'input':
        if (this.input) return this.input;
        return this.say(expression, '“?”只能写在决策表的单元格里。', '"?" can only stand in a cell of a decision table.');
      case 'list':
        return { type: 'list', items: this.items(expression.items) };
      case 'minus':
        return this.number(expression.operand);
      case 'arithmetic': {
        const left = this.number(expression.left);
        const right = this.number(expression.right);
        const whole = expression.operator !== '/' && left.type !== 'number' && right.type !== 'number';
        return { type: whole ? 'integer' : 'number' };
      }
      case 'compare': {
        const left = this.type(expression.left);
        const right = this.type(expression.right);
        this.comparable(expression, left, right, expression.operator === '=' || expression.operator === '!=');
        this.enumerated(left, expression.right);
        this.enumerated(right, expression.left);
        return { type: 'boolean' };
      }
      case 'and':
      case 'or':
        this.expect(expression.left, this.type(expression.left), 'boolean');
        this.expect(expression.right, this.type(expression.right), 'boolean');
        return { type: 'boolean' };
      case 'if': {
        this.expect(expression.condition, this.type(expression.condition), 'boolean');
        const then = this.type(expression.then);
        const otherwise = this.type(expression.otherwise);
        if (!sameType(then, otherwise)) {
          return this.say(
            expression,
            `then 给出${describe(then).zh},else 给出${describe(otherwise).zh}；两者须同类。`,
            `"then" gives ${describe(then).en} and "else" gives ${describe(otherwise).en}; both must be of one type.`,
          );
        }
        return then.type === 'null' ? otherwise : then;
      }
      case 'in': {
        const operand = this.type(expression.operand);
        for (const test of expression.tests) this.test(test, operand);
        return { type: 'boolean' };
      }
      case 'call':
        return this.call(expression, expression.name, expression.arguments);
    }
  }

  /** Checks one alternative against the type of what is tested. */
  test(test: Test, operand: ValueType): void {
    switch (test.test) {
      case 'compare':
        this.comparable(test, operand, this.type(test.value), test.operator === '=' || test.operator === '!=');
        this.enumerated(operand, test.value);
        return;
      case 'range':
        this.comparable(test, operand, this.type(test.low), false);
        this.comparable(test, operand, this.type(test.high), false);
        return;
      case 'value': {
        const value = this.type(test.value);
        const within = value.type === 'list' && operand.type !== 'list' ? (value.items ?? unknownType) : value;
        this.comparable(test, operand, within, true);
        this.enumerated(operand, test.value);
        return;
      }
      case 'holds':
        this.expect(test.condition, this.type(test.condition), 'boolean');
    }
  }

  /** Says so when a part is of another type than its place needs. */
  expect(span: Span, found: ValueType, expected: ExpectedType): void {
    if (expected === 'any' || found.type === 'unknown' || found.type === expected) return;
    const hint = expected === 'integer' && found.type === 'number';
    this.say(
      span,
      `这里需要${describe({ type: expected }).zh}，得到的是${describe(found).zh}。${hint ? '请用 floor(…) 取整。' : ''}`,
      `This must be ${describe({ type: expected }).en} but is ${describe(found).en}.${hint ? ' Use floor(…).' : ''}`,
    );
  }

  private path(span: Span, names: string[]): ValueType {
    const found = typeAt(this.data, names);
    if ('type' in found) return found;
    const known = found.known.slice(0, 12).join(', ');
    return this.say(
      span,
      `没有名为“${names.join('.')}”的数据。${known ? `可用：${known}。` : ''}`,
      `There is no datum named "${names.join('.')}".${known ? ` There are: ${known}.` : ''}`,
    );
  }

  private number(operand: Expression): ValueType {
    const type = this.type(operand);
    if (isNumeric(type)) return type;
    return this.say(operand, `只有数能计算，这里是${describe(type).zh}。`, `Only numbers can be calculated with; this is ${describe(type).en}.`);
  }

  private items(items: Expression[]): ValueType {
    const [first, ...rest] = items.map((item) => this.type(item));
    return first && rest.every((type) => sameType(first, type)) ? first : unknownType;
  }

  private comparable(span: Span, left: ValueType, right: ValueType, equality: boolean): void {
    if (!sameType(left, right)) {
      this.say(
        span,
        `不能拿${describe(left).zh}与${describe(right).zh}比较。`,
        `${describe(left).en} cannot be compared with ${describe(right).en}.`,
      );
    } else if (!equality && !(hasOrder(left) && hasOrder(right))) {
      const shown = hasOrder(left) ? right : left;
      this.say(span, `只有数和日期有大小，这里是${describe(shown).zh}。`, `Only numbers and dates have an order; this is ${describe(shown).en}.`);
    }
  }

  private enumerated(type: ValueType, other: Expression): void {
    if (!type.values) return;
    if (other.expression === 'list') {
      for (const item of other.items) this.enumerated(type, item);
    } else if (other.expression === 'literal' && other.type !== 'null' && !type.values.includes(other.value)) {
      const values = type.values.map((value: Json) => JSON.stringify(value)).join(', ');
      this.say(
        other,
        `${JSON.stringify(other.value)} 不是可能的值。可能的值：${values}。`,
        `${JSON.stringify(other.value)} is not a value it can have. It can be: ${values}.`,
      );
    }
  }

  private call(span: Span, name: string, given: Expression[]): ValueType {
    const allowed = allowedFunctions.get(name);
    if (!allowed) return unknownType;
    const types = given.map((argument) => this.type(argument));
    const single = types[0] ?? unknownType;
    if (allowed.parameters[0] === 'numbers') {
      const element = single.type === 'list' ? (single.items ?? unknownType) : undefined;
      const numbers = element ? [element] : types;
      const wrong = numbers.find((type) => !isNumeric(type));
      if (wrong) return this.say(span, `“${name}”只处理数，这里有${describe(wrong).zh}。`, `"${name}" works on numbers only; here is ${describe(wrong).en}.`);
      return { type: numbers.some((type) => type.type === 'number') ? 'number' : 'integer' };
    }
    for (const [index, parameter] of allowed.parameters.entries()) {
      const type = types[index] ?? unknownType;
      if (!fits(type, parameter)) {
        this.say(
          given[index] ?? span,
          `“${name}”的第 ${index + 1} 个参数不能是${describe(type).zh}。`,
          `Argument ${index + 1} of "${name}" cannot be ${describe(type).en}.`,
        );
      }
    }
    return allowed.result === 'sameNumber' ? { type: single.type === 'number' ? 'number' : 'integer' } : { type: allowed.result };
  }

  private say(span: Span, zh: string, en: string): ValueType {
    this.faults.push(fault(span, zh, en));
    return unknownType;
  }
}

function fits(type: ValueType, parameter: Parameter): boolean {
  if (type.type === 'unknown' || parameter === 'any') return true;
  if (parameter === 'number') return isNumeric(type);
  if (parameter === 'date') return type.type === 'date' || type.type === 'string';
  return type.type === parameter;
}
