import { z } from 'zod'
import { createSearchIndex } from './store/ddl.ts'
import { inTransaction, type Connection, type ReadDb, type WriteDb } from './store/db.ts'
import type { Schema } from './store/schema.ts'
import { readSetting, writeSetting } from './store/settings.ts'
import { meta, searchName, tableName } from './store/sql.ts'
import { lastRowId, rowsBetween, rowWriter, type StaleWords } from './records/searchIndex.ts'

/** Tables whose search index is being made anew, up to which row it is, and up to which it will be (absent: the last). */
const dueSchema = z.array(z.object({ tableId: z.number(), upTo: z.number(), last: z.number().optional() }))
type Due = z.infer<typeof dueSchema>[number]
const dueKey = 'searchDue'

/** The form of the words: 2 has Han characters in their simplified form. */
const form = 2
const formKey = 'searchForm'

const dueOf = (db: ReadDb) => readSetting(db, dueKey, dueSchema) ?? []

/** Gives tables whose index has an older form, those in the trash too, an empty one of today's; filling it is due. */
export function prepareSearch(connection: Connection, schema: Schema): void {
  const { db } = connection
  const older = olderIndexes(db)
  const isOfToday = (readSetting(db, formKey, z.number()) ?? 1) >= form
  if (older.length === 0 && isOfToday) return
  inTransaction(connection, () => {
    for (const tableId of isOfToday ? older : [...older, ...tablesOf(db).filter((id) => !schema.tables.has(id))]) createSearchIndex(db, tableId)
    // Where only the words have another form, what is there is found until its turn comes.
    const due = isOfToday ? older.filter((tableId) => schema.tables.has(tableId)) : [...schema.tables.keys()]
    noteSearchDue(
      db,
      due.map((tableId) => ({ tableId, rowIds: null })),
    )
    writeSetting(db, formKey, form)
  })
}

/** The first form of the index had no place of its own for what names a row. */
function olderIndexes(db: ReadDb): number[] {
  const names = new Map(tablesOf(db).map((id) => [searchName(id), id]))
  return db.all(meta.selectFrom('sqlite_master').select(['name', 'sql']).where('type', '=', 'table')).flatMap(({ name, sql: text }) => {
    const tableId = names.get(name)
    return tableId === undefined || text?.includes('title, text') === true ? [] : [tableId]
  })
}

/** Every table, those in the trash too. */
const tablesOf = (db: ReadDb): number[] => db.all(meta.selectFrom('kebu_schema').select('id').where('kind', '=', 'table')).map(({ id }) => id)

/** Asks for the index of these rows (null: all of the table) to be made anew, as part of the write that made it stale. */
export function noteSearchDue(db: WriteDb, stale: readonly StaleWords[]): void {
  if (stale.length === 0) return
  const due = new Map(dueOf(db).map((each) => [each.tableId, each]))
  for (const words of stale) {
    const fresh = dueFor(words)
    const known = due.get(fresh.tableId)
    due.set(fresh.tableId, known === undefined ? fresh : both(known, fresh))
  }
  writeSetting(db, dueKey, [...due.values()])
}

/** The stretch from the first to the last of the rows. */
function dueFor({ tableId, rowIds }: StaleWords): Due {
  if (rowIds === null) return { tableId, upTo: 0 }
  const [first, last] = rowIds.reduce(([low, high], id) => [Math.min(low, id), Math.max(high, id)], [Infinity, 0])
  return { tableId, upTo: Math.max(0, first - 1), last }
}

function both(left: Due, right: Due): Due {
  const stretch = { tableId: left.tableId, upTo: Math.min(left.upTo, right.upTo) }
  return left.last === undefined || right.last === undefined ? stretch : { ...stretch, last: Math.max(left.last, right.last) }
}

const lastOf = (db: ReadDb, { tableId, last }: Due): number => Math.min(last ?? Infinity, lastRowId(db, tableId))

/** How far the making anew is, in rows; null when nothing is due. */
export function searchState(db: ReadDb, schema: Schema): { done: number; total: number } | null {
  const due = dueOf(db)
  const here = due.filter(({ tableId }) => schema.tables.has(tableId)).map((each) => ({ done: each.upTo, total: lastOf(db, each) }))
  return here.length === 0 ? null : { done: here.reduce((sum, { done }) => sum + done, 0), total: here.reduce((sum, { total }) => sum + total, 0) }
}

export const isSearchDue = (db: ReadDb): boolean => dueOf(db).length > 0

/**
 * Makes the next rows' words anew, in a transaction of its own; what was there is found meanwhile. Answers the table
 * whose index is whole with that.
 */
export function rebuildPortion(connection: Connection, schema: Schema): number | null {
  const { db } = connection
  const due = dueOf(db)
  const [first, ...others] = due
  if (first === undefined) return null
  const upTo = first.upTo + portion
  const isLast = !schema.tables.has(first.tableId) || upTo >= lastOf(db, first)
  inTransaction(connection, () => {
    if (schema.tables.has(first.tableId)) {
      const { tableId } = first
      const slice = rowsBetween(first.upTo, upTo)
      db.prepare(`delete from ${searchName(tableId)} where rowid in (select id from ${tableName(tableId)} where ${slice.text})`)(slice.parameters)
      rowWriter({ schema, db }, tableId, true)(slice)
    }
    writeSetting(db, dueKey, isLast ? others : [{ ...first, upTo }, ...others])
  })
  return isLast ? first.tableId : null
}

/** Small enough that an edit made meanwhile waits for no time one notices. */
const portion = 2000
