import type { AddedRows, Change, LinkPairs, Place, ReorderedPairs, RestampedRows, UpdatedCells } from '#shared/change/change.ts'
import { linkPairs } from '#shared/change/squash.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'
import { newUid, uidBytes, uidText } from '../store/uid.ts'
import type { ReadDb, WriteDb } from '../store/db.ts'
import { rangesOf } from '../store/idRuns.ts'
import { isDerived, isStamp } from '../store/schema.ts'
import { columnName, columnRef, idList, linkName, linkRef, nameRef, join, placeName, sql, tableName, tableRef } from '../store/sql.ts'
import { writeKept } from '../store/keptClasses.ts'
import { writeLocks } from '../store/classLocks.ts'
import { applySchemaChanges, physicalColumns } from './schemaChanges.ts'

/** Stamps for rows that do not bring their own. */
export type Stamp = { at: string; by: number | null }

/** Rows are removed some thousands at a time, so that what they held is never all in memory. */
const removedAtOnce = 10_000

/**
 * Applies a change to the file and tells, piece by piece, what really happened: removed rows with their values and
 * their links, pairs that were not there before or stood elsewhere; that is what the log keeps and undo inverts.
 */
export function applyChange(db: WriteDb, change: Partial<Change>, stamp: Stamp, happened: (piece: Partial<Change>) => void): void {
  const arrivals = (change.schema ?? []).filter((item) => item.to !== null)
  const departures = (change.schema ?? []).filter((item) => item.to === null)
  applySchemaChanges(db, arrivals)
  happened({ unlinked: (change.unlinked ?? []).map((pairs) => unlink(db, pairs)).filter(hasPairs) })
  for (const rows of change.removed ?? []) {
    const columns = physicalColumns(db, rows.tableId)
    for (let from = 0; from < rows.ids.length; from += removedAtOnce) {
      happened(remove(db, rows.tableId, rows.ids.slice(from, from + removedAtOnce), columns))
    }
  }
  for (const rows of change.added ?? []) insert(db, rows, stamp)
  for (const cells of change.updated ?? []) update(db, cells)
  for (const rows of change.restamped ?? []) restamp(db, rows)
  const linked = (change.linked ?? []).map((pairs) => link(db, pairs)).filter(hasPairs)
  const reordered = (change.reordered ?? []).map((pairs) => reorder(db, pairs)).filter(hasPairs)
  for (const rows of change.locked ?? []) writeLocks(db, rows)
  const kept = (change.kept ?? []).map((rows) => writeKept(db, rows)).filter(({ ids }) => ids.length > 0)
  applySchemaChanges(db, departures)
  const { schema = [], added = [], updated = [], restamped = [], locked = [] } = change
  happened({ schema, added, updated, restamped, linked, reordered, locked, kept })
}

/** Takes rows out with the pairs that hold them, and answers what they were. */
function remove(db: WriteDb, tableId: number, ids: readonly number[], columns: readonly Column[]): Pick<Change, 'removed' | 'unlinked'> {
  const unlinked = unlinkRows(db, columns, ids).filter(hasPairs)
  const kept = columns.filter((column) => !isStamp(column) && !isDerived(column))
  const removed = [capture(db, tableId, ids, kept)]
  db.run(sql`delete from ${tableRef(tableId)} where id in ${idList(ids)}`)
  return { unlinked, removed }
}

function insert(db: WriteDb, rows: AddedRows, stamp: Stamp): void {
  const names = ['id', 'uid', 'created_at', 'created_by', 'updated_at', 'updated_by', ...rows.columns.map((column) => columnName(column.columnId))]
  const run = db.prepare(`insert into ${tableName(rows.tableId)} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`)
  const stamps = rows.stamps
  rows.ids.forEach((id, index) => {
    const uid = rows.uids[index]
    run([
      id,
      uid === undefined ? newUid() : uidBytes(uid),
      stamps?.createdAt[index] ?? stamp.at,
      stamps === undefined ? stamp.by : (stamps.createdBy[index] ?? null),
      stamps?.updatedAt[index] ?? stamp.at,
      stamps === undefined ? stamp.by : (stamps.updatedBy[index] ?? null),
      ...rows.columns.map((column) => column.values[index] ?? null),
    ])
  })
}

function update(db: WriteDb, { tableId, columnId, ids, to }: UpdatedCells): void {
  writeEach(db, tableId, [columnName(columnId)], ids, (index) => [to[index] ?? null])
}

function restamp(db: WriteDb, { tableId, ids, to }: RestampedRows): void {
  writeEach(db, tableId, ['updated_at', 'updated_by'], ids, (index) => [to.at[index] ?? null, to.by[index] ?? null])
}

/** Fewer rows that get the same are written one by one. */
const fewAlike = 50

