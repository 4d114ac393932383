import type { ClassCount } from '#shared/contract/classes.ts'
import { optionsOf } from '#shared/model/columns/selects.ts'
import { readIds } from '#shared/model/idList.ts'
import { targetTypeOf, type Scheme } from '#shared/model/scheme.ts'
import type { ReadContext } from '../context.ts'
import { filterSql } from '../records/filterSql.ts'
import { isWorking } from '../store/schemesAtWork.ts'
import { classCell } from './movesBetween.ts'
import { columnRef, sql, tableRef } from '../store/sql.ts'

/**
 * Rows in each class, in the order of the options, empty classes too; unclassified rows last, if there are any. Of a scheme
 * that stands still nobody can say any more whom it was for: all its rows count as meant.
 * A row with several tags counts for each.
 */
export function countClasses(context: ReadContext, scheme: Scheme): ClassCount[] {
  const target = context.schema.columns.get(scheme.targetColumnId)
  if (target?.type !== targetTypeOf(scheme.rule) || !context.schema.tables.has(scheme.tableId)) return []
  const scope = isWorking(context.schema, { ...scheme, enabled: true }) ? scheme.scope : null
  const groups = context.db.rows(sql`
    select ${columnRef(target.id, 'r')}, count(*), sum(${filterSql(context, scheme.tableId, scope, 'r')}) from ${tableRef(scheme.tableId)} r group by 1`)
  const options = optionsOf(target)
  const counts = new Map(options.map(({ id }) => [id, none]))
  let others = none
  for (const [cell, count, inScope] of groups) {
    const counted = { count: Number(count), inScope: Number(inScope) }
    const ids = readIds(classCell(cell)).filter((id) => counts.has(id))
    for (const id of ids) counts.set(id, sum(counts.get(id) ?? none, counted))
    if (ids.length === 0) others = sum(others, counted)
  }
  const classes = [...counts].map(([optionId, counted]) => ({ optionId, ...counted }))
  return others.count === 0 ? classes : [...classes, { optionId: null, ...others }]
}

type Counted = Pick<ClassCount, 'count' | 'inScope'>

const none: Counted = { count: 0, inScope: 0 }
const sum = (one: Counted, other: Counted): Counted => ({ count: one.count + other.count, inScope: one.inScope + other.inScope })
