import { parseExpression, parseUnaryTests } from 'feelin';
import { isDay } from '../instant.ts';
import { fault, notAllowed, Stop, unreadable, type ConditionFault } from './conditionFault.ts';
import { readInteger, readString } from './readLiteral.ts';
import { mentionsInput, type CompareOperator, type Expression, type Span, type Test, type UnaryTests } from './expression.ts';
import { allowedFunctions } from './functions.ts';

/** Limits that keep the cost of a condition small and known. */
export const conditionLimits = { characters: 2_000, depth: 30, listItems: 50 } as const;

type Part = ReturnType<typeof parseExpression>['topNode'];

/** Reads a FEEL expression of the allowed syntax; anything else is a fault that names what is not allowed. */
export function readExpression(feel: string): { expression: Expression } | { fault: ConditionFault } {
  return guarded(feel, () => {
    const [body, more] = parts(wellFormed(parseExpression(feel, {}, undefined)));
    if (!body || more) throw unreadable(more ?? { from: 0, to: feel.length });
    return { expression: read(feel, body, 0) };
  });
}

/** Reads a cell of a decision table (FEEL unary tests): `-`, `"a", "b"`, `[1..5]`, `> 3`, `not("a")`, `contains(?, "a")`. */
export function readUnaryTests(feel: string): { tests: UnaryTests } | { fault: ConditionFault } {
  return guarded(feel, () => {
    if (feel.trim() === '-') return { tests: { negated: false, tests: 'any' } };
    const found = parts(wellFormed(parseUnaryTests(feel, {}, undefined)));
    const list = found.find((part) => part.name === 'PositiveUnaryTests');
    if (!list) throw unreadable({ from: 0, to: feel.length });
    const tests = limited(parts(list), list).map((part) => readTest(feel, part, 1));
    return { tests: { negated: found[0]?.name === 'not', tests } };
  });
}

function guarded<R>(feel: string, work: () => R): R | { fault: ConditionFault } {
  const { characters } = conditionLimits;
  if (feel.length > characters) {
    return {
      fault: fault(
        { from: characters, to: feel.length },
        `条件超过 ${characters} 个字符，请缩短或拆成决策表。`,
        `The condition is longer than ${characters} characters; shorten it or use a decision table.`,
      ),
    };
  }
  try {
    return work();
  } catch (stop) {
    if (stop instanceof Stop) return { fault: stop.fault };
    throw stop;
  }
}

function read(feel: string, part: Part, depth: number): Expression {
  const { from, to } = part;
  const span = { from, to };
  if (depth > conditionLimits.depth) {
    throw new Stop(fault(span, '条件嵌套过深，请拆分。', `The condition is nested more than ${conditionLimits.depth} deep; split it.`));
  }
  const inner = parts(part);
  const text = feel.slice(from, to);
  const child = (index: number, deeper = 1): Expression => {
    const one = inner[index];
    if (!one) throw unreadable(span);
    return read(feel, one, depth + deeper);
  };
  switch (part.name) {
    case 'ParenthesizedExpression':
      expectLength(inner, 3, span);
      return child(1);
    case 'null':
      return { ...span, expression: 'literal', type: 'null', value: null };
    case 'BooleanLiteral':
      return { ...span, expression: 'literal', type: 'boolean', value: text === 'true' };
    case 'NumericLiteral':
      return { ...span, expression: 'literal', type: 'integer', value: readInteger(text, span) };
    case 'StringLiteral':
      return { ...span, expression: 'literal', type: 'string', value: readString(text, span) };
    case 'DateTimeLiteral':
      return readDate(feel, part, depth);
    case '?':
      return { ...span, expression: 'input' };
    case 'VariableName':
    case 'PathExpression':
      return { ...span, expression: 'path', names: readPath(feel, part) };
    case 'List':
      return {
        ...span,
        expression: 'list',
        items: limited(inner.slice(1, -1), part).map((item) => read(feel, item, depth + 1)),
      };
    case 'ArithmeticExpression': {
      if (inner.length === 2) return { ...span, expression: 'minus', operand: child(1) };
      expectLength(inner, 3, span);
      const operator = feel.slice(inner[1]?.from, inner[1]?.to);
      if (operator !== '+' && operator !== '-' && operator !== '*' && operator !== '/') throw notAllowed(span, operator);
      return { ...span, expression: 'arithmetic', operator, left: child(0), right: child(2) };
    }
    case 'Conjunction':
    case 'Disjunction':
      expectLength(inner, 3, span);
      // A chain leans to the left; it is long, not deep.
      return { ...span, expression: part.name === 'Conjunction' ? 'and' : 'or', left: child(0, 0), right: child(2) };
    case 'IfExpression':
      expectLength(inner, 6, span);
      return { ...span, expression: 'if', condition: child(1), then: child(3), otherwise: child(5) };
    case 'Comparison':
      return readComparison(feel, part, depth);
    case 'FunctionInvocation':
      return readCall(feel, part, depth);
    default:
      throw notAllowed(span, text);
  }
}

