import { Failure } from '#shared/contract/failure.ts'
import type { OperationOutput, ParsedInput } from '#shared/contract/engine.ts'
import type { Refused, Replacing, ReplacePreview } from '#shared/contract/replace.ts'
import { appError } from '#shared/i18n/appError.ts'
import type { CellValue } from '#shared/model/cell.ts'
import { computedColumnTypes, type Column } from '#shared/model/column.ts'
import { parseCell } from '#shared/model/columns/registry.ts'
import type { WriteContext } from '../../history/writeContext.ts'
import type { ReadContext } from '../../store/context.ts'
import { classColumnIds, type Schema } from '../../store/schema.ts'
import { storableValue, updateCells } from '../cells.ts'
import { formatOf } from './formatOf.ts'
import { matcherOf } from './matcher.ts'
import { scan, type Hit } from './scan.ts'

/** The most changes and refusals a preview lists; all are counted. */
const mostListed = 200

type Input = ParsedInput<'replace.preview'>

/** What became of one cell in which the pattern was found. */
type Outcome =
  | { kind: 'changed'; hit: Hit; to: string; value: CellValue }
  | { kind: 'refused'; hit: Hit; to: string; reason: Refused['reason'] }
  /** A link or a computed cell. */
  | { kind: 'fixed' }

/** What a replacement would do, with nothing done. */
export function previewReplace(context: ReadContext, input: Input): ReplacePreview {
  const preview: ReplacePreview = { count: 0, changes: [], refusedCount: 0, refused: [], fixedCount: 0 }
  for (const outcome of outcomes(context, input)) {
    if (outcome.kind === 'fixed') preview.fixedCount += 1
    else if (outcome.kind === 'changed') {
      preview.count += 1
      if (preview.changes.length < mostListed) preview.changes.push(listed(outcome))
    } else {
      preview.refusedCount += 1
      if (preview.refused.length < mostListed) preview.refused.push({ ...listed(outcome), reason: outcome.reason })
    }
  }
  return preview
}

/** Replaces in all cells that can hold the result, as one change. */
export function runReplace(context: WriteContext, input: Input): OperationOutput<'replace.run'> {
  const changed = new Map<number, { ids: number[]; to: CellValue[] }>()
  let refused = 0
  for (const outcome of outcomes(context, input)) {
    if (outcome.kind === 'refused') refused += 1
    if (outcome.kind !== 'changed') continue
    const { column, rowId } = outcome.hit
    const cells = changed.get(column.id) ?? { ids: [], to: [] }
    cells.ids.push(rowId)
    cells.to.push(outcome.value)
    changed.set(column.id, cells)
  }
  let replaced = 0
  for (const [columnId, cells] of changed) {
    if (context.cancelled()) throw new Failure(appError('cancelled'))
    replaced += updateCells(context, input.tableId, columnId, cells.ids, cells.to)
  }
  return { replaced, refused }
}

/** Cells a person types into; links are made by choosing rows, and a tick is no text. */
export function isReplaceable(schema: Schema, column: Column): boolean {
  return !computedColumnTypes.has(column.type) && column.type !== 'link' && column.type !== 'checkbox' && !classColumnIds(schema).has(column.id)
}

function* outcomes(context: ReadContext, input: Input): Generator<Outcome> {
  const format = formatOf(context)
  const matcher = matcherOf(input.pattern)
  const { only } = input
  const scope = only === null ? input : { ...input, columnIds: [only.columnId], between: { first: only.rowId, last: only.rowId } }
  const fixed = new Set(scope.columnIds.filter((id) => !isReplaceableId(context.schema, id)))
  let waiting: Hit[] = []
  for (const hit of scan(context, scope, matcher.test, format)) {
    if (fixed.has(hit.column.id)) {
      yield { kind: 'fixed' }
      continue
    }
    waiting.push(hit)
    if (waiting.length < mostWaiting) continue
    yield* replaced(waiting)
    waiting = []
  }
  yield* replaced(waiting)

  function* replaced(hits: readonly Hit[]): Generator<Outcome> {
    const texts = matcher.replace(
      hits.map((hit) => hit.text),
      input.replacement,
    )
    for (const [at, hit] of hits.entries()) {
      const to = texts[at] ?? ''
      if (to === hit.text) continue
      const read = parseCell(hit.column, to, format)
      if (!read.ok) yield { kind: 'refused', hit, to, reason: read.failure }
      else if (hit.column.required && read.value === null) yield { kind: 'refused', hit, to, reason: 'required' }
      else if (!isStorable(context, hit.column, read.value)) yield { kind: 'refused', hit, to, reason: 'invalid' }
      else if (read.value !== hit.value) yield { kind: 'changed', hit, to, value: read.value }
    }
  }
}

/** Texts in which the pattern is replaced at once: a regular expression is run in a box of its own, which costs. */
const mostWaiting = 1000

function isReplaceableId(schema: Schema, columnId: number): boolean {
  const column = schema.columns.get(columnId)
  return column !== undefined && isReplaceable(schema, column)
}

function isStorable(context: ReadContext, column: Column, value: CellValue): boolean {
  try {
    storableValue(context, column, value)
    return true
  } catch (error) {
    if (error instanceof Failure) return false
    throw error
  }
}

const listed = ({ hit, to }: { hit: Hit; to: string }): Replacing => ({
  rowId: hit.rowId,
  rowNumber: hit.rowIndex + 1,
  columnId: hit.column.id,
  from: hit.text.slice(0, mostShown),
  to: to.slice(0, mostShown),
})

/** Characters of a cell a preview tells. */
const mostShown = 400
