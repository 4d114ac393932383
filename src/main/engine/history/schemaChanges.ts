import type { SchemaChange } from '#shared/change/change.ts'
import { columnSchema, type Column } from '#shared/model/column.ts'
import { createSqlColumn, createSqlTable } from '../store/ddl.ts'
import type { ReadDb, WriteDb } from '../store/db.ts'
import { meta } from '../store/sql.ts'

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
    const body = JSON.stringify(change.to)
    db.run(
      meta
        .insertInto('kebu_schema')
        .values({ kind: change.kind, id: change.id, body, deleted: 0 })
        .onConflict((conflict) => conflict.columns(['kind', 'id']).doUpdateSet({ body, deleted: 0 })),
    )
  }
}

/** All columns that have SQL data in the table, those in the trash too. */
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
