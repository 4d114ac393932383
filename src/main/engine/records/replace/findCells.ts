import type { OperationOutput, ParsedInput } from '#shared/contract/engine.ts'
import type { FoundCell } from '#shared/contract/replace.ts'
import type { ReadContext } from '../../store/context.ts'
import { versionOf } from '../../store/versions.ts'
import { formatOf } from './formatOf.ts'
import { finderOf } from './matcher.ts'
import { scan } from './scan.ts'

/** What was found last in an open base: going to the next looks at it again and again. */
type Found = { key: string; version: number; rowIndexes: number[]; rowIds: number[]; columnIds: number[] }

const lastFound = new WeakMap<object, Found>()

/** How many cells hold a pattern, and the one asked for; after the last comes the first. */
export function findCells(context: ReadContext, input: ParsedInput<'find.cells'>): OperationOutput<'find.cells'> {
  const found = foundFor(context, input)
  const count = found.rowIds.length
  if (count === 0) return { count, found: null }
  const at = input.at === null ? firstAfter(found, input) : input.at % count
  return { count, found: cellAt(found, at) }
}

function foundFor(context: ReadContext, input: ParsedInput<'find.cells'>): Found {
  const { tableId, query, columnIds, between, pattern } = input
  const key = JSON.stringify([tableId, query, columnIds, between, pattern, context.today, context.actorId])
  // Rows that move within the list change it too: any column of the table may be sorted by.
  const version = versionOf(
    context.versions,
    tableId,
    context.schema.columnsOf(tableId).map((column) => column.id),
  )
  const known = lastFound.get(context.versions)
  if (known !== undefined && known.key === key && known.version === version) return known
  const found: Found = { key, version, rowIndexes: [], rowIds: [], columnIds: [] }
  for (const hit of scan(context, input, finderOf(pattern), formatOf(context))) {
    found.rowIndexes.push(hit.rowIndex)
    found.rowIds.push(hit.rowId)
    found.columnIds.push(hit.column.id)
  }
  lastFound.set(context.versions, found)
  return found
}

/** The first found cell at or after a cell, in the order rows and columns stand. */
function firstAfter({ rowIndexes, columnIds }: Found, { after, columnIds: order }: ParsedInput<'find.cells'>): number {
  if (after === null) return 0
  const column = order.indexOf(after.columnId)
  const at = rowIndexes.findIndex(
    (rowIndex, index) => rowIndex > after.rowIndex || (rowIndex === after.rowIndex && order.indexOf(columnIds[index] ?? 0) >= column),
  )
  return Math.max(at, 0)
}

const cellAt = ({ rowIndexes, rowIds, columnIds }: Found, at: number): FoundCell => ({
  at,
  rowIndex: rowIndexes[at] ?? 0,
  rowId: rowIds[at] ?? 0,
  columnId: columnIds[at] ?? 0,
})
