import { Failure } from '#shared/contract/failure.ts'
import type { ParsedInput } from '#shared/contract/engine.ts'
import { appError } from '#shared/i18n/appError.ts'
import { canBeUnique } from '#shared/model/cellKey.ts'
import { uniquesOf, type Table } from '#shared/model/table.ts'
import type { WriteContext } from '../history/writeContext.ts'
import { duplicateCounts } from '../records/duplicates.ts'
import { classColumnIds } from '../store/schema.ts'
import { columnOf } from './columns.ts'
import { changeTable, tableOf } from './tables.ts'

/** Makes a rule against duplicates. A rule that is broken from the start would say nothing: the duplicates are mended first. */
export function addUnique(context: WriteContext, input: ParsedInput<'tables.addUnique'>): Table {
  const table = tableOf(context, input.tableId)
  const columnIds = [...new Set(input.columnIds)]
  const columns = columnIds.map((id) => columnOf(context, id))
  for (const column of columns) {
    if (column.tableId !== table.id) throw new Failure(appError('column.notFound'))
    if (!canBeUnique(column) || classColumnIds(context.schema).has(column.id)) throw new Failure(appError('unique.cannot', { name: column.name }))
  }
  const isSame = (ids: readonly number[]): boolean => ids.length === columnIds.length && ids.every((id) => columnIds.includes(id))
  if (uniquesOf(table).some((unique) => isSame(unique.columnIds))) return table
  const { groupCount } = duplicateCounts(context, { tableId: table.id, columnIds, filter: null, search: '' })
  const names = columns.map((column) => column.name).join('、')
  if (groupCount > 0) throw new Failure(appError('unique.exists', { columns: names, count: groupCount }))
  return changeTable(context, table.id, { uniques: [...uniquesOf(table), { id: context.newId('unique'), columnIds }] })
}

export function removeUnique(context: WriteContext, input: ParsedInput<'tables.removeUnique'>): Table {
  const table = tableOf(context, input.tableId)
  return changeTable(context, table.id, { uniques: uniquesOf(table).filter((unique) => unique.id !== input.uniqueId) })
}
