import { z } from 'zod'
import type { ReadDb, WriteDb } from '../store/db.ts'
import { readSetting, writeSetting } from '../store/settings.ts'
import { meta } from '../store/sql.ts'

/**
 * Whether the base, but for this entry, is as it was before it: all that was done since is taken back, and nothing
 * derived was made anew meanwhile because a day turned. Taking the entry back then finds derived cells that stood
 * still since as they are to be.
 */
export function isUntouchedSince(db: ReadDb, entryId: number): boolean {
  const entry = db.get(meta.selectFrom('kebu_log').select('at').where('id', '=', entryId))
  const renewedAt = readSetting(db, renewedKey, z.string())
  if (entry === undefined || renewedAt === null || entry.at <= renewedAt) return false
  // What templates made is never offered to be taken back, and stays where it is.
  const later = meta.selectFrom('kebu_log').select('id').where('kind', '=', 'do').where('undone_by', 'is', null).where('id', '>', entryId)
  return db.get(later.limit(1)) === undefined
}

/** Says that derived cells are made anew now, without an entry in the log. */
export const noteRenewed = (db: WriteDb): void => writeSetting(db, renewedKey, new Date().toISOString())

const renewedKey = 'renewedAt'
