import type { OperationOutput, ParsedInput } from '#shared/contract/engine.ts'
import { Failure } from '#shared/contract/failure.ts'
import { appError } from '#shared/i18n/appError.ts'
import { linkPickSchema, type Column, type ColumnOf, type LinkPick } from '#shared/model/column.ts'
import type { WriteContext } from '../history/writeContext.ts'
import { unlinkRows, type Pair } from '../records/linking.ts'
import { linkColumn, titleSql } from '../records/reads.ts'
import type { ReadContext } from '../store/context.ts'
import { otherSide } from '../store/schema.ts'
import { idList, linkOrder, linkRef, nameRef, sql, tableRef } from '../store/sql.ts'

/** Settings of a new link column as its maker gives them. */
export function newLinkSettings(context: WriteContext, input: ParsedInput<'columns.createLink'>): Record<string, unknown> {
  const { name, tableId, otherTableId, multiple, pick, createInPicker } = input
  const limits = {
    ...(pick === undefined ? {} : { pick: checkedPick(context, { name, tableId, otherTableId }, pick) }),
    ...(createInPicker === false ? { createInPicker } : {}),
  }
  return { otherTableId, multiple, ...limits }
}

/** Of a link what it offers and how many rows it takes may change: what it leads to is another link. What is as usual is not kept. */
export function changedLinkSettings(context: WriteContext, column: ColumnOf<'link'>, settings: Record<string, unknown>): Record<string, unknown> {
  const { name, tableId } = column
  const { pick: oldPick = null, createInPicker: couldCreate = true, multiple: wasMultiple, ...lasting } = column.settings
  const { multiple = wasMultiple, createInPicker = couldCreate, pick } = settings
  const next = pick === undefined ? oldPick : pick === null ? null : checkedPick(context, { name, tableId, ...lasting }, pick)
  return { ...lasting, multiple, ...(createInPicker === true ? {} : { createInPicker }), ...(next === null ? {} : { pick: next }) }
}

/**
 * Limits without what is gone since they were set; refuses a view of another table, or of one person alone, and columns
 * that are not those of the two tables.
 */
function checkedPick({ schema }: WriteContext, link: { name: string; tableId: number; otherTableId: number }, given: unknown): LinkPick {
  const read = linkPickSchema.safeParse(given)
  if (!read.success) throw new Failure(appError('column.invalid', { name: link.name }))
  const view = schema.views.get(read.data.viewId ?? 0)
  const match = read.data.match.filter((pair) => schema.columns.has(pair.otherColumnId) && schema.columns.has(pair.ownColumnId))
  const isOf = (columnId: number, tableId: number): boolean => schema.columns.get(columnId)?.tableId === tableId
  const isWell =
    (view === undefined || (view.tableId === link.otherTableId && view.ownerId === null)) &&
    match.every((pair) => isOf(pair.otherColumnId, link.otherTableId) && isOf(pair.ownColumnId, link.tableId))
  if (!isWell) throw new Failure(appError('column.invalid', { name: link.name }))
  return { viewId: view?.id ?? null, filter: read.data.filter, match }
}

export function previewSingle(context: ReadContext, input: ParsedInput<'columns.previewSingle'>): OperationOutput<'columns.previewSingle'> {
  const link = linkColumn(context, input.linkColumnId)
  const pairs = laterPairs(context, link)
  const rowIds = [...new Set(pairs.map((pair) => pair[0]))]
  const title = titleSql(context, link.tableId, 'r')
  const named = context.db.rows(
    sql`select ${title} from ${tableRef(link.tableId)} r where r.id in ${idList(rowIds.slice(0, titlesNamed))} order by r.id`,
  )
  return { rows: rowIds.length, links: pairs.length, titles: named.map((row) => String(row[0] ?? '')) }
}

const titlesNamed = 5

/** A link that takes one row from now on keeps the first of several. */
export function unlinkAllButFirst(context: WriteContext, before: Column, after: Column): void {
  if (before.type !== 'link' || after.type !== 'link' || !before.settings.multiple || after.settings.multiple) return
  unlinkRows(context, before, laterPairs(context, before))
}

/** The pairs of each row but its first, rows in the order of their ids. */
function laterPairs({ db }: Pick<ReadContext, 'db'>, { settings }: ColumnOf<'link'>): Pair[] {
  const own = settings.side
  const other = otherSide(own)
  return db
    .rows(sql`select own, other from (select ${nameRef(own, 'k')} as own, ${nameRef(other, 'k')} as other,
      row_number() over (partition by ${nameRef(own, 'k')} order by ${linkOrder(own, 'k')}) as place from ${linkRef(settings.linkId)} k)
      where place > 1 order by own, place`)
    .map((row): Pair => [Number(row[0]), Number(row[1])])
}
