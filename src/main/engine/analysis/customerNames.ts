import type { ReadContext } from '../context.ts'
import type { Words } from '../report/words.ts'
import { cellRef, idList, sql, tableRef } from '../store/sql.ts'

/** The names of these customers, in their order. */
export function customerNames(context: ReadContext, ids: readonly number[], words: Words): string[] {
  const name = context.schema.columnByRole('customer.name')
  if (name === undefined) return ids.map(() => words.t('report.unnamed'))
  const rows = context.db.rows(sql`select c.id, ${cellRef(name, 'c')} from ${tableRef(name.tableId)} c where c.id in ${idList(ids)}`)
  const names = new Map(rows.map(([id, text]) => [Number(id), text]))
  return ids.map((id) => String(names.get(id) ?? words.t('report.unnamed')))
}
