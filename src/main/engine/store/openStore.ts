import { accessSync, constants, existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { Failure } from '#shared/contract/failure.ts'
import { appError, withDetails } from '#shared/i18n/appError.ts'
import { acquireBaseLock, type BaseLock } from './baseLock.ts'
import { connect, type Connection } from './db.ts'
import { applicationId, readFileHeader } from './fileHeader.ts'
import type { SqlFunction } from './functions.ts'
import { migrate } from './migrate.ts'
import { lookAsNow } from './olderForm.ts'
import { currentVersion } from './migrations/all.ts'
import { loadSchema } from './schema.ts'
import { asFailure } from './sqliteFailure.ts'

export type StoreMode =
  /** The one writer of the file; takes the lock. */
  | 'write'
  /** A reader beside the writer of the same program. */
  | 'reader'
  /** A base looked at without the right or the wish to change it. */
  | 'readOnly'

export type Store = { path: string; mode: StoreMode; connection: Connection; close(): void }

/** Makes an empty base. Refuses to replace a file; appears under its name only when it is complete. */
export function createStore(path: string): void {
  if (existsSync(path)) throw new Failure(appError('base.exists', { name: basename(path) }))
  const unfinished = join(dirname(path), `.${basename(path)}.${process.pid}.new`)
  try {
    writeFileSync(unfinished, '', { flag: 'wx' })
    const connection = connect(unfinished, { readOnly: false })
    try {
      connection.exec(`PRAGMA application_id = ${applicationId}`)
      migrate(connection, 0, currentVersion)
    } finally {
      connection.close()
    }
    renameSync(unfinished, path)
  } catch (error) {
    rmSync(unfinished, { force: true })
    if (error instanceof Error && 'code' in error && ['EACCES', 'EROFS', 'ENOENT', 'EPERM'].includes(String(error.code))) {
      throw new Failure(withDetails(appError('base.cannotWrite', { name: basename(path) }), error))
    }
    throw asFailure(error, path)
  }
}

/** Opens a base, after looking at it without changing it; brings an older file up to date behind a backup. */
export function openStore(path: string, mode: StoreMode, functions: readonly SqlFunction[] = []): Store {
  refuseForeign(path)
  if (mode === 'write') refuseUnwritable(path)
  const lock = mode === 'write' ? acquireBaseLock(path) : null
  let connection: Connection | null = null
  try {
    if (mode === 'write') lookWithoutTouching(path)
    connection = connect(path, { readOnly: mode !== 'write', functions })
    prepare(connection, mode)
    // Asked of the connection: a version that was committed may still stand in the log beside the file.
    const version = Number(connection.pragma('user_version'))
    if (version > currentVersion) throw newer(path, version)
    if (mode === 'write' && version < currentVersion) upgrade(connection, path, version)
    else if (version < currentVersion) lookAsNow(connection.db, version)
    return { path, mode, connection, close: closing(connection, lock, mode) }
  } catch (error) {
    connection?.close()
    lock?.release()
    throw asFailure(error, path)
  }
}

/** Looks at the file itself, before SQLite touches it. */
function refuseForeign(path: string): void {
  const name = basename(path)
  if (!existsSync(path)) throw new Failure(withDetails(appError('base.notFound', { name }), path))
  const header = readFileHeader(path)
  if (header.kind === 'truncated' && !hasLog(path)) {
    throw new Failure(withDetails(appError('base.damaged', { name }), 'file shorter than its header says'))
  }
  if (header.kind === 'empty' || header.kind === 'foreign') throw new Failure(withDetails(appError('base.notABase', { name }), header.kind))
  if (header.kind === 'base' && header.version > currentVersion) throw newer(path, header.version)
}

/** Reads what describes the base before anything is written: a damaged file stays as it was found. */
function lookWithoutTouching(path: string): void {
  const connection = connect(path, { readOnly: true })
  try {
    const version = Number(connection.pragma('user_version'))
    if (version > currentVersion) throw newer(path, version)
    loadSchema(connection.db)
  } finally {
    connection.close()
  }
}

function newer(path: string, version: number): Failure {
  return new Failure(withDetails(appError('base.newer', { name: basename(path) }), `version ${version}`))
}

/** A program killed while it folded the log into the file leaves the file short, and the log whole. */
function hasLog(path: string): boolean {
  return (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
}

function refuseUnwritable(path: string): void {
  try {
    // The mark itself counts too: an administrator could write the file, but somebody meant it to stay as it is.
    if ((statSync(path).mode & 0o222) === 0) throw new Error('marked read-only')
    accessSync(path, constants.W_OK)
  } catch (error) {
    throw new Failure(withDetails(appError('base.fileReadOnly', { name: basename(path) }), error))
  }
}

/**
 * FULL: an edit that was shown as saved survives a power cut, for the price of one sync a commit.
 * The cache is small because a page of rows needs little, and three connections share the memory.
 */
function prepare(connection: Connection, mode: StoreMode): void {
  if (mode === 'write') {
    connection.pragma('journal_mode = WAL')
    connection.pragma('synchronous = FULL')
    connection.pragma('wal_autocheckpoint = 4000')
  }
  connection.pragma(`cache_size = ${mode === 'write' ? -32_768 : -16_384}`)
  // The first read of a page of the file: damage shows here and not in the middle of the work.
  connection.pragma('schema_version')
}

/** Makes a copied file one that stands alone, as a closed base does: readable from a read-only disk. */
export function cleanCopy(path: string): void {
  const connection = connect(path, { readOnly: false })
  try {
    connection.pragma('journal_mode = DELETE')
  } finally {
    connection.close()
  }
}

function upgrade(connection: Connection, path: string, version: number): void {
  const backup = join(dirname(path), `${basename(path, '.kebu')}.v${version}-${Date.now()}.backup.kebu`)
  connection.backup(backup)
  migrate(connection, version, currentVersion)
}

/** While somebody else still reads, the log stays beside the file; the last one to close folds it in. */
function foldLog(connection: Connection): void {
  try {
    connection.pragma('journal_mode = DELETE')
  } catch (error) {
    if (!(error instanceof Database.SqliteError) || !error.code.startsWith('SQLITE_BUSY')) throw error
  }
}

function closing(connection: Connection, lock: BaseLock | null, mode: StoreMode): () => void {
  return () => {
    try {
      // Leaves one file behind, readable from a read-only disk.
      if (mode === 'write') foldLog(connection)
    } finally {
      connection.close()
      lock?.release()
    }
  }
}
