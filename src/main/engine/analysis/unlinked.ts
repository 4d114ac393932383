import type { ColumnOf } from '#shared/model/column.ts'
import type { ReadContext } from '../context.ts'
import { linkRef, nameRef, sql, tableRef, type RawBuilder } from '../store/sql.ts'

/** How many rows of a link's own table, called `r`, have no partner, of those that meet a condition. */
export function countUnlinked({ db }: ReadContext, { tableId, settings }: ColumnOf<'link'>, where: RawBuilder<unknown> = sql`1`): number {
  const { linkId, side } = settings
  const count = (query: RawBuilder<unknown>): number => db.ids(query)[0] ?? 0
  const rows = count(sql`select count(*) from ${tableRef(tableId)}`)
  // As a rule every row has one, which an index tells at once.
  if (rows === count(sql`select count(distinct ${nameRef(side, 'k')}) from ${linkRef(linkId)} k`)) return 0
  return count(sql`select count(*) from ${tableRef(tableId)} r
    where not exists (select 1 from ${linkRef(linkId)} k where ${nameRef(side, 'k')} = r.id) and ${where}`)
}
