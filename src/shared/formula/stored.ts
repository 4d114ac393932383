import type { Column } from '../model/column.ts'
import type { FormulaSchema } from './check/scope.ts'
import { columnOfStep, farTable, ownRowWord, roadOf, startOf, type Road, type Start } from './check/path.ts'
import type { Expression, PathStep, Span } from './expression.ts'
import { functionNamed } from './functions/catalogue.ts'
import { isLinkFunction } from './functions/links.ts'
import { parse } from './parse.ts'
import { barePath, stepText } from './path.ts'
import { insideQuotes, readQuoted } from './quoted.ts'

/** Names of columns → ids, `{#12}`, so that renaming a column needs no rewriting; all else stays as typed. */
export function toStored(source: string, tableId: number, schema: FormulaSchema): string {
  return rewritten(source, [tableId], schema, ({ column }) => stepText({ kind: 'id', id: column.id }))
}

/** Ids → the names columns have now. The id of a deleted column stays and is shown as a problem. */
export function toShown(stored: string, tableId: number, schema: FormulaSchema): string {
  return rewritten(stored, [tableId], schema, ({ column, tableIds, levels }) => {
    const step = (name: string): PathStep => ({ kind: 'name', name, span: nowhere })
    const name = column.name.trim()
    const isSaid = (from: Start, as: number): boolean =>
      from.levels === as && from.path.length === 1 && columnOfStep(step(name), from.tableId, schema)?.id === column.id
    if (isSaid(startOf([step(name)], tableIds, schema), levels)) return stepText(step(name))
    const word = ownRowWord(name)
    return levels === tableIds.length - 1 && levels > 0 && isSaid(startOf([step(word), step(name)], tableIds, schema), levels)
      ? `${word}.${stepText(step(name))}`
      : stepText({ kind: 'id', id: column.id })
  })
}

/** Columns of linked rows that are read though a row further out has one of the same name: to tell the writer which is meant. */
export function shadowingNames(source: string, tableId: number, schema: FormulaSchema): readonly string[] {
  const names = new Set<string>()
  rewritten(source, [tableId], schema, ({ column, tableIds, levels }) => {
    const further = startOf([{ kind: 'name', name: column.name.trim(), span: nowhere }], tableIds.slice(levels + 1), schema)
    if (tableIds.length > levels + 1 && roadOf(further.path, further.tableId, schema).ok) names.add(column.name)
    return ''
  })
  return [...names]
}

/** A column as a formula names it: the tables whose rows are seen where it stands, and which of them it is read in. */
type Named = { column: Column; tableIds: readonly number[]; levels: number }
type Write = (named: Named) => string
type Edit = { span: Span; text: string }
type Rewriting = { source: string; schema: FormulaSchema; write: Write; edits: Edit[] }
type Call = Extract<Expression, { kind: 'call' }>

const nowhere: Span = { from: 0, to: 0 }

function rewritten(source: string, tableIds: readonly number[], schema: FormulaSchema, write: Write): string {
  const expression = parse(source)
  if (!expression.ok) return source
  const rewriting: Rewriting = { source, schema, write, edits: [] }
  inExpression(expression.value, tableIds, rewriting)
  return edited(source, rewriting.edits)
}

function edited(source: string, edits: readonly Edit[]): string {
  let text = ''
  let at = 0
  for (const edit of edits.toSorted((a, b) => a.span.from - b.span.from)) {
    text += source.slice(at, edit.span.from) + edit.text
    at = edit.span.to
  }
  return text + source.slice(at)
}

function inExpression(expression: Expression, tableIds: readonly number[], rewriting: Rewriting): void {
  switch (expression.kind) {
    case 'column':
      inPath(expression.path, tableIds, rewriting)
      return
    case 'unary':
      inExpression(expression.operand, tableIds, rewriting)
      return
    case 'binary':
      inExpression(expression.left, tableIds, rewriting)
      inExpression(expression.right, tableIds, rewriting)
      return
    case 'call':
      inCall(expression, tableIds, rewriting)
      return
    default:
  }
}

/** As far as the path is known. */
function inPath(path: readonly PathStep[], tableIds: readonly number[], { schema, write, edits }: Rewriting): void {
  const start = startOf(path, tableIds, schema)
  let seen = start.path.length < path.length ? [start.tableId] : tableIds
  let { levels } = start.path.length < path.length ? { levels: 0 } : start
  let table: number | null = start.tableId
  for (const step of start.path) {
    const column: Column | undefined = table === null ? undefined : columnOfStep(step, table, schema)
    if (column === undefined) return
    edits.push({ span: step.span, text: write({ column, tableIds: seen, levels }) })
    table = column.type === 'link' ? column.settings.otherTableId : null
    // What stands behind a dot is sought in one table only.
    seen = table === null ? [] : [table]
    levels = 0
  }
}

function inCall(call: Call, tableIds: readonly number[], rewriting: Rewriting): void {
  const name = functionNamed(call.name)
  if (name === undefined || !isLinkFunction(name)) for (const arg of call.args) inExpression(arg, tableIds, rewriting)
  else inLinkCall(call, name, tableIds, rewriting)
}

/** Gives the table of the linked rows. Roads are read before they are rewritten, so both forms do. */
function inLinkCall(call: Call, name: string, tableIds: readonly number[], rewriting: Rewriting): number | null {
  const nearest = tableIds.slice(0, 1)
  const [first, ...rest] = call.args
  if (first === undefined) return null
  const found = first.kind === 'call' && name === 'LOOKUP' ? functionNamed(first.name) : undefined
  const isFound = first.kind === 'call' && (found === 'FINDMAX' || found === 'FINDMIN')
  const road = isFound ? null : inNamed(first, nearest, nearest, rewriting)
  const far = isFound ? inLinkCall(first, found, tableIds, rewriting) : road === null ? null : farTable(road)
  if (far === null) return null
  const fields = name === 'COUNTLINKS' || (road !== null && road.column.type !== 'link') ? 0 : 1
  const words = name === 'ROLLUP' ? 1 : 0
  for (const [index, arg] of rest.entries()) {
    const seen = [far, ...tableIds]
    if (index < fields) inNamed(arg, [far], seen, rewriting)
    else if (index >= fields + words) inCondition(arg, seen, rewriting)
  }
  return far
}

/** A column, or a text that names one, of the first table; any other expression in its place, over all rows seen. */
function inNamed(expression: Expression, named: readonly number[], tableIds: readonly number[], rewriting: Rewriting): Road | null {
  const path = expression.kind === 'column' ? expression.path : expression.kind === 'text' ? barePath(expression.value) : null
  if (expression.kind === 'text' && path !== null) {
    const inner: Rewriting = { ...rewriting, source: expression.value, edits: [] }
    inPath(path, named, inner)
    inText(expression.span, edited(expression.value, inner.edits), rewriting)
  } else {
    inExpression(expression, tableIds, rewriting)
  }
  const road = path === null ? null : roadOf(path, named[0] ?? 0, rewriting.schema)
  return road?.ok === true ? road.value : null
}

function inCondition(expression: Expression, tableIds: readonly number[], rewriting: Rewriting): void {
  if (expression.kind !== 'text') inExpression(expression, tableIds, rewriting)
  else inText(expression.span, rewritten(expression.value, tableIds, rewriting.schema, rewriting.write), rewriting)
}

function inText(span: Span, text: string, { source, edits }: Rewriting): void {
  const quote = source[span.from] ?? ''
  const end = (readQuoted(source, span.from)?.to ?? span.to) - 1
  edits.push({ span: { from: span.from + 1, to: end }, text: insideQuotes(text, quote) })
}
