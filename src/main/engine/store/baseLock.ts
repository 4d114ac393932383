import { realpathSync, rmSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import Database from 'better-sqlite3'
import { Failure } from '#shared/contract/failure.ts'
import { appError, withDetails } from '#shared/i18n/appError.ts'

/** The right to write to a base, held until released or until the process ends, however it ends. */
export type BaseLock = { release(): void }

/**
 * Takes the writer's lock of an existing base; throws `base.inUse` when another process, or another part of this one, holds it.
 *
 * The lock is the operating system's own, taken through SQLite on an empty file beside the base (`客户.kebu.lock`),
 * because SQLite knows how to lock on every system; it dies with its process, so a file left behind by a crash
 * locks nothing. Releasing removes the file.
 */
export function acquireBaseLock(basePath: string): BaseLock {
  const path = lockPathOf(basePath)
  const name = basename(basePath)
  for (let attempt = 0; attempt < 5; attempt++) {
    const lock = tryLock(path, name)
    if (lock === 'held') break
    if (lock !== 'replaced') return lock
  }
  throw new Failure(appError('base.inUse', { name }))
}

/** The lock's file; two names of one base (a link to it, say) share it. */
export function lockPathOf(basePath: string): string {
  return `${realpathSync.native(basePath)}.lock`
}

function tryLock(path: string, name: string): BaseLock | 'held' | 'replaced' {
  try {
    const file = new Database(path, { timeout: 0 })
    try {
      const opened = identityOf(path)
      file.exec('BEGIN EXCLUSIVE')
      // Its last holder may have removed the file after we opened it: then we hold a lock nobody else can see.
      if (opened !== null && opened === identityOf(path)) return { release: () => release(file, path) }
      file.close()
      return 'replaced'
    } catch (error) {
      file.close()
      if (isBusy(error)) return 'held'
      throw error
    }
  } catch (error) {
    throw new Failure(withDetails(appError('base.cannotWrite', { name }), error))
  }
}

function release(file: Database.Database, path: string): void {
  if (!file.open) return
  // A file in use cannot be removed on Windows, and must not be removed after its lock is gone elsewhere.
  if (process.platform !== 'win32') rmSync(path, { force: true })
  file.close()
  if (process.platform === 'win32') removeUnlessInUse(path)
}

function removeUnlessInUse(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // Somebody else has opened it meanwhile: it is theirs to remove.
  }
}

function identityOf(path: string): string | null {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false })
  return found === undefined ? null : `${found.dev}:${found.ino}`
}

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && (error.code.startsWith('SQLITE_BUSY') || error.code.startsWith('SQLITE_LOCKED'))
}
