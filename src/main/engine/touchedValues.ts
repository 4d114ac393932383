import type { Change } from '#shared/change/change.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'
import { canMakeLanes } from '#shared/model/viewLayout.ts'
import type { RowSets } from './compute/staleRows.ts'
import type { WriteContext } from './history/writeContext.ts'
import type { Schema } from './store/schema.ts'
import { cellRef, idList, sql, tableRef } from './store/sql.ts'

/**
 * Of the columns that can make lanes, every value that the cells touched in this write had before or have now: a board
 * reads those lanes anew and no other. A column is left out where not all of them are known. `lastMove`: the last of the
 * moves between classes before the write.
 */
export function touchedValues(context: WriteContext, change: Change, cells: RowSets, lastMove: number): Map<number, CellValue[]> {
  // Another rule or option moves whole lanes; the window reads the columns themselves anew then.
  if (change.schema.length > 0) return new Map()
  const tableIds = new Set([...change.added, ...change.removed].map(({ tableId }) => tableId))
  const found = new Map<number, CellValue[]>()
  for (const column of context.schema.columns.values()) {
    if (!canMakeLanes(column) || !(cells.has(column.id) || tableIds.has(column.tableId))) continue
    const values = valuesOf(context, change, cells, column, lastMove)
    if (values !== null) found.set(column.id, values)
  }
  return found
}

/** More rows than this fill most lanes anyway. */
const mostRows = 1000

function valuesOf(context: WriteContext, change: Change, cells: RowSets, column: Column, lastMove: number): CellValue[] | null {
  const written = change.updated.filter(({ columnId }) => columnId === column.id)
  const [added, removed] = [change.added, change.removed].map((parts) => parts.filter(({ tableId }) => tableId === column.tableId))
  const touched = cells.get(column.id) ?? new Set<number>()
  if (touched === 'all') return null
  const ids = [...touched, ...(added ?? []).flatMap((rows) => rows.ids)]
  const gone = (removed ?? []).reduce((sum, rows) => sum + rows.ids.length, 0)
  if (ids.length + gone > mostRows) return null
  const now = context.db.rows(sql`select distinct ${cellRef(column, 'r')} from ${tableRef(column.tableId)} r where r.id in ${idList(ids)}`)
  const values = [
    ...now.map(([value]) => value ?? null),
    ...written.flatMap(({ from }) => from),
    ...(removed ?? []).flatMap((rows) => rows.columns.find(({ columnId }) => columnId === column.id)?.values ?? [null]),
    ...classesLeft(context, column, lastMove),
  ]
  return [...new Set(values.map((value) => laneValue(column, value)))]
}

/** The classes that rows left in this write: whoever had one before it has moved. */
function classesLeft(context: WriteContext, column: Column, lastMove: number): CellValue[] {
  const scheme = schemeOf(context.schema, column.id)
  if (scheme === undefined) return []
  // The sign keeps the index by scheme out: it would go through all its moves there ever were.
  const left = context.db.rows(sql`select distinct from_option from kebu_class_move where id > ${lastMove} and +scheme_id = ${scheme}`)
  return left.map(([from]) => (typeof from === 'number' ? from : null))
}

/** The last move between classes so far. */
export const lastMoveOf = (context: Pick<WriteContext, 'db'>): number =>
  Number(context.db.rows(sql`select max(id) from kebu_class_move`)[0]?.[0] ?? 0)

const schemeOf = (schema: Schema, columnId: number): number | undefined =>
  [...schema.schemes.values()].find((scheme) => scheme.targetColumnId === columnId)?.id

/** As groups are told apart: an empty box is one without a tick. */
const laneValue = (column: Column, value: CellValue): CellValue => (column.type === 'checkbox' ? (value ?? 0) : value)
