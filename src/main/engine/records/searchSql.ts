import { displayColumn } from '#shared/model/columns/display.ts'
import type { ReadContext } from '../store/context.ts'
import type { Schema } from '../store/schema.ts'
import { nameRef, searchName, searchRef, sql, type RawBuilder } from '../store/sql.ts'
import { indexFormOf, memberToken, optionToken } from './search/cellWords.ts'
import { isFoundIn } from './search/marks.ts'
import { typedQuery } from './search/typedWords.ts'
import { searchedColumns } from './searchIndex.ts'

/** Rows that hold every word typed, as a condition over the row under `alias`; blank text lets every row through. */
export function searchSql(context: Pick<ReadContext, 'schema'>, tableId: number, text: string, alias: string): RawBuilder<unknown> {
  const match = searchQuery(context, tableId, text)
  if (match === null) return sql`1`
  return sql`${nameRef('id', alias)} in (select rowid from ${searchRef(tableId)} where ${sql.ref(searchName(tableId))} match ${match})`
}

/** The rows that hold what is typed, by their ids; null for blank text. */
export function foundIds(context: Pick<ReadContext, 'schema' | 'db'>, tableId: number, text: string): number[] | null {
  const match = searchQuery(context, tableId, text)
  if (match === null) return null
  return context.db.ids(sql`select rowid from ${searchRef(tableId)} where ${sql.ref(searchName(tableId))} match ${match} order by rowid`)
}

/** What is typed as a query of the table's index; null when there is nothing to look for. */
export function searchQuery({ schema }: Pick<ReadContext, 'schema'>, tableId: number, text: string): string | null {
  return typedQuery(text, (word) => tokensOfNames(schema, tableId, word))
}

/** The tokens of the table's options, and of members where it names any, whose names a word is found in. */
function tokensOfNames(schema: Schema, tableId: number, word: string): string[] {
  const columns = searchedColumns(schema, tableId)
  const options = columns.flatMap((column) => {
    const shown = displayColumn(column, schema.columns)
    if (shown.type !== 'singleSelect' && shown.type !== 'multipleSelect') return []
    return shown.settings.options.filter(({ name }) => isFoundIn(name, word)).map(({ id }) => optionToken(column.id, id))
  })
  if (!columns.some((column) => indexFormOf(schema, column)?.kind === 'members')) return options
  return [...options, ...[...schema.members.values()].filter(({ name }) => isFoundIn(name, word)).map(({ id }) => memberToken(id))]
}
