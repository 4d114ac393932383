import type { LockedRows } from '#shared/change/change.ts'
import type { ClassLock } from '#shared/model/classLock.ts'
import { readIds } from '#shared/model/idList.ts'
import type { ReadDb, WriteDb } from './db.ts'
import type { MetaTables } from './metaTables.ts'
import { idList, meta, sql } from './sql.ts'

/**
 * Classes that people gave rows by hand. They stand beside the rows and stay when a row goes to the trash, so that it
 * comes back with them; a lock that has run out stays too, until it is taken back or another is given.
 */
export function writeLocks(db: WriteDb, { schemeId, ids, to }: LockedRows): void {
  const give = db.prepare(
    'insert or replace into kebu_class_lock (scheme_id, row_id, option_id, option_ids, reason, until, actor, at) values (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const take = db.prepare('delete from kebu_class_lock where scheme_id = ? and row_id = ?')
  ids.forEach((id, index) => {
    const lock = to[index] ?? null
    if (lock === null) take([schemeId, id])
    else
      give([
        schemeId,
        id,
        lock.optionId,
        lock.optionIds === undefined ? null : JSON.stringify(lock.optionIds),
        lock.reason,
        lock.until,
        lock.by,
        lock.at,
      ])
  })
}

/** Whether any row was ever locked: schemes without locks ask nothing more. */
export function hasLocks(db: ReadDb, schemeId: number): boolean {
  return schemesWithLocks(db, [schemeId]).has(schemeId)
}

/** Those of these schemes of which any row was ever locked. */
export function schemesWithLocks(db: ReadDb, schemeIds: readonly number[]): ReadonlySet<number> {
  const find = db.prepareIds('select value from json_each(?) where exists (select 1 from kebu_class_lock where scheme_id = value)')
  return new Set(find([JSON.stringify(schemeIds)]))
}

/** The locks of these rows, in force or not. */
export function locksOf(db: ReadDb, schemeId: number, rowIds: readonly number[]): Map<number, ClassLock> {
  if (rowIds.length === 0) return new Map()
  const rows = db.all(
    meta
      .selectFrom('kebu_class_lock')
      .selectAll()
      .where('scheme_id', '=', schemeId)
      .where(sql<boolean>`row_id in ${idList(rowIds)}`),
  )
  return new Map(rows.map((row) => [row.row_id, lockFrom(row)]))
}

function lockFrom(row: MetaTables['kebu_class_lock']): ClassLock {
  const said = { reason: row.reason, until: row.until, by: row.actor, at: row.at }
  return row.option_ids === null ? { optionId: row.option_id, ...said } : { optionId: null, optionIds: readIds(row.option_ids), ...said }
}

/** The locks in these classes, or with these tags, in force or not. */
export function locksIn(db: ReadDb, schemeId: number, optionIds: readonly number[]): Map<number, ClassLock> {
  const asked = idList(optionIds)
  const rowIds = db.ids(sql`select row_id from kebu_class_lock where scheme_id = ${schemeId}
    and (option_id in ${asked} or exists (select 1 from json_each(option_ids) where value in ${asked}))`)
  return locksOf(db, schemeId, rowIds)
}

/** The rows whose locks ran out between two days, or are in force again where the clock was put back. */
export function ranOut(db: ReadDb, schemeId: number, lastDay: string | null, today: string): number[] {
  const [from, to] = lastDay !== null && lastDay > today ? [today, lastDay] : [lastDay, today]
  const since = from === null ? sql`1` : sql`until >= ${from}`
  return db.ids(sql`select row_id from kebu_class_lock where scheme_id = ${schemeId} and until < ${to} and ${since}`)
}
