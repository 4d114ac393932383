import type { OperationOutput, ParsedInput } from '#shared/contract/engine.ts'
import { columnsOfFilter } from '#shared/model/filter.ts'
import type { ReadContext } from '../store/context.ts'
import { groupSql } from './groupSql.ts'
import { groupStatistics, type GroupStatistics } from './groupStatistics.ts'
import { keepWhileUnchanged } from './keptWhile.ts'
import { whereSql } from './rowList.ts'
import { searchedColumns } from './searchIndex.ts'

type Input = ParsedInput<'rows.subtotals'>

/** What is said of groups, by their keys. Counted for all groups at once when first asked for, then only looked up. */
export function readSubtotals(context: ReadContext, input: Input): OperationOutput<'rows.subtotals'> {
  const levels = keptSubtotals(context, input)
  return input.keys
    .map((key) => levels.map((level) => level.get(key)).find((values) => values !== undefined) ?? null)
    .map((values) => [...(values ?? [])])
}

/** Of the views last looked at. */
const kept = keepWhileUnchanged<GroupStatistics[]>(4)

function keptSubtotals(context: ReadContext, input: Input): GroupStatistics[] {
  const { tableId, query, statistics } = input
  // How rows and groups are ordered does not matter here.
  const groups = query.groups.map(({ columnId, unit, step }) => ({ columnId, unit, step }))
  const key = JSON.stringify([tableId, query.filter, query.search, groups, statistics, context.today, context.actorId])
  return kept(context, tableId, columnsRead(context, input), key, () => subtotalsOf(context, input))
}

function subtotalsOf(context: ReadContext, { tableId, query, statistics }: Input): GroupStatistics[] {
  const where = whereSql(context, tableId, query, 'r')
  const keys = query.groups.flatMap((group) => {
    const column = context.schema.columns.get(group.columnId)
    return column === undefined ? [] : [groupSql(context.schema, column, group, 'r').key]
  })
  return keys.map((_, depth) => groupStatistics(context, tableId, keys.slice(0, depth + 1), where, statistics))
}

function columnsRead(context: ReadContext, { tableId, query, statistics }: Input): number[] {
  return [
    ...columnsOfFilter(query.filter),
    ...query.groups.map(({ columnId }) => columnId),
    ...statistics.map(({ columnId }) => columnId),
    ...(query.search.trim() === '' ? [] : searchedColumns(context.schema, tableId).map((column) => column.id)),
  ]
}
