import { partsOfRule } from '#shared/model/scheme.ts'
import type { WriteContext } from '../context.ts'
import { differing, rank, readRanking, writeRanking, type Cuts, type Span } from './cuts.ts'
import type { ClassColumn, ClassingCause, ClassRefresh } from './ports.ts'
import { schemeById } from './schemes.ts'
import { writeClasses } from './writeClasses.ts'

/** Up to this many rows in the table, ranking is a part of the edit that calls for it. */
const mostRankedAtOnce = 5000
/** A model takes longer to fit than rows to rank. Above this many rows edits are classed by the last fit; each day has its own. */
const mostFittedAtOnce = 300

/** Brings the classes of these rows (null: all) up to date and records the moves. */
export function refreshClasses(
  context: WriteContext,
  columns: readonly ClassColumn[],
  rowIds: readonly number[] | null,
  why: ClassingCause,
): ClassRefresh {
  const changed = new Map<number, readonly number[]>()
  const note = (found: ReadonlyMap<number, readonly number[]>): void => {
    for (const [columnId, rows] of found) changed.set(columnId, [...(changed.get(columnId) ?? []), ...rows])
  }
  const asked = columns.map((column) => rankedFor(context, column, rowIds, why.rankNow.includes(column.columnId)))
  note(
    writeClasses(
      context,
      asked.filter(({ isBehind }) => !isBehind),
      { rowIds, span: null },
      why,
    ),
  )
  for (const each of asked) {
    if (each.others !== null)
      note(writeClasses(context, [each], each.others === 'all' ? { rowIds: null, span: null } : { rowIds: [], span: each.others }, why))
  }
  return { changed, ranksDue: asked.filter(({ isDue }) => isDue).map(({ column }) => column.columnId) }
}

type Asked = {
  column: ClassColumn
  cuts: Cuts | null
  /** Rows beside the edited ones whom a new ranking moves. */
  others: Span | 'all' | null
  /** Only the ranking itself is behind: no row was edited. */
  isBehind: boolean
  /** The ranking waits for a write of its own. */
  isDue: boolean
}

function rankedFor(context: WriteContext, column: ClassColumn, rowIds: readonly number[] | null, now: boolean): Asked {
  const asked = { column, cuts: null, others: null, isBehind: false, isDue: false }
  if (!column.rankBased) return asked
  const known = readRanking(context.db, column.schemeId)
  const scheme = schemeById(context.schema, column.schemeId)
  const { fits } = partsOfRule(scheme.rule)
  const most = fits ? mostFittedAtOnce : mostRankedAtOnce
  const isSmall = known === null || known.rows <= most || rowIds === null || rowIds.length > most
  if (!isSmall) return { ...asked, cuts: known.cuts, isDue: !fits }
  const ranking = rank(context, scheme)
  if (ranking === null) return asked
  writeRanking(context, column.schemeId, ranking)
  // Everybody but the edited rows stands where the last cut points put them: only what lies between old and new moves.
  const others = known === null ? 'all' : differing(known.cuts, ranking.cuts)
  return { ...asked, cuts: ranking.cuts, others: rowIds === null && !now ? null : others, isBehind: now }
}
