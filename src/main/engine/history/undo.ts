import { Failure } from '#shared/contract/failure.ts'
import type { Change } from '#shared/change/change.ts'
import { invert } from '#shared/change/invert.ts'
import { appError } from '#shared/i18n/appError.ts'
import type { ReadDb } from '../store/db.ts'
import { meta } from '../store/sql.ts'
import { nextRedo, nextUndo } from './log.ts'
import { decodeChange } from './logCodec.ts'
import type { Entry } from './transact.ts'

/** What an undo has to do: the inverse change, and how it is entered in the log. */
export function undoPlan(db: ReadDb): { change: Change; entry: Omit<Entry, 'source'> } {
  const target = nextUndo(db)
  if (target === undefined) throw new Failure(appError('history.nothing'))
  return { change: invert(changeOf(db, target.id)), entry: { operation: target.operation, kind: 'undo', target: target.id } }
}

export function redoPlan(db: ReadDb): { change: Change; entry: Omit<Entry, 'source'> } {
  const target = nextRedo(db)
  if (target === undefined) throw new Failure(appError('history.nothing'))
  return { change: invert(changeOf(db, target.id)), entry: { operation: target.operation, kind: 'redo', target: target.id } }
}

export function changeOf(db: ReadDb, entryId: number): Change {
  const row = db.get(meta.selectFrom('kebu_log').select('change').where('id', '=', entryId))
  if (row === undefined) throw new Failure(appError('history.nothing'))
  return decodeChange(row.change)
}
