import { fail, ok, type Result } from '../../lib/result.ts'
import type { Expression, PathStep, Span } from '../expression.ts'
import type { FunctionName } from '../functionName.ts'
import { functionNamed } from '../functions/catalogue.ts'
import type { LinkFunction } from '../functions/links.ts'
import { barePath } from '../path.ts'
import { problem, type FormulaProblem } from '../problem.ts'
import { readQuoted } from '../quoted.ts'
import type { Typed } from '../typed.ts'
import { callOf } from './call.ts'
import { converted, literal, single } from './convert.ts'
import { linkedOf, listOfLinked } from './linked.ts'
import { roadOf, typedOfRoad } from './path.ts'
import { cellTypeOf, tablesOf, type Checked, type LinkColumn, type Scope } from './scope.ts'

type CheckIn = (expression: Expression, scope: Scope) => Result<Typed, FormulaProblem>
type CheckTextIn = (text: string, scope: Scope) => Result<Typed, FormulaProblem>
type Call = Extract<Expression, { kind: 'call' }>
/** How expressions inside are checked: handed in, since they may hold link functions again. */
export type Inside = { check: CheckIn; checkText: CheckTextIn }

/**
 * The functions over links. Links and columns may be written as columns or, as SeaTable does, as texts:
 * `ROLLUP({订单.金额}, "sum", {金额}>500)` is `rollup("订单", "金额", "sum", "{金额}>500")`.
 * In conditions `{列}` is a column of the linked row, or of the row of the formula where the linked one has none of that name.
 */
export function linkFunctionOf(name: LinkFunction, written: Call, scope: Scope, inside: Inside): Result<Typed, FormulaProblem> {
  const rows = rowsOf(name, written, scope, inside)
  if (!rows.ok) return rows
  const { links, value, rest, picked } = rows.value
  switch (name) {
    case 'COUNTLINKS': {
      const only = lastCondition(name, written, rest, rows.value, inside)
      if (!only.ok) return only
      const list = listOfLinked(links, value ?? literal(true, 'boolean'), only.value)
      return callOf('COUNTALL', [{ typed: list, span: written.span, what: name }], written.span)
    }
    case 'ROLLUP': {
      const [first, ...others] = rest
      const field = value === null ? fieldOf(first, written, rows.value, inside) : ok(value)
      if (!field.ok) return field
      const [method, ...conditions] = value === null ? others : rest
      const aggregate = methodOf(method, written)
      if (!aggregate.ok) return aggregate
      const only = lastCondition(name, written, conditions, rows.value, inside)
      if (!only.ok) return only
      const list: Checked = { typed: listOfLinked(links, field.value, only.value), span: written.span, what: name }
      if (aggregate.value !== 'ARRAYJOIN') return callOf(aggregate.value, [list], written.span)
      return callOf('ARRAYJOIN', [list, { typed: literal('、', 'text'), span: written.span, what: '' }], written.span)
    }
    case 'LOOKUP': {
      const [first, ...others] = rest
      const field = value === null || picked !== null ? fieldOf(first, written, rows.value, inside) : ok(value)
      if (!field.ok) return field
      const only = lastCondition(name, written, value === null || picked !== null ? others : rest, rows.value, inside)
      if (!only.ok) return only
      if (picked === null) return ok(linkedOf(links, field.value, { condition: only.value }))
      return ok(linkedOf(links, field.value, { condition: bothOf(picked.condition, only.value), pick: picked.pick }))
    }
    case 'FINDMAX':
    case 'FINDMIN':
      return fail(problem('findAlone', written.span, { name }))
  }
}

type Picked = { pick: { which: 'max' | 'min'; by: Typed }; condition: Typed | null }
/** The rows a link function speaks of, a column of them if the road went on to one, and the arguments after that. */
type Rows = { links: readonly LinkColumn[]; far: Scope; value: Typed | null; rest: readonly Expression[]; picked: Picked | null }

function rowsOf(name: LinkFunction, written: Call, scope: Scope, inside: Inside): Result<Rows, FormulaProblem> {
  const [first, ...rest] = written.args
  if (first === undefined) return fail(problem('linkMissing', written.span, { name }))
  if (first.kind === 'call' && name === 'LOOKUP') {
    const found = functionNamed(first.name)
    if (found === 'FINDMAX' || found === 'FINDMIN') return pickedRows(found, first, rest, scope, inside)
  }
  const path = pathOf(first, scope)
  if (path === null) return fail(problem('linkMissing', first.span, { name }))
  const road = roadOf(path, scope.tableId, scope.schema)
  if (!road.ok) return road
  const { links, column } = road.value
  if (column.type === 'link') {
    const all = [...links, column]
    return ok({ links: all, far: farOf(column, scope), value: null, rest, picked: null })
  }
  const last = links.at(-1)
  if (last === undefined) return fail(problem('linkWanted', first.span, { name, column: column.name }))
  const value: Typed = { kind: 'cell', columnId: column.id, type: { of: cellTypeOf(column, scope.schema), list: false } }
  return ok({ links, far: farOf(last, scope), value, rest, picked: null })
}

