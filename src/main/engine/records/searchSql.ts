import { matchPhrase } from '#shared/lib/searchText.ts'
import type { ReadContext } from '../store/context.ts'
import { nameRef, searchName, searchRef, sql, type RawBuilder } from '../store/sql.ts'

/** Rows whose text holds every word typed, as a condition over the row under `alias`; blank text lets every row through. */
export function searchSql(_context: ReadContext, tableId: number, text: string, alias: string): RawBuilder<unknown> {
  const match = matchPhrase(text)
  if (match === null) return sql`1`
  return sql`${nameRef('id', alias)} in (select rowid from ${searchRef(tableId)} where ${sql.ref(searchName(tableId))} match ${match})`
}