/** Writes values into rows: where many get the same, by one statement for all of them. */
function writeEach(db: WriteDb, tableId: number, names: readonly string[], ids: readonly number[], valuesAt: (index: number) => CellValue[]): void {
  const text = `update ${tableName(tableId)} set ${names.map((name) => `${name} = ?`).join(', ')} where id`
  const one = db.prepare(`${text} = ?`)
  const range = db.prepare(`${text} between ? and ?`)
  const listed = db.prepare(`${text} in (select value from json_each(?))`)
  for (let from = 0; from < ids.length;) {
    const values = valuesAt(from)
    let end = from + 1
    while (end < ids.length && valuesAt(end).every((value, at) => value === values[at])) end += 1
    const alike = end - from < fewAlike ? null : ids.slice(from, end)
    const ranges = alike === null ? null : rangesOf(alike)
    if (ranges !== null) for (const [first, last] of ranges) range([...values, first, last])
    else if (alike !== null) listed([...values, JSON.stringify(alike)])
    else for (let index = from; index < end; index += 1) one([...values, ids[index] ?? null])
    from = end
  }
}

function link(db: WriteDb, { linkId, a, b, places }: LinkPairs): LinkPairs {
  const run = db.prepare(`insert or ignore into ${linkName(linkId)} (a, b, oa, ob) values (?, ?, ?, ?)`)
  const made = pairsAt(a, b).filter((pair) => run([pair.a, pair.b, places?.a[pair.at] ?? null, places?.b[pair.at] ?? null]) > 0)
  return linkPairs(
    linkId,
    made.map((pair) => ({ ...pair, state: { a: places?.a[pair.at] ?? null, b: places?.b[pair.at] ?? null } })),
  )
}

function unlink(db: WriteDb, { linkId, a, b }: LinkPairs): LinkPairs {
  const run = db.prepareRows(`delete from ${linkName(linkId)} where a = ? and b = ? returning oa, ob`)
  return linkPairs(
    linkId,
    pairsAt(a, b).flatMap((pair) => run([pair.a, pair.b]).map(([oa = null, ob = null]) => ({ ...pair, state: { a: placeOf(oa), b: placeOf(ob) } }))),
  )
}

function reorder(db: WriteDb, pairs: ReorderedPairs): ReorderedPairs {
  const run = db.prepare(`update ${linkName(pairs.linkId)} set ${placeName(pairs.side)} = ? where a = ? and b = ?`)
  const moved = pairsAt(pairs.a, pairs.b).filter(({ a, b, at }) => run([pairs.to[at] ?? null, a, b]) > 0)
  if (moved.length === pairs.a.length) return pairs
  return {
    ...pairs,
    a: moved.map(({ a }) => a),
    b: moved.map(({ b }) => b),
    from: moved.map(({ at }) => pairs.from[at] ?? null),
    to: moved.map(({ at }) => pairs.to[at] ?? null),
  }
}

function pairsAt(as: readonly number[], bs: readonly number[]): { a: number; b: number; at: number }[] {
  return as.flatMap((a, at) => {
    const b = bs[at]
    return b === undefined ? [] : [{ a, b, at }]
  })
}

const placeOf = (value: CellValue): Place => (typeof value === 'number' ? value : null)

function unlinkRows(db: WriteDb, columns: readonly Column[], ids: readonly number[]): LinkPairs[] {
  return columns
    .filter((column) => column.type === 'link')
    .map((column) => {
      const { linkId, side } = column.settings
      const found = db.rows(sql`select a, b, oa, ob from ${linkRef(linkId)} where ${nameRef(side)} in ${idList(ids)}`)
      db.run(sql`delete from ${linkRef(linkId)} where ${nameRef(side)} in ${idList(ids)}`)
      return linkPairs(
        linkId,
        found.map(([a, b, oa = null, ob = null]) => ({ a: Number(a), b: Number(b), state: { a: placeOf(oa), b: placeOf(ob) } })),
      )
    })
}

/** Rows with everything that cannot be derived again, as the log keeps them. */
function capture(db: ReadDb, tableId: number, ids: readonly number[], columns: readonly Column[]): AddedRows {
  const selected = [sql.raw('id, hex(uid), created_at, created_by, updated_at, updated_by'), ...columns.map((column) => columnRef(column.id))]
  const rows = db.rows(sql`select ${join(selected)} from ${tableRef(tableId)} where id in ${idList(ids)} order by id`)
  const at = (index: number): CellValue[] => rows.map((row) => row[index] ?? null)
  return {
    tableId,
    ids: at(0).map(Number),
    uids: at(1).map((value) => uidText(String(value))),
    stamps: { createdAt: at(2).map(String), createdBy: at(3).map(memberOrNull), updatedAt: at(4).map(String), updatedBy: at(5).map(memberOrNull) },
    columns: columns
      .map((column, index) => ({ columnId: column.id, values: at(index + 6) }))
      .filter((column) => column.values.some((value) => value !== null)),
  }
}

const memberOrNull = (value: CellValue): number | null => (typeof value === 'number' ? value : null)

const hasPairs = (pairs: LinkPairs | ReorderedPairs): boolean => pairs.a.length > 0
