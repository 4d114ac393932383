import { fail, ok, type Result } from '../../lib/result.ts'
import type { ScalarType } from '../formulaType.ts'
import { problem, type FormulaProblem } from '../problem.ts'
import { converted, isEmptyText } from './convert.ts'
import type { Checked } from './scope.ts'

/**
 * The one type of several values; an empty value fits every type, a day and a moment are moments, a tick among numbers
 * is 1. Other mixtures are texts where the values only stand for one another, and a problem where they are compared.
 */
export function commonType(args: readonly Checked[], use: 'shown' | 'compared'): Result<ScalarType | 'empty', FormulaProblem> {
  const typed = args.filter((arg) => arg.typed.type.of !== 'empty')
  // "" beside numbers or dates is an empty cell.
  const telling = typed.some((arg) => arg.typed.type.of !== 'text') ? typed.filter((arg) => !isEmptyText(arg.typed)) : typed
  const types = new Set(telling.map((arg) => arg.typed.type.of))
  if (types.size === 0) return ok('empty')
  if (types.size === 1) return ok(onlyOf(types))
  const of = mixed(types)
  if (of !== null) return ok(of)
  if (use === 'shown') return ok('text')
  const texts = telling.filter((arg) => arg.typed.type.of === 'text')
  const others = telling.filter((arg) => arg.typed.type.of !== 'text')
  const dates = others.every((arg) => arg.typed.type.of === 'date' || arg.typed.type.of === 'dateTime')
  if (dates && texts.every((arg) => arg.typed.kind === 'literal')) return commonWithDates(others, texts)
  const [first, other] = [telling[0], telling.find((arg) => arg.typed.type.of !== telling[0]?.typed.type.of)]
  if (first === undefined || other === undefined) return ok('text')
  const [one, two] = texts.length > 0 ? [texts[0] ?? first, others[0] ?? other] : [first, other]
  const code = texts.length === 0 ? 'comparedMixed' : two.typed.type.of === 'number' ? 'comparedNumberAndText' : 'comparedOtherAndText'
  return fail(problem(code, other.span, { text: one.what, other: two.what }))
}

function commonWithDates(dates: readonly Checked[], texts: readonly Checked[]): Result<ScalarType | 'empty', FormulaProblem> {
  const read: Checked[] = [...dates]
  for (const text of texts) {
    const typed = converted(text, 'date')
    if (!typed.ok) return typed
    read.push({ ...text, typed: typed.value })
  }
  return commonType(read, 'compared')
}

function mixed(types: ReadonlySet<string>): ScalarType | null {
  const within = (...allowed: string[]) => [...types].every((type) => allowed.includes(type))
  if (within('date', 'dateTime')) return 'dateTime'
  return within('number', 'boolean') ? 'number' : null
}

function onlyOf<Type>(types: ReadonlySet<Type>): Type | 'empty' {
  for (const type of types) return type
  return 'empty'
}
