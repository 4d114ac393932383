import type { OperationOutput, ParsedInput } from '#shared/contract/engine.ts'
import type { ColumnOf } from '#shared/model/column.ts'
import type { ReadContext } from '../../store/context.ts'
import { otherSide } from '../../store/schema.ts'
import { cellRef, linkRef, nameRef, sql, tableRef, type RawBuilder } from '../../store/sql.ts'
import { linkColumn, titleSql } from '../reads.ts'
import { searchSql } from '../searchSql.ts'
import { offerSql } from './offer.ts'

/** Rows a link offers: titles that begin with the text, then those that hold it, then rows that have it elsewhere. */
export function findCandidates(context: ReadContext, input: ParsedInput<'rows.candidates'>): OperationOutput<'rows.candidates'> {
  const link = linkColumn(context, input.linkColumnId)
  const tableId = link.settings.otherTableId
  const title = titleSql(context, tableId, 'r')
  const text = input.text.trim()
  const place = sql`instr(kebu_lower(${title}), ${text.toLowerCase()})`
  const rank = text === '' ? sql`0` : sql`case ${place} when 1 then 0 when 0 then 2 else 1 end`
  const rows = context.db.rows(sql`select r.id, ${title}, ${linkedSql(link, input.rowId)}, ${holderSql(context, link)} from ${tableRef(tableId)} r
    where ${offerSql(context, link, input.rowId, 'r')} and ${searchSql(context, tableId, text, 'r')}
    order by ${text === '' ? sql`r.id desc` : sql`${rank}, r.id desc`} limit ${input.limit}`)
  return rows.map(([id, name, isLinked, holder]) => ({
    tableId,
    id: Number(id),
    title: String(name ?? ''),
    linked: isLinked === 1,
    takenFrom: isLinked === 1 || holder === null || holder === undefined ? null : String(holder),
  }))
}

function linkedSql({ settings: { linkId, side } }: ColumnOf<'link'>, rowId: number | null): RawBuilder<unknown> {
  return sql`exists (select 1 from ${linkRef(linkId)} k where ${nameRef(otherSide(side), 'k')} = r.id and ${nameRef(side, 'k')} = ${rowId})`
}

/** The row that holds the one link the other side may have: the cell of that side names it. */
function holderSql({ schema }: ReadContext, { settings }: ColumnOf<'link'>): RawBuilder<unknown> {
  const inverse = schema.columns.get(settings.otherColumnId)
  return inverse?.type === 'link' && !inverse.settings.multiple ? cellRef(inverse, 'r') : sql`null`
}
