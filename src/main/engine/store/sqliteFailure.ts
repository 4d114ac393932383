import Database from 'better-sqlite3'
import { basename } from 'node:path'
import type { AppError } from '#shared/contract/error.ts'
import { Failure } from '#shared/contract/failure.ts'
import { appError, withDetails } from '#shared/i18n/appError.ts'

/** Tells a person what a failure of the file means; anything that is not one is passed on. */
export function asFailure(error: unknown, path: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error
  const meaning = meaningOf(error.code, basename(path))
  return meaning === null ? error : new Failure(withDetails(meaning, `${error.code}: ${error.message}`))
}

function meaningOf(code: string, name: string): AppError | null {
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return appError('base.inUse', { name })
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return appError('base.damaged', { name })
  if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_WRITE') return appError('base.diskFull')
  if (code.startsWith('SQLITE_READONLY')) return appError('base.fileReadOnly', { name })
  if (code.startsWith('SQLITE_CANTOPEN')) return appError('base.cannotWrite', { name })
  return null
}
