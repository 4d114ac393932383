import type { Migration } from '#shared/contract/classHistory.ts'
import { Failure } from '#shared/contract/failure.ts'
import { appError } from '#shared/i18n/appError.ts'
import { localDay } from '#shared/lib/days.ts'
import { uidTime } from '#shared/lib/uidTime.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import { shownText, titleColumn } from '../../compute/shownText.ts'
import type { ReadContext } from '../../context.ts'
import { sql, tableRef, type RawBuilder } from '../../store/sql.ts'
import { numberOrNull } from '../numberOrNull.ts'
import { classesAt } from './classAt.ts'

type Span = { from: string; to: string }
type Asked = Span & { fromOptionId: number | 'fresh' | null; toOptionId: number | null; limit: number }

/** From class to class goes only what has one class at a time. */
function refuseTags({ rule, name }: Scheme): void {
  if (rule.kind === 'tags') throw new Failure(appError('scheme.noMigration', { name }))
}

/** How many rows went from which class to which between the ends of two days. */
export function migrationOf(context: ReadContext, scheme: Scheme, span: Span): Migration {
  refuseTags(scheme)
  const groups = context.db
    .rows(sql`select was, now, fresh, count(*) from (${bothDays(scheme, span)}) group by 1, 2, 3`)
    .map(([was, now, fresh, count]) => ({ fromOptionId: numberOrNull(was), toOptionId: numberOrNull(now), fresh: fresh === 1, count: Number(count) }))
  const stayed = groups.filter(({ fresh }) => !fresh)
  const fresh = new Map<number | null, number>()
  for (const group of groups) if (group.fresh) fresh.set(group.toOptionId, (fresh.get(group.toOptionId) ?? 0) + group.count)
  return {
    madeOn: schemeMadeOn(scheme),
    rows: stayed.reduce((sum, { count }) => sum + count, 0),
    cells: stayed.map(({ fromOptionId, toOptionId, count }) => ({ fromOptionId, toOptionId, count })),
    fresh: [...fresh].map(([toOptionId, count]) => ({ toOptionId, count })),
  }
}

/** The rows behind one number of the matrix. */
export function migrationRows(context: ReadContext, scheme: Scheme, asked: Asked): { rowId: number; title: string }[] {
  refuseTags(scheme)
  const title = titleColumn(context.schema, scheme.tableId)
  const shown = title === undefined ? sql`''` : shownText(context.schema, title, 'r')
  const { fromOptionId, toOptionId } = asked
  const where = fromOptionId === 'fresh' ? sql`b.fresh` : sql`not b.fresh and b.was is ${fromOptionId}`
  return context.db
    .rows(sql`
      select r.id, ${shown} from (${bothDays(scheme, asked)}) b join ${tableRef(scheme.tableId)} r on r.id = b.id
      where ${where} and b.now is ${toOptionId} order by r.id limit ${asked.limit}`)
    .map(([rowId, text]) => ({ rowId: Number(rowId), title: String(text ?? '') }))
}

/** Rows made until the second day, with their class on both; `fresh`: made after the first. */
function bothDays(scheme: Scheme, { from, to }: Span): RawBuilder<unknown> {
  return sql`select n.id as id, case when n.made > ${from} then null else w.class end as was, n.class as now, n.made > ${from} as fresh
    from (${classesAt(scheme, to)}) n join (${classesAt(scheme, from)}) w on w.id = n.id where n.made <= ${to}`
}

/** The day on which a scheme was made. */
export const schemeMadeOn = ({ uid }: Scheme): string => localDay(new Date(uidTime(uid)))
