import { z } from 'zod'
import type { KeptRows } from '#shared/change/change.ts'
import { isSameKept, type KeptClass } from '#shared/model/keptClass.ts'
import type { ReadDb, WriteDb } from './db.ts'
import { readSetting, writeSetting } from './settings.ts'
import { idList, sql, tableRef, type RawBuilder } from './sql.ts'

/**
 * Writes what rows keep, where they still have what the change began with, and answers these: an undo leaves alone what a
 * run moved meanwhile. They stand beside the rows, and stay when a row goes to the trash.
 */
export function writeKept(db: WriteDb, rows: KeptRows): KeptRows {
  const read = db.prepareRows('select option_id, against, counted from kebu_class_kept where scheme_id = ? and row_id = ?')
  const give = db.prepare('insert or replace into kebu_class_kept (scheme_id, row_id, option_id, against, counted) values (?, ?, ?, ?, ?)')
  const take = db.prepare('delete from kebu_class_kept where scheme_id = ? and row_id = ?')
  const { schemeId } = rows
  const written = rows.ids.flatMap((id, index) => {
    const [now] = read([schemeId, id])
    if (!isSameKept(now === undefined ? null : keptFrom(now), rows.from[index] ?? null)) return []
    const kept = rows.to[index] ?? null
    if (kept === null) take([schemeId, id])
    else give([schemeId, id, kept.optionId, kept.against, kept.counted])
    return [index]
  })
  if (written.length === rows.ids.length) return rows
  const at = <Item>(items: readonly Item[]): Item[] => written.flatMap((index) => items.slice(index, index + 1))
  return { ...rows, ids: at(rows.ids), from: at(rows.from), to: at(rows.to) }
}

/** What a row keeps. */
export const keptOf = (db: ReadDb, schemeId: number, rowId: number): KeptClass | null =>
  keptWhere(db, schemeId, sql`row_id = ${rowId}`).get(rowId) ?? null

/** What rows keep of these classes. */
export const keptIn = (db: ReadDb, schemeId: number, optionIds: readonly number[]): Map<number, KeptClass> =>
  keptWhere(db, schemeId, sql`option_id in ${idList(optionIds)}`)

/** What rows keep that are not in their table now. */
export const keptInTrash = (db: ReadDb, schemeId: number, tableId: number): Map<number, KeptClass> =>
  keptWhere(db, schemeId, sql`row_id not in (select id from ${tableRef(tableId)})`)

/** What rows keep, by their ids. */
function keptWhere(db: ReadDb, schemeId: number, where: RawBuilder<unknown>): Map<number, KeptClass> {
  const rows = db.rows(sql`select row_id, option_id, against, counted from kebu_class_kept where scheme_id = ${schemeId} and ${where}`)
  return new Map(rows.map(([rowId, ...kept]) => [Number(rowId), keptFrom(kept)]))
}

const keptFrom = ([optionId, against, counted]: readonly unknown[]): KeptClass => ({
  optionId: Number(optionId),
  against: Number(against),
  counted: typeof counted === 'string' ? counted : null,
})

/** Rows that wait for further runs before they go down. */
export function waitingRows(db: ReadDb, schemeId: number): number[] {
  return db.ids(sql`select row_id from kebu_class_kept where scheme_id = ${schemeId} and against > 0`)
}

/** The day of a scheme's last run. */
export const lastRunOf = (db: ReadDb, schemeId: number): string | null => readSetting(db, settingOf(schemeId), z.string())

export const noteRun = (db: WriteDb, schemeId: number, day: string): void => writeSetting(db, settingOf(schemeId), day)

const settingOf = (schemeId: number): string => `schemeRun.${schemeId}`
