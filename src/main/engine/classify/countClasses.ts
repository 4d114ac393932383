import type { ClassCount } from '#shared/contract/classes.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import type { ReadContext } from '../context.ts'
import { filterSql } from '../records/filterSql.ts'
import { isWorking } from '../store/schemesAtWork.ts'
import { columnRef, sql, tableRef } from '../store/sql.ts'

/**
 * Rows in each class, in the order of the options, empty classes too; unclassified rows last, if there are any. Of a scheme
 * that stands still nobody can say any more whom it was for: all its rows count as meant.
 */
export function countClasses(context: ReadContext, scheme: Scheme): ClassCount[] {
  const target = context.schema.columns.get(scheme.targetColumnId)
  if (target?.type !== 'singleSelect' || !context.schema.tables.has(scheme.tableId)) return []
  const scope = isWorking(context.schema, { ...scheme, enabled: true }) ? scheme.scope : null
  const groups = context.db.rows(sql`
    select ${columnRef(target.id, 'r')}, count(*), sum(${filterSql(context, scheme.tableId, scope, 'r')}) from ${tableRef(scheme.tableId)} r group by 1`)
  const known = new Map(groups.map(([id, count, inScope]) => [id ?? null, { count: Number(count), inScope: Number(inScope) }]))
  const options = target.settings.options.map(({ id }) => ({ optionId: id, ...(known.get(id) ?? none) }))
  const ids = new Set<unknown>(options.map(({ optionId }) => optionId))
  const others = [...known].flatMap(([id, counted]) => (ids.has(id) ? [] : [counted])).reduce(sum, none)
  return others.count === 0 ? options : [...options, { optionId: null, ...others }]
}

type Counted = Pick<ClassCount, 'count' | 'inScope'>

const none: Counted = { count: 0, inScope: 0 }
const sum = (one: Counted, other: Counted): Counted => ({ count: one.count + other.count, inScope: one.inScope + other.inScope })
