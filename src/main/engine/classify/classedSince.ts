import type { Day } from '#shared/lib/days.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import type { ReadContext } from '../context.ts'
import { sql, tableRef } from '../store/sql.ts'
import { schemeMadeOn } from './history/migration.ts'

/**
 * From which day on the classes of a scheme are known: the day it was made, or that of the first row where that is later. The
 * first class of a new row is no move, so the log of moves does not tell. Null while there are no rows.
 */
export function classedSince(context: ReadContext, scheme: Scheme): Day | null {
  if (!context.schema.tables.has(scheme.tableId)) return null
  const [row] = context.db.rows(sql`select substr(created_at, 1, 10) from ${tableRef(scheme.tableId)} order by id limit 1`)
  const first = row?.[0]
  if (typeof first !== 'string') return null
  const made = schemeMadeOn(scheme)
  return made > first ? made : first
}
