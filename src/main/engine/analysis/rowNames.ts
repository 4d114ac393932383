import type { ColumnRole } from '#shared/model/roles.ts'
import type { ReadContext } from '../context.ts'
import type { Words } from '../report/words.ts'
import { cellRef, idList, sql, tableRef } from '../store/sql.ts'

/** The names of these customers, in their order. */
export const customerNames = (context: ReadContext, ids: readonly number[], words: Words): string[] => rowNames(context, 'customer.name', ids, words)

/** What these rows are called by the column of this role, in their order. */
export function rowNames(context: ReadContext, role: ColumnRole, ids: readonly number[], words: Words): string[] {
  const name = context.schema.columnByRole(role)
  if (name === undefined) return ids.map(() => words.t('report.unnamed'))
  const rows = context.db.rows(sql`select c.id, ${cellRef(name, 'c')} from ${tableRef(name.tableId)} c where c.id in ${idList(ids)}`)
  const names = new Map(rows.map(([id, text]) => [Number(id), text]))
  return ids.map((id) => String(names.get(id) ?? words.t('report.unnamed')))
}
