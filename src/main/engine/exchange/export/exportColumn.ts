import { sql, idList, linkOrder, linkRef, nameRef, tableRef } from '../../store/sql.ts'
import { otherSide } from '../../store/schema.ts'
import type { Lang } from '#shared/i18n/lang.ts'
import { formatDuration } from '#shared/lib/duration.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { Column, ColumnOf } from '#shared/model/column.ts'
import { displayColumn } from '#shared/model/columns/display.ts'
import { formatCell } from '#shared/model/columns/registry.ts'
import type { ReadContext } from '../../context.ts'
import { titleSql } from '../../records/reads.ts'

/** What an exported cell is, whatever file it goes into. Dates are ISO text. */
export type ExportedCell =
  | { kind: 'empty' }
  | { kind: 'text'; text: string }
  | { kind: 'number'; value: number }
  | { kind: 'percent'; value: number }
  | { kind: 'date'; date: string }

/** A column as it goes into a file: its name, the column it shows itself as, and its cells. */
export type ExportColumn = {
  name: string
  shown: Column
  /** Cells of some rows, in the order of their ids. */
  cells(ids: readonly number[], values: readonly CellValue[]): ExportedCell[]
}

export function exportColumn(context: ReadContext, column: Column, lang: Lang): ExportColumn {
  const shown = displayColumn(column, context.schema.columns)
  const format = { lang, members: [...context.schema.members.values()] }
  if (column.type === 'link') {
    const link = column
    return {
      name: column.name,
      shown,
      cells: (ids) => {
        const titles = linkedTitles(context, link, ids)
        return ids.map((id) => textCell((titles.get(id) ?? []).join('、')))
      },
    }
  }
  return { name: column.name, shown, cells: (_, values) => values.map((value) => cellOf(shown, value, () => formatCell(shown, value, format))) }
}

function cellOf(column: Column, value: CellValue, text: () => string): ExportedCell {
  if (value === null) return { kind: 'empty' }
  switch (column.type) {
    case 'number':
      if (typeof value !== 'number') return textCell(value)
      return { kind: column.settings.format === 'percent' ? 'percent' : 'number', value }
    case 'rating':
      return typeof value === 'number' ? { kind: 'number', value } : textCell(value)
    case 'progress':
      return typeof value === 'number' ? { kind: 'percent', value } : textCell(value)
    // To the second, whatever the column shows: a file keeps what the cell holds.
    case 'duration':
      return textCell(typeof value === 'number' ? formatDuration(value, 'h:mm:ss') : value)
    case 'date':
      return { kind: 'date', date: String(value).slice(0, 10) }
    case 'dateTime':
    case 'createdTime':
    case 'modifiedTime':
      return { kind: 'date', date: String(value) }
    default:
      return textCell(text())
  }
}

const textCell = (text: string): ExportedCell => (text === '' ? { kind: 'empty' } : { kind: 'text', text })

/** The titles of all linked rows, not only of those that the cell shows. */
function linkedTitles(context: ReadContext, link: ColumnOf<'link'>, ids: readonly number[]): Map<number, string[]> {
  const { side, linkId, otherTableId } = link.settings
  const rows = context.db.rows(sql`select ${nameRef(side, 'k')}, ${titleSql(context, otherTableId, 'o')} from ${linkRef(linkId)} k
    join ${tableRef(otherTableId)} o on o.id = ${nameRef(otherSide(side), 'k')}
    where ${nameRef(side, 'k')} in ${idList(ids)} order by ${linkOrder(side, 'k')}`)
  const titles = new Map<number, string[]>()
  for (const [id, title] of rows) {
    const known = titles.get(Number(id))
    if (known === undefined) titles.set(Number(id), [String(title ?? '')])
    else known.push(String(title ?? ''))
  }
  return titles
}
