import { emptyChange } from '#shared/change/change.ts'
import type { OperationOutput } from '#shared/contract/engine.ts'
import { goOn, type ReadContext } from '../store/context.ts'
import type { WriteDb } from '../store/db.ts'
import { dropClassesOfGoneRows } from '../store/goneRows.ts'
import { leftovers, removeSqlColumn, removeSqlTable } from '../store/leftovers.ts'
import { dropSortKeys, sortKeys } from '../store/sortKeys.ts'
import { meta, sql } from '../store/sql.ts'
import { appendEntry, emptiedAt, noteEmptied } from './log.ts'
import { withoutRemovedValues } from './logCodec.ts'
import { listTrash } from './trash.ts'
import type { WriteContext } from './writeContext.ts'

/** What emptying the trash would take away for good, and how many steps could no longer be undone. */
export function weighTrash(context: ReadContext): OperationOutput<'trash.weigh'> {
  const items = listTrash(context)
  const count = (kind: (typeof items)[number]['kind']): number => items.filter((item) => item.kind === kind).length
  const [steps] = context.db.ids(
    sql`select count(*) from kebu_log where kind = 'do' and undone_by is null and source <> 'template' and id > ${emptiedAt(context.db)}`,
  )
  return {
    rows: items.reduce((sum, item) => sum + (item.kind === 'rows' ? item.count : 0), 0),
    tables: count('table'),
    columns: count('column'),
    views: count('view'),
    schemes: count('scheme'),
    steps: steps ?? 0,
  }
}

/**
 * Takes out of the file what was deleted: its columns, tables and links, and what the log kept of deleted rows. The
 * log still tells that it happened; nothing up to here can be undone.
 */
export function emptyTrash(context: WriteContext): OperationOutput<'trash.empty'> {
  const { db, schema } = context
  const weight = weighTrash(context)
  const left = leftovers(db)
  const total = left.tables.length + left.columns.length
  let done = 0
  for (const columnId of sortKeys(db).keys()) {
    const column = schema.columns.get(columnId)
    // SQLite drops no column that a trigger stands on.
    if (column === undefined || !schema.tables.has(column.tableId)) dropSortKeys(db, columnId)
  }
  for (const name of left.tables) {
    step(context, done++, total)
    removeSqlTable(db, name)
  }
  for (const column of left.columns) {
    step(context, done++, total)
    removeSqlColumn(db, column)
  }
  db.run(meta.deleteFrom('kebu_schema').where('deleted', '<>', 0))
  forgetRemoved(context)
  forgetLocks(context)
  noteEmptied(db, enter(db, context))
  return weight
}

function step(context: WriteContext, done: number, total: number): void {
  goOn(context)
  context.progress('writing', done, total)
}

/** Locks and kept classes of rows that nothing brings back, and of schemes and tables that are gone. */
function forgetLocks({ db, schema }: WriteContext): void {
  for (const schemeId of db.ids(sql`select scheme_id from kebu_class_lock union select scheme_id from kebu_class_kept`)) {
    const tableId = schema.schemes.get(schemeId)?.tableId
    const living = tableId !== undefined && schema.tables.has(tableId) ? tableId : null
    dropClassesOfGoneRows(db, schemeId, living)
  }
}

function forgetRemoved(context: WriteContext): void {
  const { db } = context
  for (const id of db.ids(sql`select id from kebu_log where summary not like '%"removed":0%' and id > ${emptiedAt(db)}`)) {
    goOn(context)
    const row = db.get(meta.selectFrom('kebu_log').select('change').where('id', '=', id))
    if (row === undefined) continue
    db.run(
      meta
        .updateTable('kebu_log')
        .set({ change: withoutRemovedValues(row.change) })
        .where('id', '=', id),
    )
  }
}

/** It is told in the history like everything that is done. */
function enter(db: WriteDb, { actorId, source, schema }: WriteContext): number {
  return appendEntry(db, {
    actor: actorId,
    source,
    operation: 'trash.empty',
    kind: 'do',
    target: null,
    schema,
    change: emptyChange,
    logged: { change: emptyChange, packed: [] },
  })
}