function readComparison(feel: string, part: Part, depth: number): Expression {
  const span = { from: part.from, to: part.to };
  const inner = parts(part);
  const [left, operator, ...rest] = inner;
  if (!left || !operator) throw unreadable(span);
  const operand = read(feel, left, depth + 1);
  if (operator.name === 'CompareOp') {
    const right = rest[0];
    if (!right) throw unreadable(span);
    return {
      ...span,
      expression: 'compare',
      operator: readOperator(feel, operator),
      left: operand,
      right: read(feel, right, depth + 1),
    };
  }
  if (operator.name === 'between') {
    const [low, , high] = rest;
    if (!low || !high) throw unreadable(span);
    const range: Test = {
      from: low.from,
      to: high.to,
      test: 'range',
      low: read(feel, low, depth + 1),
      high: read(feel, high, depth + 1),
      lowCounts: true,
      highCounts: true,
    };
    return { ...span, expression: 'in', operand, tests: [range] };
  }
  if (operator.name !== 'in') throw notAllowed(span, feel.slice(operator.from, operator.to));
  const many = rest.find((one) => one.name === 'PositiveUnaryTests');
  const found = many ? limited(parts(many), many) : rest.filter((one) => one.name === 'PositiveUnaryTest');
  if (found.length === 0) throw unreadable(span);
  return { ...span, expression: 'in', operand, tests: found.map((one) => readTest(feel, one, depth + 1)) };
}

function readTest(feel: string, part: Part, depth: number): Test {
  const span = { from: part.from, to: part.to };
  if (part.name === 'PositiveUnaryTest') {
    const [only, more] = parts(part);
    if (!only || more) throw unreadable(span);
    return readTest(feel, only, depth);
  }
  if (part.name !== 'SimplePositiveUnaryTest') {
    const value = read(feel, part, depth + 1);
    return mentionsInput(value) ? { ...span, test: 'holds', condition: value } : { ...span, test: 'value', value };
  }
  const [first, second] = parts(part);
  if (first?.name === 'CompareOp' && second) {
    return { ...span, test: 'compare', operator: readOperator(feel, first), value: read(feel, second, depth + 1) };
  }
  if (first?.name !== 'Interval') throw unreadable(span);
  const [open, low, , high, close] = parts(first);
  if (!open || !low || !high || !close) throw unreadable(span);
  return {
    ...span,
    test: 'range',
    low: read(feel, low, depth + 1),
    high: read(feel, high, depth + 1),
    lowCounts: open.name === '[',
    highCounts: close.name === ']',
  };
}

