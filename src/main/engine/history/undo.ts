import { Failure } from '#shared/contract/failure.ts'
import type { Change } from '#shared/change/change.ts'
import { appError } from '#shared/i18n/appError.ts'
import { goOn } from '../store/context.ts'
import type { ReadDb } from '../store/db.ts'
import { meta } from '../store/sql.ts'
import { nextRedo, nextUndo, summarySchema } from './log.ts'
import { decodeChange, inverseOf } from './logCodec.ts'
import type { Entry } from './transact.ts'
import type { WriteContext } from './writeContext.ts'

/** What an undo or redo has to do, piece by piece, and how it is entered in the log. */
export type StepPlan = { pieces: Iterable<Partial<Change>>; rows: number; entry: Omit<Entry, 'source'> & { target: number } }

export function undoPlan(db: ReadDb): StepPlan {
  const target = nextUndo(db)
  if (target === undefined) throw new Failure(appError('history.nothing'))
  return stepOf(db, { operation: target.operation, kind: 'undo', target: target.id })
}

export function redoPlan(db: ReadDb): StepPlan {
  const target = nextRedo(db)
  if (target === undefined) throw new Failure(appError('history.nothing'))
  return stepOf(db, { operation: target.operation, kind: 'redo', target: target.id })
}

/** Applies a plan; whoever waits sees how far it is, and may stop it. */
export function takeStep(context: WriteContext, { pieces, rows }: StepPlan): void {
  let done = 0
  for (const piece of pieces) {
    goOn(context)
    context.progress('writing', done, rows)
    context.apply(piece)
    for (const part of [...(piece.added ?? []), ...(piece.removed ?? []), ...(piece.updated ?? [])]) done += part.ids.length
  }
}

function stepOf(db: ReadDb, entry: StepPlan['entry']): StepPlan {
  const row = db.get(meta.selectFrom('kebu_log').select(['change', 'summary']).where('id', '=', entry.target))
  if (row === undefined) throw new Failure(appError('history.nothing'))
  const { added, updated, removed, label } = summarySchema.parse(JSON.parse(row.summary))
  return { pieces: inverseOf(row.change), rows: added + updated + removed, entry: label === undefined ? entry : { ...entry, label } }
}

export const changeOf = (db: ReadDb, entryId: number): Change => decodeChange(entryBytes(db, entryId))

/** The change of an entry as the log keeps it. */
export function entryBytes(db: ReadDb, entryId: number): Uint8Array {
  const row = db.get(meta.selectFrom('kebu_log').select('change').where('id', '=', entryId))
  if (row === undefined) throw new Failure(appError('history.nothing'))
  return row.change
}
