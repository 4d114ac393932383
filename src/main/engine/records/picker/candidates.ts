import type { OperationOutput, ParsedInput } from '#shared/contract/engine.ts'
import type { ColumnOf } from '#shared/model/column.ts'
import type { ReadContext } from '../../store/context.ts'
import { otherSide } from '../../store/schema.ts'
import { cellRef, idList, linkRef, nameRef, searchName, searchRef, sql, tableRef, type RawBuilder } from '../../store/sql.ts'
import { linkColumn, titleSql } from '../reads.ts'
import { queriesByRank } from '../search/findRows.ts'
import { offerSql } from './offer.ts'

/** Rows a link offers: titles that begin with the text, then those that hold it, then rows that have it elsewhere. */
export function findCandidates(context: ReadContext, input: ParsedInput<'rows.candidates'>): OperationOutput<'rows.candidates'> {
  const link = linkColumn(context, input.linkColumnId)
  const tableId = link.settings.otherTableId
  const ids = offeredIds(context, link, input)
  const rows = context.db.rows(sql`select r.id, ${titleSql(context, tableId, 'r')}, ${linkedSql(link, input.rowId)}, ${holderSql(context, link)}
    from ${tableRef(tableId)} r where r.id in ${idList(ids)}`)
  const candidates = new Map(
    rows.map(([id, name, isLinked, holder = null]) => [
      Number(id),
      {
        tableId,
        id: Number(id),
        title: String(name ?? ''),
        linked: isLinked === 1,
        takenFrom: isLinked === 1 || holder === null ? null : String(holder),
      },
    ]),
  )
  return ids.flatMap((id) => candidates.get(id) ?? [])
}

/** Newest first within a rank; a rank is looked through only as far as the list has room, however many rows it holds. */
function offeredIds(context: ReadContext, link: ColumnOf<'link'>, { rowId, text, limit }: ParsedInput<'rows.candidates'>): number[] {
  const tableId = link.settings.otherTableId
  const offer = offerSql(context, link, rowId, 'r')
  if (text.trim() === '') return context.db.ids(sql`select r.id from ${tableRef(tableId)} r where ${offer} order by r.id desc limit ${limit}`)
  const found = new Set<number>()
  for (const query of queriesByRank(context, tableId, text)) {
    if (found.size >= limit) break
    const ids = context.db.ids(sql`select s.rowid from ${searchRef(tableId)} s join ${tableRef(tableId)} r on r.id = s.rowid
      where s.${sql.ref(searchName(tableId))} match ${query} and ${offer} order by s.rowid desc limit ${limit + found.size}`)
    for (const id of ids) if (found.size < limit) found.add(id)
  }
  return [...found]
}

function linkedSql({ settings: { linkId, side } }: ColumnOf<'link'>, rowId: number | null): RawBuilder<unknown> {
  return sql`exists (select 1 from ${linkRef(linkId)} k where ${nameRef(otherSide(side), 'k')} = r.id and ${nameRef(side, 'k')} = ${rowId})`
}

/** The row that holds the one link the other side may have: the cell of that side names it. */
function holderSql({ schema }: ReadContext, { settings }: ColumnOf<'link'>): RawBuilder<unknown> {
  const inverse = schema.columns.get(settings.otherColumnId)
  return inverse?.type === 'link' && !inverse.settings.multiple ? cellRef(inverse, 'r') : sql`null`
}
