import { rangesOf } from '../store/idRuns.ts'
import { columnName, idList, join, sql, type RawBuilder } from '../store/sql.ts'
import type { ClassColumn, ClassingCause } from './ports.ts'

/** What rows come from, as SQL about the row under `r`. */
export type MovesFrom = {
  /** The class a row comes from. */
  from: RawBuilder<unknown>
  /** Whether going on to another class is a move, and not the class with which a row, or a scheme, begins. */
  isMove: RawBuilder<unknown>
  /** The same, told at once; it may say yes where `isMove` says no. */
  mayMove: RawBuilder<unknown>
  /** What the row has in its cell, whether that is where it begins, and whether the log is asked what it had before. */
  was: RawBuilder<unknown>
  isFirst: RawBuilder<unknown>
  isAsked: RawBuilder<unknown>
}

/**
 * One rule for one row and for a million (decision 19): the class in place of none, of a row that this write made or of a
 * scheme that is new, is where it begins and no move. Of a row or a scheme that comes back, the log knows what it was.
 */
export function movesFrom(column: ClassColumn, why: ClassingCause, now: string): MovesFrom {
  const was = sql.ref(`r.${columnName(column.columnId)}`)
  const added = addedOf(column, why)
  const beginning = why.beginning.get(column.columnId)
  if (beginning === undefined && added.length === 0) return { from: was, isMove: sql`1`, mayMove: sql`1`, was, isFirst: sql`0`, isAsked: sql`0` }
  const lines = sql`kebu_class_move m where m.scheme_id = ${column.schemeId}`
  const isTold = sql`exists (select 1 from ${lines} and m.row_id = r.id)`
  const lastTold = sql`(select m.to_option from ${lines} and m.row_id = r.id order by m.id desc limit 1)`
  const isFirst = beginning === 'new' ? sql`${was} is null` : sql`(${was} is null and ${isAmong(added)})`
  const isAsked = beginning === undefined ? isFirst : sql`1`
  const isBack = beginning === 'new' ? sql`exists (select 1 from ${lines})` : sql`r.created_at < ${now}`
  return {
    from: sql`case when ${isAsked} and ${isTold} then ${lastTold} else ${was} end`,
    isMove: sql`(not ${isFirst} or ${isTold})`,
    mayMove: sql`(not ${isFirst} or ${isBack})`,
    was,
    isFirst,
    isAsked,
  }
}

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
