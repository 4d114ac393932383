import type { ReadDb } from '../store/db.ts'
import { rangesOf } from '../store/idRuns.ts'
import { columnName, idList, join, sql, type RawBuilder } from '../store/sql.ts'
import type { ClassColumn, ClassingCause } from './ports.ts'

/** Whether going on from the class in its cell is a move of the row under `r`. */
export type MovesFrom = {
  isMove: RawBuilder<unknown>
  /** The same, told at once; it may say yes where `isMove` says no. */
  mayMove: RawBuilder<unknown>
  /** Whether that is where the row, or the scheme, begins, and whether the log is asked what the row had before. */
  isFirst: RawBuilder<unknown>
  isAsked: RawBuilder<unknown>
}

/**
 * One rule for one row and for a million (decision 19): the class in place of none, of a row that this write made or of a
 * scheme that is new, is where it begins and no move. Of a row or a scheme that comes back the log may know more than the
 * cell; those are told by `settleMoves` when all is written.
 */
export function movesFrom(column: ClassColumn, why: ClassingCause): MovesFrom {
  const was = sql.ref(`r.${columnName(column.columnId)}`)
  const added = addedOf(column, why)
  const beginning = why.beginning.get(column.columnId)
  if (beginning === undefined && added.length === 0) return { isMove: sql`1`, mayMove: sql`1`, isFirst: sql`0`, isAsked: sql`0` }
  const isBack = beginning === undefined ? isAmong(added) : sql`1`
  const isFirst = beginning === 'new' ? sql`${was} is null` : sql`(${was} is null and ${isAmong(added)})`
  return { isMove: sql`(not ${isFirst} and not (${isBack} and ${isTold(column)}))`, mayMove: sql`(not ${isFirst})`, isFirst, isAsked: isBack }
}

/** The rows among these that the log may know: all where a scheme begins or works again, else those that come back; null: none. */
export function backOf(db: ReadDb, column: ClassColumn, why: ClassingCause): RawBuilder<unknown> | null {
  const begins = why.beginning.has(column.columnId)
  const added = addedOf(column, why)
  if (!begins && added.length === 0) return null
  // Of a scheme that is quite new the log knows nothing, and of new rows neither: they have ever greater ids.
  const [last = 0] = db.ids(sql`select max(row_id) from kebu_class_move where scheme_id = ${column.schemeId}`)
  if (begins) return last > 0 ? sql`1` : null
  const known = added.filter((id) => id <= last)
  return known.length === 0 ? null : isAmong(known)
}

const isTold = ({ schemeId }: ClassColumn): RawBuilder<unknown> =>
  sql`exists (select 1 from kebu_class_move m where m.scheme_id = ${schemeId} and m.row_id = r.id)`

/** The rows of the column's table that this write made, or brought back. */
export const addedOf = ({ tableId }: ClassColumn, { added }: ClassingCause): number[] =>
  added.flatMap((rows) => (rows.tableId === tableId ? rows.ids : []))

function isAmong(ids: readonly number[]): RawBuilder<unknown> {
  if (ids.length === 0) return sql`0`
  const ranges = rangesOf(ids)
  if (ranges === null) return sql`r.id in ${idList(ids)}`
  return sql`(${join(
    ranges.map(([first, last]) => sql`r.id between ${first} and ${last}`),
    ' or ',
  )})`
}
