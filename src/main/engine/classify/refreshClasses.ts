import { partsOfRule } from '#shared/model/scheme.ts'
import type { WriteContext } from '../context.ts'
import { differing, rank, readRanking, writeRanking, type Cuts, type Span } from './cuts.ts'
import { noteRun } from '../store/keptClasses.ts'
import { keepClasses, type KeepMode } from './keepClasses.ts'
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
  const asked = columns.map((column) => rankedFor(context, column, rowIds, why))
  const [keeping, plain] = [asked.filter(({ column }) => column.keeps), asked.filter(({ column }) => !column.keeps)]
  for (const each of keeping) for (const found of keptAndWritten(context, each, rowIds, why)) note(found)
  note(
    writeClasses(
      context,
      plain.filter(({ isBehind }) => !isBehind),
      { rowIds, span: null },
      why,
    ),
  )
  for (const each of plain) {
    if (each.others !== null)
      note(writeClasses(context, [each], each.others === 'all' ? { rowIds: null, span: null } : { rowIds: [], span: each.others }, why))
  }
  return { changed, ranksDue: asked.filter(({ isDue }) => isDue).map(({ column }) => column.columnId) }
}

/** A scheme that keeps classes asks its rule, or leaves that for its next run; then the cells are written from what is kept. */
function keptAndWritten(context: WriteContext, asked: Asked, rowIds: readonly number[] | null, why: ClassingCause): Map<number, readonly number[]>[] {
  const { column, cuts, others, isBehind } = asked
  if (isBehind && others === null) return []
  const scheme = schemeById(context.schema, column.schemeId)
  const mode = modeOf(column, why)
  const rows = others === null ? rowIds : null
  const kept = keepClasses(context, scheme, cuts, rows, mode, why)
  if (mode !== 'fill' && rows === null) noteRun(context.db, scheme.id, context.today)
  return [new Map([[column.columnId, kept]]), writeClasses(context, [asked], { rowIds: rows, span: null }, why)]
}

/** Between its runs a scheme only fills in. */
function modeOf(column: ClassColumn, why: ClassingCause): KeepMode {
  return why.modes.get(column.columnId) ?? (column.run === 'realTime' ? 'run' : 'fill')
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

function rankedFor(context: WriteContext, column: ClassColumn, rowIds: readonly number[] | null, why: ClassingCause): Asked {
  const asked = { column, cuts: null, others: null, isBehind: false, isDue: false }
  if (!column.rankBased) return asked
  const now = why.rankNow.includes(column.columnId)
  const known = readRanking(context.db, column.schemeId)
  // Between runs rows are filled in by the ranking of the last one.
  if (known !== null && column.keeps && modeOf(column, why) === 'fill') return { ...asked, cuts: known.cuts, isBehind: now }
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
