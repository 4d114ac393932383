import type { LockedRows } from '#shared/change/change.ts'
import type { ClassLock } from '#shared/model/classLock.ts'
import type { ReadDb, WriteDb } from './db.ts'
import { idList, meta, sql } from './sql.ts'

/**
 * Classes that people gave rows by hand. They stand beside the rows and stay when a row goes to the trash, so that it
 * comes back with them; a lock that has run out stays too, until it is taken back or another is given.
 */
export function writeLocks(db: WriteDb, { schemeId, ids, to }: LockedRows): void {
  const give = db.prepare(
    'insert or replace into kebu_class_lock (scheme_id, row_id, option_id, reason, until, actor, at) values (?, ?, ?, ?, ?, ?, ?)',
  )
  const take = db.prepare('delete from kebu_class_lock where scheme_id = ? and row_id = ?')
  ids.forEach((id, index) => {
    const lock = to[index] ?? null
    if (lock === null) take([schemeId, id])
    else give([schemeId, id, lock.optionId, lock.reason, lock.until, lock.by, lock.at])
  })
}

/** Whether any row was ever locked: schemes without locks ask nothing more. */
export function hasLocks(db: ReadDb, schemeId: number): boolean {
  return db.prepareIds('select exists (select 1 from kebu_class_lock where scheme_id = ?)')([schemeId])[0] === 1
}

/** The locks of these rows, in force or not. */
export function locksOf(db: ReadDb, schemeId: number, rowIds: readonly number[]): Map<number, ClassLock> {
  const rows = db.all(
    meta
      .selectFrom('kebu_class_lock')
      .selectAll()
      .where('scheme_id', '=', schemeId)
      .where(sql<boolean>`row_id in ${idList(rowIds)}`),
  )
  return new Map(rows.map((row) => [row.row_id, { optionId: row.option_id, reason: row.reason, until: row.until, by: row.actor, at: row.at }]))
}

/** The locks in these classes, in force or not. */
export function locksIn(db: ReadDb, schemeId: number, optionIds: readonly number[]): Map<number, ClassLock> {
  return locksOf(db, schemeId, db.ids(sql`select row_id from kebu_class_lock where scheme_id = ${schemeId} and option_id in ${idList(optionIds)}`))
}

/** The rows whose locks ran out between two days, or are in force again where the clock was put back. */
export function ranOut(db: ReadDb, schemeId: number, lastDay: string | null, today: string): number[] {
  const [from, to] = lastDay !== null && lastDay > today ? [today, lastDay] : [lastDay, today]
  const since = from === null ? sql`1` : sql`until >= ${from}`
  return db.ids(sql`select row_id from kebu_class_lock where scheme_id = ${schemeId} and until < ${to} and ${since}`)
}