function readCall(feel: string, part: Part, depth: number): Expression {
  const span = { from: part.from, to: part.to };
  const [target, , parameters] = parts(part);
  if (!target) throw unreadable(span);
  const name = feel.slice(target.from, target.to).replace(/\s+/g, ' ');
  const allowed = target.name === 'VariableName' ? allowedFunctions.get(name) : undefined;
  if (!allowed) {
    throw new Stop(
      fault(
        { from: target.from, to: target.to },
        `条件中不能使用函数“${name}”。可用：${[...allowedFunctions.keys()].join('、')}。`,
        `The function "${name}" is not allowed in a condition. Allowed: ${[...allowedFunctions.keys()].join(', ')}.`,
      ),
    );
  }
  if (parameters?.name !== 'PositionalParameters') throw notAllowed(parameters ?? span, feel.slice(span.from, span.to));
  const given = limited(parts(parameters), parameters).map((one) => read(feel, one, depth + 1));
  const wanted = allowed.parameters.length;
  const many = allowed.parameters[0] === 'numbers';
  if (many ? given.length === 0 : given.length !== wanted) {
    throw new Stop(
      fault(
        span,
        `函数“${name}”需要 ${many ? '至少 1' : wanted} 个参数，这里有 ${given.length} 个。`,
        `The function "${name}" takes ${many ? 'at least 1' : wanted} argument(s); ${given.length} given.`,
      ),
    );
  }
  return { ...span, expression: 'call', name, arguments: given };
}

function readDate(feel: string, part: Part, depth: number): Expression {
  const span = { from: part.from, to: part.to };
  const [constructor, , parameters] = parts(part);
  const given = parameters ? parts(parameters) : [];
  const [only] = given;
  if (constructor?.name !== 'DateTimeConstructor' || feel.slice(constructor.from, constructor.to) !== 'date' || !only || given.length > 1) {
    throw notAllowed(span, feel.slice(span.from, span.to));
  }
  const value = read(feel, only, depth + 1);
  if (value.expression !== 'literal') return { ...span, expression: 'call', name: 'date', arguments: [value] };
  if (!isDay(value.value)) {
    throw new Stop(
      fault(span, `“${String(value.value)}”不是存在的日期，请写成 date("2026-01-31")。`, `"${String(value.value)}" is no day that exists; write it as date("2026-01-31").`),
    );
  }
  return { ...span, expression: 'literal', type: 'date', value: value.value };
}

function readPath(feel: string, part: Part): string[] {
  if (part.name === 'PathExpression') {
    const [target, , name] = parts(part);
    if (!target || !name || (target.name !== 'PathExpression' && target.name !== 'VariableName')) {
      throw notAllowed(part, feel.slice(part.from, part.to));
    }
    return [...readPath(feel, target), readName(feel, name)];
  }
  return [readName(feel, part)];
}

function readName(feel: string, part: Part): string {
  const name = feel.slice(part.from, part.to);
  if (!/^[A-Za-z][A-Za-z0-9]*$/.test(name)) {
    const asFunction = name.startsWith('not ');
    throw new Stop(
      fault(
        part,
        asFunction ? `“${name}”读作一个名称；否定请写成 not(…)。` : `“${name}”不是名称；名称只含字母和数字，以字母开头。`,
        asFunction ? `"${name}" reads as one name; write a negation as not(…).` : `"${name}" is not a name; names are letters and digits and begin with a letter.`,
      ),
    );
  }
  return name;
}

function readOperator(feel: string, part: Part): CompareOperator {
  const operator = feel.slice(part.from, part.to);
  if (operator === '=' || operator === '!=' || operator === '<' || operator === '<=' || operator === '>' || operator === '>=') return operator;
  throw notAllowed(part, operator);
}

function wellFormed(tree: ReturnType<typeof parseExpression>): Part {
  tree.iterate({
    enter: (part) => {
      if (part.type.isError) throw unreadable(part);
    },
  });
  return tree.topNode;
}

function parts(part: Part): Part[] {
  const found: Part[] = [];
  for (let child = part.firstChild; child; child = child.nextSibling) {
    if (child.name !== 'LineComment' && child.name !== 'BlockComment') found.push(child);
  }
  return found;
}

function limited(items: Part[], whole: Span): Part[] {
  const { listItems } = conditionLimits;
  if (items.length <= listItems) return items;
  throw new Stop(fault(whole, `列表超过 ${listItems} 项，请缩短。`, `The list has more than ${listItems} items; shorten it.`));
}

function expectLength(inner: Part[], length: number, span: Span): void {
  if (inner.length !== length) throw unreadable(span);
}
