import { z } from 'zod'
import type { OperationOutput, ParsedInput } from '#shared/contract/engine.ts'
import { Failure } from '#shared/contract/failure.ts'
import { appError } from '#shared/i18n/appError.ts'
import { displayColumn } from '#shared/model/columns/display.ts'
import type { Filter } from '#shared/model/filter.ts'
import type { ReadContext } from '../store/context.ts'
import { idList, join, sql, tableRef, type RawBuilder } from '../store/sql.ts'
import { keySql } from '../store/uniqueIndex.ts'
import { keptByRule } from './keepRule.ts'
import { cellsOf } from './page.ts'
import { whereSql } from './rowList.ts'

/** Which rows are compared, and in which columns. */
export type DuplicateScope = { tableId: number; columnIds: readonly number[]; filter: Filter | null; search: string }

/** The most rows of a group that are named, and those of them whose cells are shown. */
const mostNamed = 500
const mostShown = 20

export function findDuplicates(context: ReadContext, input: ParsedInput<'rows.duplicates'>): OperationOutput<'rows.duplicates'> {
  const groups = context.db.rows(
    sql`select json_group_array(id), count(*) from (select r.id, ${named(context, input, 'r')} ${rowsOf(context, input)} order by r.id)
      group by ${places(input)} having count(*) > 1 order by min(id) limit ${input.limit} offset ${input.offset}`,
  )
  const ids = groups.map((row) => idsSchema.parse(JSON.parse(String(row[0]))))
  const kept = keptByRule(context, input.tableId, ids, input.keep)
  const found = groups.flatMap((row, at) => {
    const [keepId, rowIds = []] = [kept[at], ids[at]]
    return keepId === undefined ? [] : [{ rowIds: rowIds.slice(0, mostNamed), count: Number(row[1]), keepId, shown: shownOf(rowIds, keepId) }]
  })
  const asked = found.flatMap(({ shown }) => shown)
  const cells = input.cellColumnIds.length === 0 ? null : cellsOf(context, input.tableId, input.cellColumnIds, asked)
  const withCells = (shown: readonly number[]) => (cells === null ? [] : shown.map((id) => ({ id, cells: cells.get(id) ?? [] })))
  return { groups: found.map(({ shown, ...group }) => ({ ...group, rows: withCells(shown) })), ...duplicateCounts(context, input) }
}

/** The first rows, and the one that stays though it comes later. */
function shownOf(rowIds: readonly number[], keepId: number): number[] {
  const first = rowIds.slice(0, mostShown)
  return first.includes(keepId) ? first : [...first, keepId]
}

/** How many groups there are, and how many rows in them. */
export function duplicateCounts(context: ReadContext, scope: DuplicateScope): { groupCount: number; rowCount: number } {
  const [row] = context.db.rows(
    sql`select count(*), coalesce(sum(n), 0) from (select count(*) as n ${rowsOf(context, scope)} group by ${join(keysOf(context, scope, 'r'))} having count(*) > 1)`,
  )
  return { groupCount: Number(row?.[0] ?? 0), rowCount: Number(row?.[1] ?? 0) }
}

/** Every group, as the ids of its rows. */
export function* eachGroup(context: ReadContext, scope: DuplicateScope): Generator<number[]> {
  const groups = context.db.rows(
    sql`select json_group_array(id) from (select r.id, ${named(context, scope, 'r')} ${rowsOf(context, scope)} order by r.id)
      group by ${places(scope)} having count(*) > 1`,
  )
  for (const row of groups) yield idsSchema.parse(JSON.parse(String(row[0]))).sort((left, right) => left - right)
}

/** One pass over the table, however many rows are asked about. */
export function markDuplicates(context: ReadContext, input: ParsedInput<'rows.duplicateMarks'>): OperationOutput<'rows.duplicateMarks'> {
  const scope = { ...input, filter: null, search: '' }
  const rows = sql`select ${named(context, scope, 'r')} ${rowsOf(context, scope)}`
  const rowIds = context.db.ids(
    sql`with mine as (select r.id, ${named(context, scope, 'r')} ${rowsOf(context, scope)} and r.id in ${idList(input.rowIds)})
      select id from mine where (${places(scope)}) in (select ${places(scope)} from (${rows})
      where (${places(scope)}) in (select ${places(scope)} from mine) group by ${places(scope)} having count(*) > 1) order by id`,
  )
  return { rowIds }
}

const idsSchema = z.array(z.number())

/** `from … where …` over the rows whose cells are all filled. */
function rowsOf(context: ReadContext, scope: DuplicateScope): RawBuilder<unknown> {
  const filled = keysOf(context, scope, 'r').map((key) => sql`${key} is not null`)
  return sql`from ${tableRef(scope.tableId)} r where ${join(filled, ' and ')} and ${whereSql(context, scope.tableId, scope, 'r')}`
}

function keysOf(context: ReadContext, { tableId, columnIds }: DuplicateScope, alias: string): RawBuilder<unknown>[] {
  return columnIds.map((id) => {
    const column = context.schema.columns.get(id)
    if (column === undefined || column.tableId !== tableId) throw new Failure(appError('column.notFound'))
    return keySql(column, displayColumn(column, context.schema.columns), alias)
  })
}

/** The keys under names of their own: a column may be compared as it is stored, under its own name. */
function named(context: ReadContext, scope: DuplicateScope, alias: string): RawBuilder<unknown> {
  return join(keysOf(context, scope, alias).map((key, at) => sql`${key} as ${sql.ref(`k${at}`)}`))
}

const places = ({ columnIds }: DuplicateScope): RawBuilder<unknown> => join(columnIds.map((_, at) => sql.ref(`k${at}`)))
