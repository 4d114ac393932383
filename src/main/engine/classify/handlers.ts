import { Failure } from '#shared/contract/failure.ts'
import type { OperationOutput } from '#shared/contract/engine.ts'
import { appError } from '#shared/i18n/appError.ts'
import { isInForce } from '#shared/model/classLock.ts'
import { keepsClasses, runOf, type Scheme } from '#shared/model/scheme.ts'
import type { ReadContext, WriteContext } from '../context.ts'
import type { Handlers } from '../handlers.ts'
import { lastRunOf, noteRun } from '../store/keptClasses.ts'
import { locksOf } from '../store/classLocks.ts'
import { columnRef, sql, tableRef } from '../store/sql.ts'
import { isWorking } from '../store/schemesAtWork.ts'
import { classedSince } from './classedSince.ts'
import { coverOptions } from './coverOptions.ts'
import { countClasses } from './countClasses.ts'
import { rank, readRanking } from './cuts.ts'
import { dueSql } from './dueSql.ts'
import { distributionOf, rfmPointsOf } from './distribution.ts'
import { evenBounds } from './evenBounds.ts'
import { explain } from './explain.ts'
import { keptDecisions } from './keepClasses.ts'
import { lockRows, unlockRows } from './lockRows.ts'
import { latestMoves } from './moves.ts'
import { moveGroups } from './moveGroups.ts'
import { previewRows, previewScheme, type Draft } from './preview.ts'
import { refuseCircle } from './refuseCircle.ts'
import { createScheme, deleteScheme, refuseUnfit, schemeById, updateScheme } from './schemes.ts'
import { standingOf } from './standing.ts'
import { unclassifiedOf } from './unclassified.ts'

type Operations =
  | 'classes.explain'
  | 'classes.standing'
  | 'classes.unclassified'
  | 'classes.moves'
  | 'classes.moveGroups'
  | 'classes.movesOfRow'
  | 'classes.lock'
  | 'classes.unlock'
  | 'classes.counts'
  | 'classes.since'
  | 'schemes.preview'
  | 'schemes.previewRows'
  | 'schemes.distribution'
  | 'schemes.evenBounds'
  | 'schemes.rfmPoints'
  | 'schemes.create'
  | 'schemes.update'
  | 'schemes.coverOptions'
  | 'schemes.delete'
  | 'schemes.run'

