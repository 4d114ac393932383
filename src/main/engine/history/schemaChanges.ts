import type { SchemaChange } from '#shared/change/change.ts'
import { columnSchema, type Column } from '#shared/model/column.ts'
import { uniquesOf, tableSchema, type Table, type Unique } from '#shared/model/table.ts'
import { dropSortKeys } from '../store/sortKeys.ts'
import { createSqlColumn, createSqlTable, exchangeSqlColumns } from '../store/ddl.ts'
import type { ReadDb, WriteDb } from '../store/db.ts'
import { meta } from '../store/sql.ts'
import { createKeyIndex, dropKeyIndex } from '../store/uniqueIndex.ts'

/**
 * Writes down what came, changed or went. A thing that goes keeps its body and its SQL data,
 * so bringing it back is only taking the mark off again.
 */
export function applySchemaChanges(db: WriteDb, changes: readonly SchemaChange[]): void {
  for (const change of changes) {
    if (change.to === null) {
      db.run(meta.updateTable('kebu_schema').set({ deleted: 1 }).where('kind', '=', change.kind).where('id', '=', change.id))
      continue
    }
    if (!isKnown(db, change)) createStorage(db, change)
    if (change.kind === 'column' && change.keptAs !== undefined) changeType(db, change.from, change.to, change.keptAs)
    if (change.kind === 'table') dropKeyIndexes(db, change.from, change.to)
    const body = JSON.stringify(change.to)
    db.run(
      meta
        .insertInto('kebu_schema')
        .values({ kind: change.kind, id: change.id, body, deleted: 0 })
        .onConflict((conflict) => conflict.columns(['kind', 'id']).doUpdateSet({ body, deleted: 0 })),
    )
  }
  for (const change of changes) {
    if (change.kind === 'table' && change.to !== null) makeKeyIndexes(db, change.id)
    if (change.kind === 'column' && change.keptAs !== undefined && change.to !== null) makeKeyIndexes(db, change.to.tableId)
  }
}

/** Makes the indexes of a table's rules that are not there; those whose columns are gone wait for them. */
function makeKeyIndexes(db: WriteDb, tableId: number): void {
  const uniques = uniquesIn(db, tableId)
  if (uniques.length === 0) return
  const known = new Map(physicalColumns(db, tableId).map((column) => [column.id, column]))
  for (const { id, columnIds } of uniques) {
    const columns = columnIds.flatMap((columnId) => known.get(columnId) ?? [])
    if (columns.length === columnIds.length) createKeyIndex(db, tableId, id, columns)
  }
}

function uniquesIn(db: ReadDb, tableId: number): readonly Unique[] {
  const row = db.get(meta.selectFrom('kebu_schema').select('body').where('kind', '=', 'table').where('id', '=', tableId))
  return row === undefined ? [] : uniquesOf(tableSchema.parse(JSON.parse(row.body)))
}

/** Drops the indexes of rules that are there no more. */
function dropKeyIndexes(db: WriteDb, before: Table | null, after: Table): void {
  const kept = new Set(uniquesOf(after).map((unique) => unique.id))
  for (const unique of before === null ? [] : uniquesOf(before)) if (!kept.has(unique.id)) dropKeyIndex(db, unique.id)
}

/** The mark of cells that stand aside while their column has another type; neither live nor in the trash. */
const aside = 2

/**
 * The cells of the old type stand aside under another number, and those that stood there, if any, come back. What stands
 * aside is described like a column, so that rows deleted meanwhile take their old cells along.
 */
function changeType(db: WriteDb, from: Column | null, to: Column, keptAs: number): void {
  // Rules compare the new cells, each type in its own way: their indexes are made anew.
  for (const rule of uniquesIn(db, to.tableId)) if (rule.columnIds.includes(to.id)) dropKeyIndex(db, rule.id)
  // A trigger would follow its column to the new name.
  dropSortKeys(db, to.id)
  exchangeSqlColumns(db, to, keptAs)
  if (from === null) return
  const body = JSON.stringify({ ...from, id: keptAs })
  db.run(
    meta
      .insertInto('kebu_schema')
      .values({ kind: 'column', id: keptAs, body, deleted: aside })
      .onConflict((conflict) => conflict.columns(['kind', 'id']).doUpdateSet({ body, deleted: aside })),
  )
}

/** All columns that have SQL data in the table, those in the trash and those that stand aside too. */
export function physicalColumns(db: ReadDb, tableId: number): Column[] {
  return db
    .all(meta.selectFrom('kebu_schema').select('body').where('kind', '=', 'column'))
    .map((row) => columnSchema.parse(JSON.parse(row.body)))
    .filter((column) => column.tableId === tableId)
}

function isKnown(db: ReadDb, change: SchemaChange): boolean {
  const row = db.get(meta.selectFrom('kebu_schema').select('id').where('kind', '=', change.kind).where('id', '=', change.id))
  return row !== undefined
}

function createStorage(db: WriteDb, change: SchemaChange): void {
  if (change.to === null) return
  if (change.kind === 'table') createSqlTable(db, change.id)
  if (change.kind === 'column') createSqlColumn(db, change.to)
}
