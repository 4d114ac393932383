import { Failure } from '#shared/contract/failure.ts'
import { appError } from '#shared/i18n/appError.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'
import { shownText, titleColumn } from '../../compute/shownText.ts'
import type { ReadContext } from '../../store/context.ts'
import { isStamp, otherSide } from '../../store/schema.ts'
import { cellRef, columnRef, linkOrder, linkRef, nameRef, sql, tableRef, type RawBuilder } from '../../store/sql.ts'

/** Cells of a column, some thousand rows at a time. */
export type Slice = { ids: number[]; values: CellValue[] }

/**
 * What the cells of a column say, as they are turned: a link by the titles of all its rows, any other as it is stored.
 * `at` is the number under which the cells stand, while the column already has another type.
 */
export function sourceSql(context: Pick<ReadContext, 'schema'>, column: Column, at = column.id): RawBuilder<unknown> {
  if (isStamp(column)) return cellRef(column, 'r')
  if (column.type !== 'link') return columnRef(at, 'r')
  const { side, linkId, otherTableId } = column.settings
  const title = titleColumn(context.schema, otherTableId)
  const text = title === undefined ? sql`'#' || o.id` : shownText(context.schema, title, 'o')
  return sql`(select group_concat(shown, '、') from (select ${text} as shown from ${linkRef(linkId)} k
    join ${tableRef(otherTableId)} o on o.id = ${nameRef(otherSide(side), 'k')} where ${nameRef(side, 'k')} = r.id order by ${linkOrder(side, 'k')}) where shown <> '')`
}

/** All rows of a table with what `cell` says of each, in order; long work shows how far it is, and stops when asked. */
export function* slicesOf(context: Pick<ReadContext, 'db' | 'progress' | 'cancelled'>, tableId: number, cell: RawBuilder<unknown>): Generator<Slice> {
  const total = context.db.ids(sql`select count(*) from ${tableRef(tableId)}`)[0] ?? 0
  let last = 0
  for (let done = 0; done < total;) {
    if (context.cancelled()) throw new Failure(appError('cancelled'))
    const rows = context.db.rows(sql`select r.id, ${cell} from ${tableRef(tableId)} r where r.id > ${last} order by r.id limit ${portion}`)
    if (rows.length === 0) return
    done += rows.length
    last = Number(rows.at(-1)?.[0])
    context.progress('writing', done, total)
    yield { ids: rows.map((row) => Number(row[0])), values: rows.map((row) => row[1] ?? null) }
  }
}

const portion = 10_000
