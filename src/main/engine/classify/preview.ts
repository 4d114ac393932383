import type { SchemePreview } from '#shared/contract/classes.ts'
import type { Option } from '#shared/model/option.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import type { ReadContext } from '../context.ts'
import { filterSql } from '../records/filterSql.ts'
import { columnRef, sql, tableRef } from '../store/sql.ts'
import { rank, type Classing } from './cuts.ts'
import { dueSql, schemeOn } from './dueSql.ts'
import { numberOrNull } from './numberOrNull.ts'
import { standingOf } from './standing.ts'

/** A scheme that may not be saved; `options` are its classes where they are changed with it. */
export type Draft = Classing & Pick<Scheme, 'targetColumnId'> & { options?: readonly Option[] }

/** What the draft would make of every row, counted in one pass. */
export function previewScheme(context: ReadContext, draft: Draft): SchemePreview {
  const cuts = rank(context, draft)?.cuts ?? null
  const due = dueSql(context, { ...draft, id: schemeOn(context.schema, draft.targetColumnId)?.id ?? null }, cuts, 'r')
  const inScope = filterSql(context, draft.tableId, draft.scope, 'r')
  const rows = context.db.rows(sql`
    select ${columnRef(draft.targetColumnId, 'r')}, ${due}, count(*), sum(${inScope})
    from ${tableRef(draft.tableId)} r group by 1, 2`)
  const groups = rows.map(([was, next, count, scoped]) => ({
    fromOptionId: numberOrNull(was),
    toOptionId: numberOrNull(next),
    count: Number(count),
    inScope: Number(scoped),
  }))
  const counts = new Map<number | null, number>()
  for (const { toOptionId, inScope: count } of groups) if (count > 0) counts.set(toOptionId, (counts.get(toOptionId) ?? 0) + count)
  const moves = groups
    .filter(({ fromOptionId, toOptionId }) => fromOptionId !== toOptionId)
    .map(({ fromOptionId, toOptionId, count }) => ({ fromOptionId, toOptionId, count }))
    .sort((left, right) => right.count - left.count)
  return {
    rows: groups.reduce((sum, group) => sum + group.inScope, 0),
    counts: [...counts].map(([optionId, count]) => ({ optionId, count })),
    moves,
    moved: moves.reduce((sum, move) => sum + move.count, 0),
    standing: standingOf(draft.rule, cuts, null),
  }
}
