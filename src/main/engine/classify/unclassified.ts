import type { Unclassified } from '#shared/contract/classes.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import { columnsOfRule, unclassifiedRows, unclassifiedWithAll, unclassifiedWithout } from '#shared/model/unclassified.ts'
import { shownText, titleColumn } from '../compute/shownText.ts'
import type { ReadContext } from '../context.ts'
import { filterSql } from '../records/filterSql.ts'
import { join, sql, tableRef } from '../store/sql.ts'
import { isWorking } from '../store/schemesAtWork.ts'

/** The rows that a scheme is for and could not class, and what was not filled in. */
export function unclassifiedOf(context: ReadContext, scheme: Scheme, limit: number): Unclassified {
  if (!isWorking(context.schema, scheme)) return { inScope: 0, rows: 0, complete: 0, inputs: [], list: [] }
  const table = tableRef(scheme.tableId)
  const meets = (filter: Parameters<typeof filterSql>[2]) => filterSql(context, scheme.tableId, filter, 'r')
  const columnIds = columnsOfRule(scheme)
  const lacks = columnIds.map((columnId) => meets(unclassifiedWithout(scheme, columnId)))
  const counted = [meets(scheme.scope), meets(unclassifiedRows(scheme)), meets(unclassifiedWithAll(scheme)), ...lacks]
  const [sums = []] = context.db.rows(sql`select ${join(counted.map((each) => sql`coalesce(sum(${each}), 0)`))} from ${table} r`)
  const [inScope = 0, rows = 0, complete = 0, ...counts] = sums.map(Number)
  const title = titleColumn(context.schema, scheme.tableId)
  const shown = title === undefined ? sql`''` : shownText(context.schema, title, 'r')
  const list = context.db.rows(
    sql`select r.id, ${join([shown, ...lacks])} from ${table} r where ${meets(unclassifiedRows(scheme))} order by r.id limit ${limit}`,
  )
  return {
    inScope,
    rows,
    complete,
    inputs: columnIds
      .map((columnId, index) => ({ columnId, count: counts[index] ?? 0 }))
      .filter(({ count }) => count > 0)
      .sort((one, other) => other.count - one.count),
    list: list.map(([rowId, text, ...empty]) => ({
      rowId: Number(rowId),
      title: String(text ?? ''),
      columnIds: columnIds.filter((_, index) => empty[index] === 1),
    })),
  }
}
