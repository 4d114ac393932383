import type { BulkAction } from '#shared/model/bulk/bulkAction.ts'
import { Failure } from '#shared/contract/failure.ts'
import { appError } from '#shared/i18n/appError.ts'
import type { ColumnOf } from '#shared/model/column.ts'
import type { ReadContext } from '../../store/context.ts'
import { otherSide } from '../../store/schema.ts'
import { idList, linkRef, nameRef, sql, tableRef } from '../../store/sql.ts'
import type { Pair } from '../linking.ts'
import { linkColumn } from '../reads.ts'
import { leftWithout, requireLinked } from '../required.ts'
import { rowsSql, type Bulk } from './bulkCells.ts'

export type LinkAction = Extract<BulkAction, { kind: 'link' | 'unlink' }>

/** Pairs that an action makes or takes away. */
export type BulkPairs = { link: ColumnOf<'link'>; rows: number; refused: number; pairs: Pair[] }

export function bulkPairs(context: ReadContext, input: Bulk, action: LinkAction): BulkPairs {
  const link = linkColumn(context, input.columnId)
  if (link.tableId !== input.tableId) throw new Failure(appError('column.notFound'))
  const { side, linkId, otherTableId } = link.settings
  const ids = context.db.ids(sql`select r.id from ${tableRef(input.tableId)} r where ${rowsSql(context, input, 'r')} order by r.id`)
  const present = context.db
    .rows(sql`select ${nameRef(side)}, ${nameRef(otherSide(side))} from ${linkRef(linkId)} where ${nameRef(side)} in ${idList(ids)} order by 1, 2`)
    .map((row): Pair => [Number(row[0]), Number(row[1])])
  if (action.kind === 'unlink') {
    const { rowIds } = action
    const gone = rowIds === null ? present : present.filter((pair) => rowIds.includes(pair[1]))
    requireLinked(context, link, gone)
    const kept = new Set(link.required ? leftWithout(context, link, gone) : [])
    return { link, rows: ids.length, refused: kept.size, pairs: gone.filter((pair) => !kept.has(pair[0])) }
  }
  const targets = context.db.ids(sql`select id from ${tableRef(otherTableId)} where id in ${idList(action.rowIds)}`)
  if (targets.length !== new Set(action.rowIds).size) throw new Failure(appError('row.notFound'))
  const known = new Set(present.map((pair) => pair.join(' ')))
  const linked = new Set(present.map((pair) => pair[0]))
  // A row that takes one link takes the last of those offered, as when it is set by hand.
  const offered = link.settings.multiple ? [...new Set(action.rowIds)] : action.rowIds.slice(-1)
  const open = input.onlyEmpty ? ids.filter((id) => !linked.has(id)) : ids
  const pairs = open.flatMap((id) => offered.map((other): Pair => [id, other])).filter((pair) => !known.has(pair.join(' ')))
  return { link, rows: ids.length, refused: 0, pairs }
}
