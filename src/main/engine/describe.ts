import { basename } from 'node:path'
import type { Change } from '#shared/change/change.ts'
import type { BaseDescription } from '#shared/contract/base.ts'
import { historyState } from './history/log.ts'
import { isSeenBy } from '#shared/model/view.ts'
import type { ReadContext } from './store/context.ts'
import type { ReadDb } from './store/db.ts'
import { sql, tableRef } from './store/sql.ts'
import { hasSample } from './template/sampleRecord.ts'

/** Everything about the base but its rows. */
export function describeBase(context: ReadContext, counts: RowCounts): BaseDescription {
  const { schema, db } = context
  const byPosition = <Thing extends { position: number }>(things: Iterable<Thing>): Thing[] =>
    [...things].sort((left, right) => left.position - right.position)
  const byId = <Thing extends { id: number }>(things: Iterable<Thing>): Thing[] => [...things].sort((left, right) => left.id - right.id)
  const tables = byPosition(schema.tables.values())
  return {
    path: context.path,
    name: basename(context.path).replace(/\.kebu$/iu, ''),
    readOnly: context.readOnly,
    tables,
    columns: tables.flatMap((table) => [...schema.columnsOf(table.id)]),
    views: byPosition([...schema.views.values()].filter((view) => isSeenBy(view, context.actorId))),
    schemes: byId(schema.schemes.values()),
    members: byId(schema.members.values()),
    actorId: context.actorId,
    rowCounts: Object.fromEntries(tables.map((table) => [table.id, counts.of(table.id)])),
    history: historyState(db),
    hasSampleData: hasSample(context),
  }
}

/** Rows by table: counted once, then kept in step with what commits add and remove. */
export type RowCounts = {
  of(tableId: number): number
  note(tables: readonly { tableId: number; rowCount: number }[]): void
  add(change: Change): void
}

export function newRowCounts(db: ReadDb): RowCounts {
  const counts = new Map<number, number>()
  const of = (tableId: number): number => {
    const known = counts.get(tableId)
    if (known !== undefined) return known
    const counted = db.ids(sql`select count(*) from ${tableRef(tableId)}`)[0] ?? 0
    counts.set(tableId, counted)
    return counted
  }
  const move = (tableId: number, by: number): void => {
    const known = counts.get(tableId)
    if (known !== undefined) counts.set(tableId, known + by)
  }
  return {
    of,
    note: (tables) => {
      for (const table of tables) counts.set(table.tableId, table.rowCount)
    },
    add: (change) => {
      for (const rows of change.added) move(rows.tableId, rows.ids.length)
      for (const rows of change.removed) move(rows.tableId, -rows.ids.length)
    },
  }
}
