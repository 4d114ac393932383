import { fail, ok, type Result } from '../lib/result.ts'
import type { BinaryOperator, Expression, Span } from './expression.ts'
import { problem, type FormulaProblem } from './problem.ts'
import { tokensOf, type Token } from './tokens.ts'

/** How many brackets, functions and operators may stand inside one another. */
export const deepestFormula = 64
/** As many arguments as Excel takes. */
const mostArguments = 255

/**
 * A formula as written → expression. Precedence is Excel's: a sign before a value binds first (`-2^2` is 4), then
 * `%`, `^` (from the left: `2^3^2` is 64), `*` and `/`, `+` and `-`, `&`, comparisons.
 */
export function parse(source: string): Result<Expression, FormulaProblem> {
  const tokens = tokensOf(source)
  if (!tokens.ok) return tokens
  const reader: Reader = { words: tokens.value, at: { index: 0 }, end: source.length }
  const read = readExpression(reader, 0, 0)
  if (!read.ok) return read
  const rest = reader.words[reader.at.index]
  return rest === undefined ? ok(read.value.expression) : fail(unexpectedAfterValue(rest))
}

type Reader = { words: readonly Token[]; at: { index: number }; end: number }
/** `depth` counts what stands inside one another; a chain of `&` is one. */
type Read = Result<{ expression: Expression; depth: number }, FormulaProblem>

const precedence: Readonly<Record<BinaryOperator | '%', number>> = {
  '=': 1,
  '<>': 1,
  '<': 1,
  '<=': 1,
  '>': 1,
  '>=': 1,
  '&': 2,
  '+': 3,
  '-': 3,
  '*': 4,
  '/': 4,
  '^': 5,
  '%': 6,
}
const signPrecedence = 7

function readExpression(reader: Reader, lowest: number, level: number): Read {
  let left = readOperand(reader, level)
  let chain = 0
  while (left.ok) {
    const token = reader.words[reader.at.index]
    if (token?.kind !== 'operator' || precedence[token.operator] <= lowest) return left
    reader.at.index++
    if (token.operator === '%') {
      left = built(reader, left.value.depth + 1, {
        kind: 'unary',
        operator: '%',
        operand: left.value.expression,
        span: { from: left.value.expression.span.from, to: token.span.to },
      })
      continue
    }
    const right = readExpression(reader, precedence[token.operator], level + 1)
    if (!right.ok) return right
    chain = token.operator === '&' ? chain + 1 : 0
    if (chain >= mostArguments) return fail(problem('tooManyParts', token.span, { limit: mostArguments }))
    left = built(reader, Math.max(left.value.depth + (chain > 1 ? 0 : 1), right.value.depth + 1), {
      kind: 'binary',
      operator: token.operator,
      left: left.value.expression,
      right: right.value.expression,
      span: { from: left.value.expression.span.from, to: right.value.expression.span.to },
    })
  }
  return left
}

function readOperand(reader: Reader, level: number): Read {
  const token = reader.words[reader.at.index]
  if (token === undefined) return fail(endedEarly(reader))
  if (level > deepestFormula) return fail(problem('tooDeep', token.span, { limit: deepestFormula }))
  reader.at.index++
  const { span } = token
  switch (token.kind) {
    case 'number':
    case 'text':
    case 'column':
      return ok({ expression: token, depth: 1 })
    case 'name':
      return readNamed(reader, token.name, span, level)
    case 'open': {
      const inner = readExpression(reader, 0, level + 1)
      if (!inner.ok) return inner
      const close = closing(reader, span)
      if (!close.ok) return close
      const { expression, depth } = inner.value
      // A text keeps the place of its quotes: link functions read columns in it.
      const whole = expression.kind === 'text' ? expression.span : { from: span.from, to: close.value.to }
      return built(reader, depth + 1, { ...expression, span: whole })
    }
    case 'operator': {
      if (token.operator !== '-' && token.operator !== '+') return fail(problem('valueMissing', span, { sign: textOf(token) }))
      const operand = readExpression(reader, signPrecedence, level + 1)
      if (!operand.ok) return operand
      const { expression, depth } = operand.value
      return built(reader, depth + 1, {
        kind: 'unary',
        operator: token.operator,
        operand: expression,
        span: { from: span.from, to: expression.span.to },
      })
    }
    case 'close':
    case 'separator':
      return fail(problem('valueMissing', span, { sign: textOf(token) }))
  }
}

/** TRUE, 真, or a function's call. */
function readNamed(reader: Reader, name: string, nameSpan: Span, level: number): Read {
  const open = reader.words[reader.at.index]
  if (open?.kind !== 'open') {
    const value = booleans[name.toUpperCase()]
    if (value !== undefined) return ok({ expression: { kind: 'boolean', value, span: nameSpan }, depth: 1 })
    return fail(problem('bareName', nameSpan, { name }))
  }
  reader.at.index++
  const args: Expression[] = []
  let deepest = 0
  if (reader.words[reader.at.index]?.kind !== 'close') {
    for (;;) {
      const arg = readExpression(reader, 0, level + 1)
      if (!arg.ok) return arg
      args.push(arg.value.expression)
      deepest = Math.max(deepest, arg.value.depth)
      if (args.length > mostArguments) return fail(problem('tooManyParts', nameSpan, { limit: mostArguments }))
      if (reader.words[reader.at.index]?.kind !== 'separator') break
      reader.at.index++
    }
  }
  const close = closing(reader, open.span)
  if (!close.ok) return close
  const value = args.length === 0 ? booleans[name.toUpperCase()] : undefined
  const span = { from: nameSpan.from, to: close.value.to }
  if (value !== undefined) return ok({ expression: { kind: 'boolean', value, span }, depth: 1 })
  return built(reader, deepest + 1, { kind: 'call', name, nameSpan, args, span })
}

const booleans: Readonly<Record<string, boolean>> = { TRUE: true, FALSE: false, 真: true, 假: false }

function closing(reader: Reader, open: Span): Result<Span, FormulaProblem> {
  const token = reader.words[reader.at.index]
  if (token === undefined) return fail(problem('unclosedBracket', open))
  if (token.kind !== 'close') return fail(unexpectedAfterValue(token))
  reader.at.index++
  return ok(token.span)
}

function built(reader: Reader, depth: number, expression: Expression): Read {
  if (depth <= deepestFormula) return ok({ expression, depth })
  return fail(problem('tooDeep', reader.words[reader.at.index - 1]?.span ?? expression.span, { limit: deepestFormula }))
}

function endedEarly(reader: Reader): FormulaProblem {
  const last = reader.words.at(-1)
  if (last === undefined) return problem('nothing', { from: 0, to: reader.end })
  return problem('endedEarly', last.span, { sign: textOf(last) })
}

function unexpectedAfterValue(token: Token): FormulaProblem {
  if (token.kind === 'close') return problem('strayBracket', token.span)
  if (token.kind === 'separator') return problem('straySeparator', token.span)
  return problem('operatorMissing', token.span)
}

function textOf(token: Token): string {
  switch (token.kind) {
    case 'operator':
      return token.operator
    case 'open':
      return '('
    case 'close':
      return ')'
    case 'separator':
      return ','
    case 'number':
      return String(token.value)
    case 'text':
      return token.value
    case 'name':
      return token.name
    case 'column':
      return '{}'
  }
}
