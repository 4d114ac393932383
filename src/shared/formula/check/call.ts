import { assertNever } from '../../lib/assertNever.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { readPattern } from '../../lib/pattern.ts'
import type { Span } from '../expression.ts'
import { listOf, scalar, type FormulaType, type ScalarType } from '../formulaType.ts'
import type { FunctionName } from '../functionName.ts'
import { specOf } from '../functions/catalogue.ts'
import type { FunctionSpec, Param } from '../functions/spec.ts'
import { problem, type FormulaProblem } from '../problem.ts'
import type { Typed } from '../typed.ts'
import { call, converted, empty, isDated, single } from './convert.ts'
import { eachOf } from './linked.ts'
import { liftedCall } from './lift.ts'
import type { Checked } from './scope.ts'
import { commonType } from './unify.ts'
import { spanWord, unitWord } from './unitWords.ts'

/** A function over checked arguments: their number, their types, the type of the result. */
export function callOf(name: FunctionName, args: readonly Checked[], span: Span): Result<Typed, FormulaProblem> {
  const spec = specOf(name)
  const params = paramsOf(spec, args.length)
  const wrong = wrongCount(name, spec, args, span)
  if (wrong !== null) return fail(wrong)
  const lifted = liftedCall(args, params, (inside) => callOf(name, inside, span))
  if (lifted !== null) return lifted
  const common = commonTypes(args, params)
  if (!common.ok) return common
  const taken: Typed[] = []
  for (const [index, arg] of args.entries()) {
    const param = params[index]
    if (param === undefined) break
    const typed = argumentOf(arg, param, common.value)
    if (!typed.ok) return typed
    taken.push(typed.value)
  }
  if (taken.length === spec.params.length - 1 && spec.params.at(-1)?.type === 'day') taken.push(call('TODAY', [], scalar('date')))
  if (spec.result === 'empty') return ok(empty)
  const timed = name === 'DATEADD' ? withTime(taken) : taken
  return ok(call(name, timed, resultType(spec, timed, params, common.value)))
}

type Group = 'key' | 'branch' | 'items'
type Common = Readonly<Record<Group, ScalarType | 'empty'>>

/** The parameter of each argument. */
export function paramsOf({ params, repeat, otherwise }: FunctionSpec, count: number): readonly Param[] {
  if (repeat === 0) return params
  const repeating = params.slice(-repeat)
  const result = [...params]
  while (result.length + repeat <= count) result.push(...repeating)
  if (otherwise !== null && result.length < count) result.push(otherwise)
  return result
}

function wrongCount(name: string, spec: FunctionSpec, args: readonly Checked[], span: Span): FormulaProblem | null {
  const params = paramsOf(spec, args.length)
  const needed = spec.params.filter((param) => !param.optional).length
  if (args.length < needed) return problem('tooFewArguments', span, { name, needed, given: args.length })
  const extra = args[params.length]
  if (extra === undefined) return null
  if (spec.repeat > 0) return problem('unevenArguments', extra.span, { name, each: spec.repeat })
  return params.length === 0
    ? problem('noArguments', extra.span, { name })
    : problem('tooManyArguments', extra.span, { name, most: params.length, given: args.length })
}

function commonTypes(args: readonly Checked[], params: readonly Param[]): Result<Common, FormulaProblem> {
  const of = (group: Group) =>
    commonType(
      args.filter((_, index) => params[index]?.type === group),
      group === 'branch' ? 'shown' : 'compared',
    )
  const key = of('key')
  if (!key.ok) return key
  const branch = of('branch')
  if (!branch.ok) return branch
  const items = of('items')
  return items.ok ? ok({ key: key.value, branch: branch.value, items: items.value }) : items
}

/** The argument as the parameter wants it. */
function argumentOf(arg: Checked, param: Param, common: Common): Result<Typed, FormulaProblem> {
  switch (param.type) {
    case 'number':
    case 'text':
    case 'boolean':
      return scalarOf(arg, param.type)
    case 'date':
    case 'day':
      return scalarOf(arg, 'date')
    case 'any':
      return single(arg)
    case 'key':
    case 'branch': {
      const of = common[param.type]
      return of === 'empty' ? single(arg) : scalarOf(arg, of)
    }
    case 'numbers':
      return converted(arg, 'number')
    case 'texts':
      return converted(arg, 'text')
    case 'booleans':
      return converted(arg, 'boolean')
    case 'values':
      return ok(arg.typed)
    case 'items':
      return common.items === 'empty' ? ok(arg.typed) : converted(arg, common.items)
    case 'unit':
      return unitWord(arg)
    case 'span':
      return spanWord(arg)
    case 'pattern':
      return patternOf(arg)
    default:
      return assertNever(param.type)
  }
}

function scalarOf(arg: Checked, of: ScalarType): Result<Typed, FormulaProblem> {
  const typed = of === 'text' ? converted(arg, 'text') : ok(arg.typed)
  if (!typed.ok) return typed
  const one = single({ ...arg, typed: typed.value })
  // A list of texts was joined; a text where something else is wanted says so itself.
  return one.ok ? converted({ ...arg, typed: one.value }, of) : one
}

/** One that is written out is read at once; what comes of a cell fails in that cell. */
function patternOf(arg: Checked): Result<Typed, FormulaProblem> {
  const typed = scalarOf(arg, 'text')
  if (!typed.ok || typed.value.kind !== 'literal' || typeof typed.value.value !== 'string') return typed
  const read = readPattern(typed.value.value)
  if (read.ok) return typed
  return fail(problem(read.failure.reason === 'unsupported' ? 'unsupportedPattern' : 'badPattern', arg.span, { part: read.failure.part }))
}

function resultType(spec: FunctionSpec, args: readonly Typed[], params: readonly Param[], common: Common): FormulaType {
  switch (spec.result) {
    case 'branch':
      return scalar(common.branch)
    case 'items':
      return scalar(common.items)
    case 'itemList':
      return listOf(common.items)
    case 'sameDate':
      return scalar(args[params.findIndex((param) => param.type === 'date')]?.type.of === 'dateTime' ? 'dateTime' : 'date')
    case 'number':
    case 'text':
    case 'date':
    case 'dateTime':
    case 'boolean':
    case 'empty':
      return scalar(spec.result)
    default:
      return assertNever(spec.result)
  }
}

/** Hours added to a day give a moment. */
function withTime(args: readonly Typed[]): readonly Typed[] {
  const [day, number, unit] = args
  if (day === undefined || number === undefined || unit?.kind !== 'literal' || !isDated(day.type)) return args
  if (day.type.of === 'dateTime' || !['hours', 'minutes', 'seconds'].includes(String(unit.value))) return args
  return [eachOf(day, (value) => call('TODATETIME', [value], scalar('dateTime'))), number, unit]
}
