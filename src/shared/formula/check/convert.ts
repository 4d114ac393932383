import { parseDate, parseDateTime } from '../../lib/parseDate.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { FunctionName } from '../functionName.ts'
import { scalar, type FormulaType, type ScalarType } from '../formulaType.ts'
import { problem, type FormulaProblem } from '../problem.ts'
import type { Typed } from '../typed.ts'
import { eachOf } from './linked.ts'
import type { Checked } from './scope.ts'

/** The value, or each of a list, as the type; a problem where only the writer can say how. */
export function converted(arg: Checked, to: ScalarType): Result<Typed, FormulaProblem> {
  const { typed } = arg
  const from = typed.type.of
  if (from === to || from === 'empty') return ok(typed)
  if (to !== 'text' && isEmptyText(typed)) return ok(empty)
  switch (to) {
    case 'text':
      return ok(eachOf(typed, (value) => call('TOTEXT', [value], scalar('text'))))
    case 'number':
      if (from === 'boolean') return ok(eachOf(typed, (value) => call('TONUMBER', [value], scalar('number'))))
      return fail(problem(from === 'text' ? 'numberNotText' : 'numberNotDate', arg.span, { what: arg.what }))
    case 'boolean':
      if (from === 'number') return ok(eachOf(typed, (value) => call('NOTEQUAL', [value, literal(0, 'number')], scalar('boolean'))))
      return fail(problem(from === 'text' ? 'conditionNotText' : 'conditionNotDate', arg.span, { what: arg.what }))
    case 'date':
    case 'dateTime':
      if (from === 'date') return ok(eachOf(typed, (value) => call('TODATETIME', [value], scalar('dateTime'))))
      if (from === 'dateTime') return ok(typed)
      return writtenDate(arg, to)
  }
}

export const isEmptyText = (typed: Typed): boolean => typed.kind === 'literal' && typed.value === ''

export const isDated = ({ of }: FormulaType): boolean => of === 'date' || of === 'dateTime'

/** One value: a list of texts is joined, of a list of others one must be chosen or made. */
export function single(arg: Checked): Result<Typed, FormulaProblem> {
  const { typed } = arg
  if (!typed.type.list) return ok(typed)
  if (typed.type.of === 'text' || typed.type.of === 'empty') return ok(joined(typed))
  return fail(problem(typed.type.of === 'number' ? 'listOfNumbers' : 'listOfValues', arg.span, { what: arg.what }))
}

/** A list as the text a person reads. */
export const joined = (list: Typed): Typed => call('ARRAYJOIN', [list, literal('、', 'text')], scalar('text'))

export const literal = (value: string | number | boolean, of: ScalarType): Typed => ({ kind: 'literal', value, type: scalar(of) })

export const empty: Typed = { kind: 'literal', value: null, type: scalar('empty') }

export const call = (name: FunctionName, args: readonly Typed[], type: FormulaType): Typed => ({ kind: 'call', name, args, type })

/** `"2024-03-05"` where a date is wanted; other texts need TODATE, whose failures are values. */
function writtenDate(arg: Checked, to: 'date' | 'dateTime'): Result<Typed, FormulaProblem> {
  const { typed } = arg
  if (typed.type.of !== 'text') return fail(problem('dateNotNumber', arg.span, { what: arg.what }))
  if (typed.kind !== 'literal' || typeof typed.value !== 'string') return fail(problem('dateNotText', arg.span, { what: arg.what }))
  // Without a year it would be another day next year.
  const text = /^\s*\d{4}/u.test(typed.value) ? typed.value : ''
  const moment = parseDateTime(text, '2000-01-01')
  if (moment !== null && (to === 'dateTime' || /\d:\d|[点时]/u.test(text))) return ok(literal(moment, 'dateTime'))
  const day = parseDate(text, '2000-01-01')
  return day === null ? fail(problem('notADate', arg.span, { what: arg.what })) : ok(literal(day, 'date'))
}
