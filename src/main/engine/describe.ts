import { basename } from 'node:path'
import type { BaseDescription } from '#shared/contract/base.ts'
import { historyState } from './history/log.ts'
import type { ReadContext } from './store/context.ts'
import type { ReadDb } from './store/db.ts'
import { sql, tableRef } from './store/sql.ts'
import { hasSample } from './template/sampleRecord.ts'

/** Everything about the base but its rows. */
export function describeBase(context: ReadContext): BaseDescription {
  const { schema, db } = context
  const byPosition = <Thing extends { position: number }>(things: Iterable<Thing>): Thing[] => [...things].sort((left, right) => left.position - right.position)
  const byId = <Thing extends { id: number }>(things: Iterable<Thing>): Thing[] => [...things].sort((left, right) => left.id - right.id)
  const tables = byPosition(schema.tables.values())
  return {
    path: context.path,
    name: basename(context.path).replace(/\.kebu$/iu, ''),
    readOnly: context.readOnly,
    tables,
    columns: tables.flatMap((table) => [...schema.columnsOf(table.id)]),
    views: byPosition(schema.views.values()),
    schemes: byId(schema.schemes.values()),
    members: byId(schema.members.values()),
    rowCounts: Object.fromEntries(tables.map((table) => [table.id, rowCount(db, table.id)])),
    history: historyState(db),
    hasSampleData: hasSample(context),
  }
}

export function rowCount(db: ReadDb, tableId: number): number {
  return db.ids(sql`select count(*) from ${tableRef(tableId)}`)[0] ?? 0
}