function pickedRows(
  name: 'FINDMAX' | 'FINDMIN',
  written: Call,
  rest: readonly Expression[],
  scope: Scope,
  inside: Inside,
): Result<Rows, FormulaProblem> {
  const rows = rowsOf(name, written, scope, inside)
  if (!rows.ok) return rows
  const [first, ...others] = rows.value.rest
  const by = rows.value.value === null ? fieldOf(first, written, rows.value, inside) : ok(rows.value.value)
  if (!by.ok) return by
  const only = lastCondition(name, written, rows.value.value === null ? others : rows.value.rest, rows.value, inside)
  if (!only.ok) return only
  const picked: Picked = { pick: { which: name === 'FINDMAX' ? 'max' : 'min', by: by.value }, condition: only.value }
  return ok({ ...rows.value, value: null, rest, picked })
}

const farOf = (link: LinkColumn, scope: Scope): Scope => ({
  ...scope,
  tableId: link.settings.otherTableId,
  outer: tablesOf(scope),
})

/** A column in braces, or a text that names one. */
function pathOf(expression: Expression, scope: Scope): readonly PathStep[] | null {
  if (expression.kind === 'column') return expression.path
  if (expression.kind !== 'text') return null
  return (barePath(expression.value) ?? []).map((step) => ({ ...step, span: placeIn(expression.span, step.span, scope) }))
}

/** What is read in the linked row: a column's name as text, a column, or any expression over that row. */
function fieldOf(expression: Expression | undefined, written: Call, { far }: Rows, inside: Inside): Result<Typed, FormulaProblem> {
  if (expression === undefined) return fail(problem('fieldMissing', written.span, { name: written.name }))
  if (expression.kind !== 'text') {
    const typed = inside.check(expression, far)
    return typed.ok ? single({ typed: typed.value, span: expression.span, what: whatOf(expression.span, far) }) : typed
  }
  const path = pathOf(expression, far)
  if (path === null || path.length === 0) return fail(problem('fieldMissing', expression.span, { name: written.name }))
  const road = roadOf(path, far.tableId, far.schema)
  return road.ok ? single({ typed: typedOfRoad(road.value, far.schema), span: expression.span, what: expression.value }) : road
}

function lastCondition(
  name: string,
  written: Call,
  conditions: readonly Expression[],
  { far }: Rows,
  inside: Inside,
): Result<Typed | null, FormulaProblem> {
  const [condition, extra] = conditions
  if (condition === undefined) return ok(null)
  if (extra !== undefined)
    return fail(problem('tooManyArguments', extra.span, { name, most: written.args.indexOf(extra), given: written.args.length }))
  const typed = condition.kind === 'text' ? inText(condition, far, inside) : inside.check(condition, far)
  if (!typed.ok) return typed
  const arg: Checked = { typed: typed.value, span: condition.span, what: whatOf(condition.span, far) }
  const one = single(arg)
  return one.ok ? converted({ ...arg, typed: one.value }, 'boolean') : one
}

/** A condition written as text is a formula of its own; its problems are shown where they stand in the whole one. */
function inText(condition: Extract<Expression, { kind: 'text' }>, far: Scope, inside: Inside): Result<Typed, FormulaProblem> {
  const typed = inside.checkText(condition.value, { ...far, source: condition.value })
  if (typed.ok) return typed
  return fail({ ...typed.failure, span: placeIn(condition.span, typed.failure.span, far) })
}

/** A place inside a text → in the formula that holds the text. */
function placeIn(text: Span, inner: Span, scope: Scope): Span {
  const offsets = readQuoted(scope.source, text.from)?.offsets
  const from = offsets?.[inner.from]
  const to = offsets?.[inner.to]
  return from === undefined || to === undefined ? text : { from, to }
}

const whatOf = (span: Span, scope: Scope): string => scope.source.slice(span.from, span.to)

function bothOf(one: Typed | null, other: Typed | null): Typed | null {
  if (one === null || other === null) return one ?? other
  return { kind: 'call', name: 'AND', args: [one, other], type: { of: 'boolean', list: false } }
}

function methodOf(expression: Expression | undefined, written: Call): Result<FunctionName, FormulaProblem> {
  if (expression?.kind !== 'text') return fail(problem('badMethod', expression?.span ?? written.span))
  const word = expression.value.trim().toLowerCase()
  const name = methods[word] ?? functionNamed(word)
  return name !== undefined && aggregates.has(name) ? ok(name) : fail(problem('badMethod', expression.span))
}

/** SeaTable's words; `count` counts what is filled in, whatever its type. */
const methods: Readonly<Record<string, FunctionName>> = { count: 'COUNTA', 计数: 'COUNTA', concatenate: 'ARRAYJOIN', 连接: 'ARRAYJOIN' }

const aggregates: ReadonlySet<FunctionName> = new Set<FunctionName>([
  'SUM',
  'AVERAGE',
  'COUNTA',
  'COUNTALL',
  'COUNTBLANK',
  'COUNTUNIQUE',
  'MAX',
  'MIN',
  'MEDIAN',
  'MODE',
  'STDEV',
  'STDEVP',
  'VAR',
  'VARP',
  'PRODUCT',
  'ARRAYJOIN',
  'FIRST',
  'LAST',
  'AND',
  'OR',
])
