import type { ClassMove } from '#shared/contract/classes.ts'
import type { ReadContext, WriteContext } from '../context.ts'
import { shownText, titleColumn } from '../compute/shownText.ts'
import { meta, sql, tableRef, type SqlValue } from '../store/sql.ts'
import type { ClassColumn } from './ports.ts'

/** A row that changed its class; `from` null: it had none. */
export type Move = { rowId: number; from: number | null; to: number | null; rowMadeAt: string }

/**
 * Writes down who moved from which class to which. The first class of a row is no move: not that of a
 * row just made, nor the one a row gets back when it returns from the trash.
 */
export function recordMoves(context: WriteContext, column: ClassColumn, moves: readonly Move[]): void {
  const at = new Date().toISOString()
  const insert = context.db.prepare('insert into kebu_class_move (scheme_id, row_id, from_option, to_option, at) values (?, ?, ?, ?, ?)')
  for (const move of moves) {
    const isFirst = move.from === null && (move.rowMadeAt >= context.now || lastMove(context, column.schemeId, move.rowId)?.to === move.to)
    if (!isFirst) insert([column.schemeId, move.rowId, move.from, move.to, at])
  }
}

/** The same for many rows at once, found by a query of id, age, old and new class; only those that had a class. */
export function recordMovesOf(context: WriteContext, column: ClassColumn, query: string, parameters: readonly SqlValue[]): void {
  const insert = `with found (row_id, made_at, was, due) as (${query})
    insert into kebu_class_move (row_id, from_option, to_option, scheme_id, at) select row_id, was, due, ?, ? from found`
  context.db.prepare(insert)([...parameters, column.schemeId, new Date().toISOString()])
}

/** Where the row went last, and when (UTC). */
export function lastMove(context: Pick<ReadContext, 'db'>, schemeId: number, rowId: number): { to: number | null; at: string } | undefined {
  const row = context.db.get(
    meta
      .selectFrom('kebu_class_move')
      .select(['to_option', 'at'])
      .where('scheme_id', '=', schemeId)
      .where('row_id', '=', rowId)
      .orderBy('id', 'desc')
      .limit(1),
  )
  return row === undefined ? undefined : { to: row.to_option, at: row.at }
}

/** The latest moves of a scheme, newest first, of rows that are still there. */
export function latestMoves(context: ReadContext, schemeId: number, tableId: number, limit: number): ClassMove[] {
  const title = titleColumn(context.schema, tableId)
  const shown = title === undefined ? sql`''` : shownText(context.schema, title, 'r')
  return (
    context.db
      // Read from the end of the log until there are enough: the plus and the cross join keep SQLite from sorting all of it.
      .rows(sql`
      select m.row_id, ${shown}, m.from_option, m.to_option, m.at
      from kebu_class_move m cross join ${tableRef(tableId)} r on r.id = m.row_id
      where +m.scheme_id = ${schemeId} order by m.id desc limit ${limit}`)
      .map(([rowId, text, from, to, at]) => ({
        rowId: Number(rowId),
        title: String(text ?? ''),
        fromOptionId: typeof from === 'number' ? from : null,
        toOptionId: typeof to === 'number' ? to : null,
        at: String(at),
      }))
  )
}
