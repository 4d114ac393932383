import { assertNever } from '../lib/assertNever.ts'
import { nearestName } from '../lib/nearestName.ts'
import { fail, ok, type Result } from '../lib/result.ts'
import { callOf } from './check/call.ts'
import { converted, empty, joined, literal } from './check/convert.ts'
import { linkFunctionOf } from './check/linkFunctions.ts'
import { listOfLinked } from './check/linked.ts'
import { binaryOf, concatenated, unaryOf } from './check/operators.ts'
import { roadOf, startOf, typedOfPath } from './check/path.ts'
import { tablesOf, type Checked, type FormulaSchema, type Scope } from './check/scope.ts'
import type { Expression } from './expression.ts'
import { scalar } from './formulaType.ts'
import type { FunctionName } from './functionName.ts'
import { functionNamed, functionNames } from './functions/catalogue.ts'
import { isLinkFunction } from './functions/links.ts'
import { parse } from './parse.ts'
import { problem, type FormulaProblem } from './problem.ts'
import type { Typed } from './typed.ts'

/**
 * A formula of a table, read and checked: the tree that the engine computes, or what is wrong and where.
 * Takes formulas as typed and as stored. Empty cells are values of their type: operators on numbers take them as 0,
 * `&` as "", comparisons as equal to both, and functions over lists leave them out.
 */
export function check(source: string, tableId: number, schema: FormulaSchema): Result<Typed, FormulaProblem> {
  const typed = checkText(source, { schema, tableId, outer: [], source })
  return typed.ok ? cellValue({ typed: typed.value, span: { from: 0, to: source.length }, what: source }) : typed
}

/** What a cell can hold: one value. A list is shown joined. */
function cellValue(arg: Checked): Result<Typed, FormulaProblem> {
  if (arg.typed.type.of === 'empty') return ok({ ...empty, type: scalar('text') })
  if (!arg.typed.type.list) return ok(arg.typed)
  const texts = converted(arg, 'text')
  return texts.ok ? ok(joined(texts.value)) : texts
}

function checkText(source: string, scope: Scope): Result<Typed, FormulaProblem> {
  const expression = parse(source)
  return expression.ok ? checkExpression(expression.value, scope) : expression
}

function checkExpression(expression: Expression, scope: Scope): Result<Typed, FormulaProblem> {
  switch (expression.kind) {
    case 'number':
    case 'text':
    case 'boolean':
      return ok(literal(expression.value, expression.kind))
    case 'column':
      return typedOfPath(expression.path, scope)
    case 'unary': {
      const operand = checked(expression.operand, scope)
      return operand.ok ? unaryOf(expression.operator, operand.value, expression.span) : operand
    }
    case 'binary': {
      const parts = expression.operator === '&' ? partsOf(expression) : [expression.left, expression.right]
      const operands = allChecked(parts, scope)
      if (!operands.ok) return operands
      if (expression.operator === '&') return concatenated(operands.value, expression.span)
      const [left, right] = operands.value
      if (left === undefined || right === undefined) return fail(problem('nothing', expression.span))
      return binaryOf(expression.operator, left, right, expression.span)
    }
    case 'call': {
      const name = functionNamed(expression.name)
      if (name === undefined) return fail(unknownFunction(expression))
      if (isLinkFunction(name)) return linkFunctionOf(name, expression, scope, { check: checkExpression, checkText })
      const args = allChecked(expression.args, scope)
      if (!args.ok) return args
      const counted = counting.has(name)
        ? args.value.map((arg, index) => ({ ...arg, typed: rowsOf(expression.args[index], scope) ?? arg.typed }))
        : args.value
      return callOf(name, counted, expression.span)
    }
    default:
      return assertNever(expression)
  }
}

function checked(expression: Expression, scope: Scope): Result<Checked, FormulaProblem> {
  const typed = checkExpression(expression, scope)
  const what = scope.source.slice(expression.span.from, expression.span.to)
  return typed.ok ? ok({ typed: typed.value, span: expression.span, what: what.length > 40 ? `${what.slice(0, 39)}…` : what }) : typed
}

function allChecked(expressions: readonly Expression[], scope: Scope): Result<readonly Checked[], FormulaProblem> {
  const all: Checked[] = []
  for (const expression of expressions) {
    const one = checked(expression, scope)
    if (!one.ok) return one
    all.push(one.value)
  }
  return ok(all)
}

/** What counts a link counts its rows, not the one text that its cell shows. */
const counting: ReadonlySet<FunctionName> = new Set<FunctionName>(['COUNT', 'COUNTA', 'COUNTALL'])

/** One number for each row that a link leads to; null where something else is written. */
function rowsOf(written: Expression | undefined, scope: Scope): Typed | null {
  if (written?.kind !== 'column') return null
  const start = startOf(written.path, tablesOf(scope), scope.schema)
  const road = roadOf(start.path, start.tableId, scope.schema)
  if (!road.ok || road.value.column.type !== 'link') return null
  const rows = listOfLinked([...road.value.links, road.value.column], literal(1, 'number'), null)
  return start.levels === 0 ? rows : { kind: 'outer', levels: start.levels, value: rows, type: rows.type }
}

/** `a & b & c` → a, b, c. */
function partsOf(expression: Expression): readonly Expression[] {
  const parts: Expression[] = []
  let rest = expression
  while (rest.kind === 'binary' && rest.operator === '&') {
    parts.unshift(rest.right)
    rest = rest.left
  }
  return [rest, ...parts]
}

function unknownFunction({ name, nameSpan }: Extract<Expression, { kind: 'call' }>): FormulaProblem {
  const near = nearestName(name, functionNames)
  return near === null ? problem('unknownFunction', nameSpan, { name }) : problem('unknownFunctionNear', nameSpan, { name, near })
}