export const classHandlers: Handlers<Operations> = {
  'classes.explain': (context, { tableId, rowId, schemeId }) => {
    const table = context.schema.tables.get(tableId)
    if (table === undefined) throw new Failure(appError('table.notFound'))
    const [row] = context.db.ids(sql`select id from ${tableRef(tableId)} where id = ${rowId}`)
    if (row === undefined) throw new Failure(appError('row.notFound'))
    const schemes = [...context.schema.schemes.values()].filter(
      (scheme) => scheme.tableId === tableId && (schemeId === undefined || scheme.id === schemeId),
    )
    return schemes.flatMap((scheme) => explain(context, scheme, rowId) ?? [])
  },
  'classes.standing': (context, { schemeId }) => {
    const scheme = schemeById(context.schema, schemeId)
    const lastRun = runOf(scheme) === 'realTime' ? null : lastRunOf(context.db, schemeId)
    return standingOf(scheme.rule, readRanking(context.db, schemeId)?.cuts ?? null, lastRun)
  },
  'classes.unclassified': (context, { schemeId, limit }) => unclassifiedOf(context, schemeById(context.schema, schemeId), limit),
  'classes.moveGroups': (context, { schemeId, limit, each }) => {
    const scheme = schemeById(context.schema, schemeId)
    return context.schema.tables.has(scheme.tableId) ? moveGroups(context, scheme, limit, each) : []
  },
  'classes.moves': (context, { schemeId, limit }) => {
    const scheme = schemeById(context.schema, schemeId)
    return context.schema.tables.has(scheme.tableId) ? latestMoves(context, schemeId, scheme.tableId, limit, null) : []
  },
  'classes.movesOfRow': (context, { tableId, rowId, limit }) => {
    if (!context.schema.tables.has(tableId)) throw new Failure(appError('table.notFound'))
    const schemes = [...context.schema.schemes.values()].filter((scheme) => scheme.tableId === tableId)
    const moves = schemes.flatMap((scheme) => latestMoves(context, scheme.id, tableId, limit, rowId))
    return moves.sort((left, right) => right.at.localeCompare(left.at)).slice(0, limit)
  },
  'classes.lock': lockRows,
  'classes.unlock': unlockRows,
  'classes.counts': (context, { schemeId }) => countClasses(context, schemeById(context.schema, schemeId)),
  'classes.since': (context, { schemeId }) => ({ day: classedSince(context, schemeById(context.schema, schemeId)) }),
  'schemes.preview': (context, draft) => previewScheme(context, fitting(context, draft)),
  'schemes.previewRows': (context, { limit, fromOptionId, toOptionId, ...draft }) =>
    previewRows(context, fitting(context, draft), { from: fromOptionId, to: toOptionId }, limit),
  'schemes.evenBounds': (context, { columnId, bands }) => evenBounds(context, columnId, bands),
  'schemes.distribution': (context, draft) => distributionOf(context, fitting(context, draft)),
  'schemes.rfmPoints': (context, { limit, ...draft }) => rfmPointsOf(context, fitting(context, draft), limit),
  'schemes.create': createScheme,
  'schemes.update': updateScheme,
  'schemes.coverOptions': (context, { schemeId }) => coverOptions(context, schemeId),
  'schemes.delete': (context, { schemeId }) => {
    deleteScheme(context, schemeId)
    return { schemeId }
  },
  'schemes.run': (context, { schemeId }) => runSchemes(context, schemeId),
}

/** A draft that could be saved as it is. */
const fitting = <Asked extends Draft>({ schema }: ReadContext, draft: Asked): Asked => refuseCircle(schema, refuseUnfit(schema, draft))

/** Counts the rows that stand in a wrong class and, if there are any, has the write that follows class all rows anew. */
function runSchemes(context: WriteContext, schemeId: number | null): OperationOutput<'schemes.run'> {
  const asked = schemeId === null ? [...context.schema.schemes.values()] : [schemeById(context.schema, schemeId)]
  let moved = 0
  for (const scheme of asked.filter((known) => isWorking(context.schema, known))) {
    const wrong = keepsClasses(scheme) ? countKept(context, scheme) : countWrong(context, scheme)
    // Touching the scheme makes its column stale as a whole; the refresh of this write does the rest.
    if (wrong > 0 && !keepsClasses(scheme)) context.apply({ schema: [{ kind: 'scheme', id: scheme.id, from: scheme, to: scheme }] })
    moved += wrong
  }
  return { moved }
}

/** Rows that a run now would move; a run that only counts downgrades is one too. */
function countKept(context: WriteContext, scheme: Scheme): number {
  const decisions = keptDecisions(context, scheme, rank(context, scheme)?.cuts ?? null, null, 'run')
  if (decisions.length > 0) context.apply({ schema: [{ kind: 'scheme', id: scheme.id, from: scheme, to: scheme }] })
  else noteRun(context.db, scheme.id, context.today)
  const moved = decisions.filter(({ from, to }) => from?.optionId !== to?.optionId)
  const locked = locksOf(
    context.db,
    scheme.id,
    moved.map(({ rowId }) => rowId),
  )
  const isLocked = (rowId: number): boolean => {
    const lock = locked.get(rowId)
    return lock !== undefined && isInForce(lock, context.today)
  }
  return moved.filter(({ rowId }) => !isLocked(rowId)).length
}

function countWrong(context: ReadContext, scheme: Scheme): number {
  const due = dueSql(context, scheme, rank(context, scheme)?.cuts ?? null, 'r')
  const [row] = context.db.ids(sql`select count(*) from ${tableRef(scheme.tableId)} r where ${columnRef(scheme.targetColumnId, 'r')} is not ${due}`)
  return row ?? 0
}
