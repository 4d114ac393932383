import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Failure } from '#shared/contract/failure.ts'
import { snapshotSettingsSchema, type Snapshot, type SnapshotSettings } from '#shared/contract/snapshots.ts'
import { appError, withDetails } from '#shared/i18n/appError.ts'
import type { ReadContext } from '../store/context.ts'
import { readSetting } from '../store/settings.ts'

export const settingsKey = 'snapshots'

/** Until the owner says otherwise none is taken by schedule, and they stand beside the base. */
export const settingsOf = ({ db }: Pick<ReadContext, 'db'>): SnapshotSettings =>
  readSetting(db, settingsKey, snapshotSettingsSchema) ?? { daily: false, keepDays: 14, folder: null }

/** `客户.snapshots` beside `客户.kebu`, or where the owner chose. */
export function folderOf(context: Pick<ReadContext, 'db' | 'path'>): string {
  return settingsOf(context).folder ?? join(dirname(context.path), `${baseName(context.path)}.snapshots`)
}

export const baseName = (path: string): string => basename(path).replace(/\.kebu$/iu, '')

/** `2026-11-26 120533 月底对账前.kebu`, `2026-11-26 090102~daily.kebu` */
export function fileNameOf(at: string, name: string, isDaily: boolean): string {
  const moment = `${at.slice(0, 10)} ${at.slice(11, 19).replaceAll(':', '')}`
  const safe = name.replace(/[\\/:*?"<>|~\p{Cc}]/gu, ' ').trim()
  return `${moment}${isDaily ? '~daily' : safe === '' ? '' : ` ${safe}`}.kebu`
}

const pattern = /^(?<day>\d{4}-\d{2}-\d{2}) (?<h>\d{2})(?<m>\d{2})(?<s>\d{2})(?<daily>~daily)?(?: (?<name>.*?))?(?:~\d+)?\.kebu$/u

/** What a file's name says of it; null when it is none of ours. */
export function readFileName(file: string): Omit<Snapshot, 'bytes'> | null {
  const parts = pattern.exec(file)?.groups
  if (parts === undefined) return null
  const { day = '', h = '', m = '', s = '', daily, name = '' } = parts
  return { file, at: `${day}T${h}:${m}:${s}`, name, isDaily: daily !== undefined }
}

/** Newest first; a folder that is not there yet holds none. */
export function snapshotsIn(folder: string): Snapshot[] {
  if (!existsSync(folder)) return []
  return inFolder(folder, () =>
    readdirSync(folder)
      .flatMap((file) => readFileName(file) ?? [])
      .map((snapshot) => ({ ...snapshot, bytes: statSync(join(folder, snapshot.file), { throwIfNoEntry: false })?.size ?? 0 }))
      .toSorted((one, other) => (one.file < other.file ? 1 : -1)),
  )
}

/** Where a snapshot lies: a name alone, so that no path leads out of the folder. */
export function pathOf(context: Pick<ReadContext, 'db' | 'path'>, file: string): string {
  const path = join(folderOf(context), basename(file))
  if (readFileName(file) === null || !existsSync(path)) throw new Failure(appError('snapshot.notFound', { name: basename(file) }))
  return path
}

/** The folder beside the base is made when it is needed; one that the owner chose has to be there. */
export function preparedFolder(context: Pick<ReadContext, 'db' | 'path'>): string {
  const folder = folderOf(context)
  if (settingsOf(context).folder === null) inFolder(folder, () => mkdirSync(folder, { recursive: true }))
  else if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) throw new Failure(appError('snapshot.noFolder', { folder }))
  return folder
}

/** Says what went wrong with a folder or a file in it as a sentence. */
export function inFolder<Value>(folder: string, work: () => Value): Value {
  try {
    return work()
  } catch (error) {
    throw folderFailure(folder, error)
  }
}

export function folderFailure(folder: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error
  const code = String(error.code)
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_WRITE')
    return new Failure(withDetails(appError('snapshot.diskFull'), error))
  if (code === 'ENOENT' || code === 'ENOTDIR') return new Failure(withDetails(appError('snapshot.noFolder', { folder }), error))
  // A copy in the making says of a disk that refuses no more than that.
  if (/^(EACCES|EPERM|EROFS|EIO|EFBIG|SQLITE_CANTOPEN|SQLITE_READONLY|SQLITE_IOERR)/u.test(code))
    return new Failure(withDetails(appError('snapshot.cannotWrite', { folder }), error))
  return error
}
