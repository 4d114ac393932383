import type { Column } from '#shared/model/column.ts'
import { sortsDue, writeSortsDue, type SortDue } from './records/sortIndex.ts'
import { inTransaction, type Connection, type WriteDb } from './store/db.ts'
import type { Schema } from './store/schema.ts'
import { dropSortKeys, finishSortKeys, keysRef, runLength, runsRef, storedKey } from './store/sortKeys.ts'
import { cellRef, idList, sql, tableRef, type RawBuilder } from './store/sql.ts'

/**
 * Goes on putting a column's texts in order, in a transaction of its own; meanwhile views sort without. Keys are made
 * run after run, in the order of ids, and the runs are merged from the first key to the last: both write at the end of
 * what is there, where putting each row in its place would write the whole again and again.
 */
export function sortPortion(connection: Connection, schema: Schema): void {
  const { db } = connection
  const [first, ...others] = sortsDue(db)
  if (first === undefined) return
  const column = schema.columns.get(first.columnId)
  inTransaction(connection, () => {
    if (column === undefined) dropSortKeys(db, first.columnId)
    const rest = column === undefined ? null : first.read < first.runs ? readRun(db, column, first) : mergePortion(db, column, first)
    writeSortsDue(db, rest === null ? others : [rest, ...others])
  })
}

/** Every so many keys of a run one is noted, by which portions of all runs are measured. */
const sampleEvery = 100

/** Keys noted apart stand in a run before the first. */
const sampleRun = sql.raw('-1')

function readRun(db: WriteDb, column: Column, due: SortDue): SortDue {
  const runs = runsRef(column.id)
  const table = tableRef(column.tableId)
  const [from, to] = [due.read * runLength, (due.read + 1) * runLength]
  db.run(sql`insert or ignore into ${runs} (run, key, id)
    select ${due.read}, ${storedKey(cellRef(column))}, id from ${table} where id >= ${from} and id < ${to} order by 2, 3`)
  db.run(sql`insert or ignore into ${runs} (run, key, id)
    select ${sampleRun}, key, id from (select key, id, row_number() over (order by key, id) as place from ${runs} where run = ${due.read})
    where place % ${sampleEvery} = 0`)
  // Where many rows were deleted, runs without one are passed over.
  const [next] = db.ids(sql`select coalesce(min(id), 0) from ${table} where id >= ${to}`)
  return { ...due, read: next === undefined || next === 0 ? due.runs : Math.min(due.runs, Math.floor(next / runLength)) }
}

/** The next keys of all runs go where they belong; null when these were the last. */
function mergePortion(db: WriteDb, column: Column, due: SortDue): SortDue | null {
  const runs = runsRef(column.id)
  const perPortion = runLength / sampleEvery
  const sample = (portions: number): RawBuilder<unknown> =>
    sql`select key, id from ${runs} where run = ${sampleRun} order by key, id limit 1 offset ${portions * perPortion - 1}`
  const isLast = db.rows(sample(due.merged + 1)).length === 0
  const above = due.merged === 0 ? sql`` : sql`and (r.key, r.id) > (${sample(due.merged)})`
  const upTo = isLast ? sql`` : sql`and (r.key, r.id) <= (${sample(due.merged + 1)})`
  // A row edited meanwhile is there already.
  db.run(sql`insert or ignore into ${keysRef(column.id)} (key, id)
    select r.key, r.id from ${idList([...Array(due.runs).keys()])} as n cross join ${runs} r
    where r.run = n.value ${above} ${upTo} order by 1, 2`)
  if (!isLast) return { ...due, merged: due.merged + 1 }
  finishSortKeys(db, column)
  return null
}
