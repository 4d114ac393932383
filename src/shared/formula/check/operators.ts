import { ok, type Result } from '../../lib/result.ts'
import type { BinaryOperator, Span, UnaryOperator } from '../expression.ts'
import type { FunctionName } from '../functionName.ts'
import type { FormulaProblem } from '../problem.ts'
import type { Typed } from '../typed.ts'
import { callOf } from './call.ts'
import { converted, isDated, single } from './convert.ts'
import type { Checked } from './scope.ts'

export function unaryOf(operator: UnaryOperator, operand: Checked, span: Span): Result<Typed, FormulaProblem> {
  // A plus changes nothing, but a text after it is still wrong.
  if (operator === '+') return isDated(operand.typed.type) ? ok(operand.typed) : converted(operand, 'number')
  return callOf(operator === '-' ? 'NEGATE' : 'PERCENT', [operand], span)
}

/** Operators as calls; with dates `+` and `-` count days. */
export function binaryOf(operator: Exclude<BinaryOperator, '&'>, left: Checked, right: Checked, span: Span): Result<Typed, FormulaProblem> {
  const [leftDated, rightDated] = [isDated(left.typed.type), isDated(right.typed.type)]
  if (operator === '+' && leftDated) return callOf('ADDDAYS', [left, right], span)
  if (operator === '+' && rightDated) return callOf('ADDDAYS', [right, left], span)
  if (operator === '-' && (rightDated || (leftDated && right.typed.type.of === 'text'))) return callOf('DAYSBETWEEN', [left, right], span)
  if (operator === '-' && leftDated) {
    const back = callOf('NEGATE', [right], right.span)
    return back.ok ? callOf('ADDDAYS', [left, { ...right, typed: back.value }], span) : back
  }
  return callOf(functionOf[operator], [left, right], span)
}

/** A chain of `&` is one call. Lists are joined. */
export function concatenated(parts: readonly Checked[], span: Span): Result<Typed, FormulaProblem> {
  const texts: Checked[] = []
  for (const part of parts) {
    const text = converted(part, 'text')
    if (!text.ok) return text
    const one = single({ ...part, typed: text.value })
    if (!one.ok) return one
    texts.push({ ...part, typed: one.value })
  }
  return callOf('CONCAT', texts, span)
}

const functionOf: Readonly<Record<Exclude<BinaryOperator, '&'>, FunctionName>> = {
  '+': 'ADD',
  '-': 'SUBTRACT',
  '*': 'MULTIPLY',
  '/': 'DIVIDE',
  '^': 'POWER',
  '=': 'EQUAL',
  '<>': 'NOTEQUAL',
  '<': 'LESS',
  '<=': 'LESSEQUAL',
  '>': 'GREATER',
  '>=': 'GREATEREQUAL',
}
