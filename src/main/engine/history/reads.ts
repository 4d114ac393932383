import type { OperationOutput, ParsedInput } from '#shared/contract/engine.ts'
import type { LogEntry, TrashItem } from '#shared/contract/history.ts'
import type { ReadContext } from '../store/context.ts'
import { idList, meta, sql, tableRef } from '../store/sql.ts'
import { changeOf } from './undo.ts'
import { historyState, sourceSchema, summarySchema } from './log.ts'

export function readState(context: ReadContext): OperationOutput<'history.state'> {
  return historyState(context.db)
}

/** What was done, newest first. Undoing shows as a mark on the entry it undid, not as an entry. */
export function listEntries(context: ReadContext, input: ParsedInput<'history.list'>): LogEntry[] {
  let query = meta
    .selectFrom('kebu_log')
    .select(['id', 'at', 'actor', 'source', 'operation', 'summary', 'undone_by'])
    .where('kind', '=', 'do')
    .orderBy('id', 'desc')
    .limit(input.limit)
  if (input.beforeId !== null) query = query.where('id', '<', input.beforeId)
  return context.db.all(query).map((row) => ({
    id: row.id,
    at: row.at,
    actorId: row.actor,
    source: sourceSchema.parse(row.source),
    operation: row.operation,
    summary: summarySchema.parse(JSON.parse(row.summary)),
    undone: row.undone_by !== null,
  }))
}

/** The most entries of the log looked through for the trash. */
const trashDepth = 500

/** Rows, columns, views and tables that were deleted and are still gone, newest first. */
export function listTrash(context: ReadContext): TrashItem[] {
  const entries = context.db.all(
    meta
      .selectFrom('kebu_log')
      .select(['id', 'at', 'summary'])
      .where('undone_by', 'is', null)
      .where('kind', '!=', 'undo')
      .where((where) =>
        where.or([where('summary', 'not like', '%"removed":0%'), where('operation', 'in', ['tables.delete', 'columns.delete', 'views.delete'])]),
      )
      .orderBy('id', 'desc')
      .limit(trashDepth),
  )
  return entries.flatMap((entry) => {
    const change = changeOf(context.db, entry.id)
    const rows = change.removed.flatMap((removed): TrashItem[] => {
      if (!context.schema.tables.has(removed.tableId)) return []
      const back = new Set(context.db.ids(sql`select id from ${tableRef(removed.tableId)} where id in ${idList(removed.ids)}`))
      const gone = removed.ids.filter((id) => !back.has(id))
      if (gone.length === 0) return []
      const title = removed.columns.find((column) => column.columnId === context.schema.tables.get(removed.tableId)?.primaryColumnId)
      const titles = gone.slice(0, 5).map((id) => String(title?.values[removed.ids.indexOf(id)] ?? ''))
      return [{ kind: 'rows', entryId: entry.id, at: entry.at, tableId: removed.tableId, count: gone.length, titles }]
    })
    const things = change.schema.flatMap((item): TrashItem[] => {
      if (item.to !== null || item.from === null) return []
      const base = { entryId: entry.id, at: entry.at, id: item.id, name: item.from.name }
      if (item.kind === 'table' && !context.schema.tables.has(item.id)) return [{ kind: 'table', ...base, tableId: null }]
      // What went with its table comes back with it.
      if (item.kind === 'column' && !context.schema.columns.has(item.id) && context.schema.tables.has(item.from.tableId)) {
        return [{ kind: 'column', ...base, tableId: item.from.tableId }]
      }
      if (item.kind === 'view' && !context.schema.views.has(item.id) && context.schema.tables.has(item.from.tableId)) {
        return [{ kind: 'view', ...base, tableId: item.from.tableId }]
      }
      return []
    })
    return [...rows, ...things]
  })
}
