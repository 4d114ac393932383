import type { Column } from '../model/column.ts'
import type { FormulaSchema } from './check/scope.ts'
import { columnOfStep, farTable, roadOf, type Road } from './check/path.ts'
import type { Expression, PathStep, Span } from './expression.ts'
import { functionNamed } from './functions/catalogue.ts'
import { isLinkFunction } from './functions/links.ts'
import { parse } from './parse.ts'
import { barePath, stepText } from './path.ts'
import { insideQuotes, readQuoted } from './quoted.ts'

/** Names of columns → ids, `{#12}`, so that renaming a column needs no rewriting; all else stays as typed. */
export function toStored(source: string, tableId: number, schema: FormulaSchema): string {
  return rewritten(source, tableId, schema, (column) => stepText({ kind: 'id', id: column.id }))
}

/** Ids → the names columns have now. The id of a deleted column stays and is shown as a problem. */
export function toShown(stored: string, tableId: number, schema: FormulaSchema): string {
  return rewritten(stored, tableId, schema, (column) => {
    const name = column.name.trim()
    const byName = columnOfStep({ kind: 'name', name, span: nowhere }, column.tableId, schema)
    return stepText(byName?.id === column.id ? { kind: 'name', name } : { kind: 'id', id: column.id })
  })
}

type Write = (column: Column) => string
type Edit = { span: Span; text: string }
type Rewriting = { source: string; schema: FormulaSchema; write: Write; edits: Edit[] }
type Call = Extract<Expression, { kind: 'call' }>

const nowhere: Span = { from: 0, to: 0 }

function rewritten(source: string, tableId: number, schema: FormulaSchema, write: Write): string {
  const expression = parse(source)
  if (!expression.ok) return source
  const rewriting: Rewriting = { source, schema, write, edits: [] }
  inExpression(expression.value, tableId, rewriting)
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

function inExpression(expression: Expression, tableId: number, rewriting: Rewriting): void {
  switch (expression.kind) {
    case 'column':
      inPath(expression.path, tableId, rewriting)
      return
    case 'unary':
      inExpression(expression.operand, tableId, rewriting)
      return
    case 'binary':
      inExpression(expression.left, tableId, rewriting)
      inExpression(expression.right, tableId, rewriting)
      return
    case 'call':
      inCall(expression, tableId, rewriting)
      return
    default:
  }
}

/** As far as the path is known. */
function inPath(path: readonly PathStep[], tableId: number, { schema, write, edits }: Rewriting): void {
  let table: number | null = tableId
  for (const step of path) {
    const column: Column | undefined = table === null ? undefined : columnOfStep(step, table, schema)
    if (column === undefined) return
    edits.push({ span: step.span, text: write(column) })
    table = column.type === 'link' ? column.settings.otherTableId : null
  }
}

function inCall(call: Call, tableId: number, rewriting: Rewriting): void {
  const name = functionNamed(call.name)
  if (name === undefined || !isLinkFunction(name)) for (const arg of call.args) inExpression(arg, tableId, rewriting)
  else inLinkCall(call, name, tableId, rewriting)
}

/** Gives the table of the linked rows. Roads are read before they are rewritten, so both forms do. */
function inLinkCall(call: Call, name: string, tableId: number, rewriting: Rewriting): number | null {
  const [first, ...rest] = call.args
  if (first === undefined) return null
  const found = first.kind === 'call' && name === 'LOOKUP' ? functionNamed(first.name) : undefined
  const isFound = first.kind === 'call' && (found === 'FINDMAX' || found === 'FINDMIN')
  const road = isFound ? null : inNamed(first, tableId, rewriting)
  const far = isFound ? inLinkCall(first, found, tableId, rewriting) : road === null ? null : farTable(road)
  if (far === null) return null
  const fields = name === 'COUNTLINKS' || (road !== null && road.column.type !== 'link') ? 0 : 1
  const words = name === 'ROLLUP' ? 1 : 0
  for (const [index, arg] of rest.entries()) {
    if (index < fields) inNamed(arg, far, rewriting)
    else if (index >= fields + words) inCondition(arg, far, rewriting)
  }
  return far
}

/** A column, or a text that names one; any other expression in its place. */
function inNamed(expression: Expression, tableId: number, rewriting: Rewriting): Road | null {
  const path = expression.kind === 'column' ? expression.path : expression.kind === 'text' ? barePath(expression.value) : null
  if (expression.kind === 'text' && path !== null) {
    const inner: Rewriting = { ...rewriting, source: expression.value, edits: [] }
    inPath(path, tableId, inner)
    inText(expression.span, edited(expression.value, inner.edits), rewriting)
  } else {
    inExpression(expression, tableId, rewriting)
  }
  const road = path === null ? null : roadOf(path, tableId, rewriting.schema)
  return road?.ok === true ? road.value : null
}

function inCondition(expression: Expression, tableId: number, rewriting: Rewriting): void {
  if (expression.kind !== 'text') inExpression(expression, tableId, rewriting)
  else inText(expression.span, rewritten(expression.value, tableId, rewriting.schema, rewriting.write), rewriting)
}

function inText(span: Span, text: string, { source, edits }: Rewriting): void {
  const quote = source[span.from] ?? ''
  const end = (readQuoted(source, span.from)?.to ?? span.to) - 1
  edits.push({ span: { from: span.from + 1, to: end }, text: insideQuotes(text, quote) })
}
