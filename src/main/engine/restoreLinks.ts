import { Failure } from '#shared/contract/failure.ts'
import type { OperationOutput, ParsedInput } from '#shared/contract/engine.ts'
import { appError } from '#shared/i18n/appError.ts'
import { linksThen } from './history/linksOfRow.ts'
import type { WriteContext } from './history/writeContext.ts'
import { linkColumn } from './records/reads.ts'
import { setLinks } from './records/writes.ts'
import { titlesOf } from './rowLife.ts'
import { idList, sql, tableRef } from './store/sql.ts'

/** The links a row had before or after an entry of the log, in their order of then; rows deleted meanwhile are left out and named. */
export function restoreLinks(context: WriteContext, input: ParsedInput<'history.restoreLinks'>): OperationOutput<'history.restoreLinks'> {
  const { entryId, rowId, columnId, side } = input
  const link = linkColumn(context, columnId)
  if (link.tableId !== input.tableId) throw new Failure(appError('column.notFound'))
  const then = linksThen(context, link, rowId, entryId, side)
  const { otherTableId, multiple } = link.settings
  const there = new Set(context.db.ids(sql`select id from ${tableRef(otherTableId)} where id in ${idList(then)}`))
  const wanted = then.filter((id) => there.has(id))
  const gone = then.filter((id) => !there.has(id))
  // A link that takes one row by now takes the first of those it had.
  const { linked, unlinked, reordered } = setLinks(context, { linkColumnId: columnId, rowId, rowIds: multiple ? wanted : wanted.slice(0, 1) })
  return { changed: linked + unlinked + reordered > 0, gone: titlesOf(context, otherTableId, gone) }
}
