import { localDay, type Day } from '#shared/lib/days.ts'
import type { CellValue } from '#shared/model/cell.ts'
import { goOn, type ReadContext } from '../store/context.ts'
import { idList, sql } from '../store/sql.ts'
import { cellsOfColumn } from './logCodec.ts'

/** What the log knows of a cell of one row: whether a person made the row, and when the cell changed from what to what. */
export type CellMoves = { isTyped: boolean; moves: { day: Day; from: CellValue; to: CellValue }[] }

/** The changes of one column by row, the earliest first; an undo is a change like any other. Rows the log does not know are not there. */
export function columnMoves(context: Pick<ReadContext, 'db' | 'cancelled'>, tableId: number, columnId: number): Map<number, CellMoves> {
  const rows = new Map<number, CellMoves>()
  const of = (rowId: number): CellMoves => {
    const known = rows.get(rowId) ?? { isTyped: false, moves: [] }
    rows.set(rowId, known)
    return known
  }
  for (const { at, source, change } of entriesOfTable(context, tableId)) {
    const day = localDay(new Date(at))
    const { added, updated } = cellsOfColumn(change, tableId, columnId)
    if (source === 'window') for (const id of added) of(id).isTyped = true
    for (const { ids, from, to } of updated) {
      for (const [place, id] of ids.entries()) {
        const move = { day, from: from[place] ?? null, to: to[place] ?? null }
        // A column that a scheme took over stands in the log as it was.
        if (move.from !== move.to) of(id).moves.push(move)
      }
    }
  }
  return rows
}

type Entry = { id: number; at: string; source: string; change: Uint8Array }

function* entriesOfTable(context: Pick<ReadContext, 'db' | 'cancelled'>, tableId: number): Generator<Entry> {
  const ids = context.db.ids(sql`select distinct entry_id from kebu_log_rows where table_id = ${tableId} order by 1`)
  for (let start = 0; start < ids.length; start += entriesAtOnce) {
    goOn(context)
    const portion = ids.slice(start, start + entriesAtOnce)
    yield* context.db.all(sql<Entry>`select id, at, source, change from kebu_log where id in ${idList(portion)} order by id`)
  }
}

const entriesAtOnce = 500
