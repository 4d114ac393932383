import type { SchemePreview } from '#shared/contract/classes.ts'
import type { CellValue } from '#shared/model/cell.ts'
import { readIds } from '#shared/model/idList.ts'
import type { Option } from '#shared/model/option.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import type { ReadContext } from '../context.ts'
import { shownText, titleColumn } from '../compute/shownText.ts'
import { filterSql } from '../records/filterSql.ts'
import { columnRef, sql, tableRef, type RawBuilder } from '../store/sql.ts'
import { rank, type Classing, type Cuts } from './cuts.ts'
import { dueSql, schemeOn } from './dueSql.ts'
import { classCell, movesBetween, type Step } from './movesBetween.ts'
import { standingOf } from './standing.ts'

/** A scheme that may not be saved; `options` are its classes where they are changed with it. */
export type Draft = Classing & Pick<Scheme, 'targetColumnId'> & { options?: readonly Option[] }

/** What the draft would make of every row, counted in one pass. */
export function previewScheme(context: ReadContext, draft: Draft): SchemePreview {
  const cuts = rank(context, draft)?.cuts ?? null
  const due = draftDueSql(context, draft, cuts)
  const inScope = filterSql(context, draft.tableId, draft.scope, 'r')
  const rows = context.db.rows(sql`
    select ${columnRef(draft.targetColumnId, 'r')}, ${due}, count(*), sum(${inScope})
    from ${tableRef(draft.tableId)} r group by 1, 2`)
  const groups = rows.map(([was, next, count, scoped]) => ({
    from: classCell(was),
    to: classCell(next),
    count: Number(count),
    inScope: Number(scoped),
  }))
  const counts = new Map<number | null, number>()
  for (const { to, inScope: count } of groups) {
    for (const id of classesIn(to)) if (count > 0) counts.set(id, (counts.get(id) ?? 0) + count)
  }
  const moved = groups.filter(({ from, to }) => from !== to)
  const steps = moved.flatMap(({ from, to, count }) => movesBetween(from, to).map((step) => ({ ...step, count })))
  return {
    rows: groups.reduce((sum, group) => sum + group.inScope, 0),
    counts: [...counts].map(([optionId, count]) => ({ optionId, count })),
    moves: summed(steps),
    moved: moved.reduce((sum, { count }) => sum + count, 0),
    standing: standingOf(draft.rule, cuts, null),
  }
}

/** The rows that would take one step, the oldest first. */
export function previewRows(context: ReadContext, draft: Draft, asked: Step, limit: number): { rowId: number; title: string }[] {
  const title = titleColumn(context.schema, draft.tableId)
  const shown = title === undefined ? sql`''` : shownText(context.schema, title, 'r')
  const was = columnRef(draft.targetColumnId, 'r')
  const due = draftDueSql(context, draft, rank(context, draft)?.cuts ?? null)
  const isTags = draft.rule.kind === 'tags'
  // A tag is one of several in its cell: those who step are found among all whose cell would change.
  const where = isTags ? sql`${was} is not ${due}` : sql`${was} is ${asked.from} and ${due} is ${asked.to}`
  const rows = context.db.rows(sql`
    select r.id, ${shown}, ${was}, ${due} from ${tableRef(draft.tableId)} r
    where ${where} order by r.id ${isTags ? sql`` : sql`limit ${limit}`}`)
  const takes = (from: CellValue, to: CellValue): boolean => movesBetween(from, to).some((step) => step.from === asked.from && step.to === asked.to)
  return rows
    .filter(([, , from, to]) => !isTags || takes(classCell(from), classCell(to)))
    .slice(0, limit)
    .map(([rowId, text]) => ({ rowId: Number(rowId), title: String(text ?? '') }))
}

/** The class that the draft gives a row. */
const draftDueSql = (context: ReadContext, draft: Draft, cuts: Cuts | null): RawBuilder<unknown> =>
  dueSql(context, { ...draft, id: schemeOn(context.schema, draft.targetColumnId)?.id ?? null }, cuts, 'r')

/** The classes a cell tells: one, or several tags; null where it tells none. */
const classesIn = (cell: CellValue): (number | null)[] => (cell === null ? [null] : readIds(cell))

/** The same steps together, most first: those of one tag come from rows whose other tags differ. */
function summed(steps: readonly (Step & { count: number })[]): SchemePreview['moves'] {
  const moves = new Map<string, SchemePreview['moves'][number]>()
  for (const { from, to, count } of steps) {
    const key = `${from} ${to}`
    moves.set(key, { fromOptionId: from, toOptionId: to, count: (moves.get(key)?.count ?? 0) + count })
  }
  return [...moves.values()].sort((left, right) => right.count - left.count)
}
