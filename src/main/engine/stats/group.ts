import type { OperationOutput, ParsedInput } from '#shared/contract/engine.ts'
import type { ReadContext } from '../context.ts'
import { join, sql, tableRef } from '../store/sql.ts'
import { dimensionSql } from './dimensionSql.ts'
import { measureSql } from './measureSql.ts'
import { columnOfTable, scopeSql } from './scopeSql.ts'

/** Numbers of rows grouped by one or two dimensions; `total` is the measure over all rows, each counted once. */
export function group(context: ReadContext, input: ParsedInput<'stats.group'>): OperationOutput<'stats.group'> {
  const { tableId } = input
  const dimensions = input.dimensions.map(({ columnId, unit }, place) =>
    dimensionSql(context.schema, columnOfTable(context, tableId, columnId), unit, 'r', place),
  )
  const measure = measureSql(context, tableId, input.measure, 'r')
  const where = scopeSql(context, input, 'r')
  const keys = dimensions.map((dimension) => dimension.key)
  const rows = context.db.rows(sql`
    select ${join(keys)}, ${measure}, count(*) from ${tableRef(tableId)} r ${join(
      dimensions.map((dimension) => dimension.join),
      ' ',
    )}
    where ${where} group by ${join(keys.map((_, index) => sql.raw(String(index + 1))))}`)
  const groups = rows.map((row) => ({
    keys: keys.map((_, index) => row[index] ?? null),
    value: Number(row[keys.length] ?? 0),
    count: Number(row[keys.length + 1] ?? 0),
  }))
  groups.sort((left, right) => {
    for (const [place, dimension] of dimensions.entries()) {
      const order = dimension.compare(left.keys[place] ?? null, right.keys[place] ?? null)
      if (order !== 0) return order
    }
    return 0
  })
  const [total] = context.db.rows(sql`select ${measure} from ${tableRef(tableId)} r where ${where}`)
  return { groups, total: Number(total?.[0] ?? 0) }
}
