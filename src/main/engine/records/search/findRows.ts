import type { OperationOutput, ParsedInput } from '#shared/contract/engine.ts'
import type { RowRef } from '#shared/contract/records.ts'
import type { FoundRow } from '#shared/contract/search.ts'
import { fold, textPhrase } from '#shared/lib/searchText.ts'
import { displayColumn } from '#shared/model/columns/display.ts'
import { formatCell } from '#shared/model/columns/registry.ts'
import { titleColumn } from '../../compute/shownText.ts'
import type { ReadContext } from '../../store/context.ts'
import { idList, searchName, searchRef, sql, tableRef } from '../../store/sql.ts'
import { cellsOf } from '../page.ts'
import { searchedColumns } from '../searchIndex.ts'
import { searchQuery } from '../searchSql.ts'
import { titleSql } from '../reads.ts'
import { marksIn } from './marks.ts'

/** Rows of a table whose title begins with, holds, or whose text matches what was typed; in that order. */
export function findRows(context: ReadContext, input: ParsedInput<'rows.find'>): RowRef[] {
  const tableIds = (input.tableIds ?? [...context.schema.tables.keys()]).filter((id) => context.schema.tables.has(id))
  const text = input.text.trim()
  return tableIds
    .flatMap((tableId) =>
      titled(context, tableId, text === '' ? latestIds(context, tableId, input.limit) : bestIds(context, tableId, text, input.limit)),
    )
    .slice(0, input.limit)
}

/** What is typed in all tables, a few rows of each, with the cells it was found in. */
export function searchEverywhere(context: ReadContext, input: ParsedInput<'search.everywhere'>): OperationOutput<'search.everywhere'> {
  const text = input.text.trim()
  if (fold(text) === '') return []
  return [...context.schema.tables.values()]
    .sort((left, right) => left.position - right.position)
    .flatMap(({ id: tableId }) => {
      const ids = bestIds(context, tableId, text, input.perTable + 1)
      if (ids.length === 0) return []
      const rows = titled(context, tableId, ids.slice(0, input.perTable))
      return [{ tableId, rows: withCells(context, tableId, rows, text), more: ids.length > input.perTable }]
    })
}

/** The rows by their names, in the order asked. */
export function readTitles(context: ReadContext, input: ParsedInput<'search.titles'>): RowRef[] {
  return input.rows.flatMap(({ tableId, id }) => (context.schema.tables.has(tableId) ? titled(context, tableId, [id]) : []))
}

/** Rows that hold what is typed, at most `limit`: named so from the beginning, named so, then any. */
function bestIds(context: ReadContext, tableId: number, text: string, limit: number): number[] {
  const found = new Set<number>()
  for (const each of queriesByRank(context, tableId, text)) {
    if (found.size >= limit) break
    const ids = context.db.ids(
      sql`select rowid from ${searchRef(tableId)} where ${sql.ref(searchName(tableId))} match ${each} limit ${limit + found.size}`,
    )
    for (const id of ids) if (found.size < limit) found.add(id)
  }
  return [...found]
}

/** What is typed as queries of the index, best first: rows named so from the beginning, named so, any; none for blank text. */
export function queriesByRank(context: ReadContext, tableId: number, text: string): string[] {
  const query = searchQuery(context, tableId, text)
  if (query === null) return []
  // So much begins with one character that looking for it first costs more than it helps.
  const begins = fold(text).length > 1 ? textPhrase(text) : null
  return [...(begins === null ? [] : [`title : ^ ${begins}`]), `title : (${query})`, query]
}

function latestIds(context: ReadContext, tableId: number, limit: number): number[] {
  return context.db.ids(sql`select id from ${tableRef(tableId)} order by updated_at desc, id desc limit ${limit}`)
}

function titled(context: ReadContext, tableId: number, ids: readonly number[]): RowRef[] {
  const rows = context.db.rows(sql`select r.id, ${titleSql(context, tableId, 'r')} from ${tableRef(tableId)} r where r.id in ${idList(ids)}`)
  const titles = new Map(rows.map((row) => [Number(row[0]), String(row[1] ?? '')]))
  return ids.flatMap((id) => (titles.has(id) ? [{ tableId, id, title: titles.get(id) ?? '' }] : []))
}

function withCells(context: ReadContext, tableId: number, rows: readonly RowRef[], text: string): FoundRow[] {
  const { schema } = context
  const titleId = titleColumn(schema, tableId)?.id
  const columns = searchedColumns(schema, tableId).filter((column) => column.id !== titleId)
  const cells = cellsOf(
    context,
    tableId,
    columns.map((column) => column.id),
    rows.map((row) => row.id),
  )
  const format = { lang: 'zh-CN' as const, members: [...schema.members.values()] }
  return rows.map((row) => {
    const marks = marksIn(row.title, text)
    if (marks.length > 0) return { ...row, marks, cell: null }
    const values = cells.get(row.id) ?? []
    for (const [at, column] of columns.entries()) {
      const shown = formatCell(displayColumn(column, schema.columns), values[at] ?? null, format)
      if (shown === '' || marksIn(shown, text).length === 0) continue
      const part = around(shown, text)
      return { ...row, marks, cell: { columnId: column.id, text: part, marks: marksIn(part, text) } }
    }
    return { ...row, marks, cell: null }
  })
}

/** A long text from a little before what was found in it. */
function around(shown: string, text: string): string {
  const line = shown.replace(/\s+/gu, ' ')
  const from = marksIn(line, text)[0]?.from ?? 0
  const start = from > 24 ? from - 12 : 0
  return `${start > 0 ? '…' : ''}${line.slice(start, start + 160)}`
}
