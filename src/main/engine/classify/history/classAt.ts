import { addDays, type Day } from '#shared/lib/days.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import { columnRef, sql, tableRef, type RawBuilder } from '../../store/sql.ts'

/** The end of a local day as the log counts time (UTC). */
export function endOfDay(day: Day): string {
  const [year = 0, month = 1, date = 1] = addDays(day, 1).split('-').map(Number)
  return new Date(year, month - 1, date).toISOString()
}

/**
 * Every row of the table with its class at the end of a day: what it left with its first move after it, else what it has.
 * `id`, `made` (the day the row was made) and `class`.
 */
export function classesAt(scheme: Scheme, day: Day): RawBuilder<unknown> {
  return sql`select r.id as id, substr(r.created_at, 1, 10) as made,
      case when m.row_id is null then ${columnRef(scheme.targetColumnId, 'r')} else m.from_option end as class
    from ${tableRef(scheme.tableId)} r left join (
      select row_id, from_option, min(id) from kebu_class_move where scheme_id = ${scheme.id} and at >= ${endOfDay(day)} group by row_id
    ) m on m.row_id = r.id`
}

/** The same of one tag: `has`, what is left of it by the first line about it after the day, else what the row has. */
export function tagAt(scheme: Scheme, day: Day, tag: number): RawBuilder<unknown> {
  const cell = columnRef(scheme.targetColumnId, 'r')
  return sql`select r.id as id, substr(r.created_at, 1, 10) as made,
      case when m.row_id is null then exists (select 1 from json_each(${cell}) where value = ${tag}) else m.from_option is ${tag} end as has
    from ${tableRef(scheme.tableId)} r left join (
      select row_id, from_option, min(id) from kebu_class_move
      where scheme_id = ${scheme.id} and at >= ${endOfDay(day)} and (from_option = ${tag} or to_option = ${tag}) group by row_id
    ) m on m.row_id = r.id`
}
