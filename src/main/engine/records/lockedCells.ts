import type { ReadContext } from '../store/context.ts'
import { sql } from '../store/sql.ts'

/** Columns whose class a person locked, by row; rows without are left out. */
export function lockedCells({ db, schema, today }: ReadContext, tableId: number, ids: readonly number[]): Map<number, number[]> {
  const locked = new Map<number, number[]>()
  if (ids.length === 0 || db.prepareIds('select exists (select 1 from kebu_class_lock)')([])[0] !== 1) return locked
  const schemes = [...schema.schemes.values()].filter((scheme) => scheme.tableId === tableId && scheme.enabled)
  for (const { id, targetColumnId } of schemes) {
    const rows = db.ids(sql`select row_id from kebu_class_lock
      where scheme_id = ${id} and row_id in (select value from json_each(${JSON.stringify(ids)})) and (until is null or until >= ${today})`)
    for (const rowId of rows) locked.set(rowId, [...(locked.get(rowId) ?? []), targetColumnId])
  }
  return locked
}
