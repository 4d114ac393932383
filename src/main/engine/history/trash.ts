import type { SchemaChange } from '#shared/change/change.ts'
import type { OperationOutput, ParsedInput } from '#shared/contract/engine.ts'
import type { TrashItem } from '#shared/contract/history.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { ReadContext } from '../store/context.ts'
import type { Schema } from '../store/schema.ts'
import { idList, meta, sql, tableRef } from '../store/sql.ts'
import { emptiedAt, summarySchema } from './log.ts'
import { removedOf, schemaOf, type RemovedRows } from './logCodec.ts'
import { entryBytes } from './undo.ts'

/** The most entries of the log looked through for the trash. */
const trashDepth = 500
const titlesShown = 5

/** Rows, columns, views, schemes and tables that were deleted and are still gone, newest first. */
export function listTrash(context: ReadContext): TrashItem[] {
  const { db, schema } = context
  const entries = db.all(
    meta
      .selectFrom('kebu_log')
      .select(['id', 'at', 'summary', 'change'])
      .where('undone_by', 'is', null)
      // What was done again stands under the entry that did it first.
      .where('kind', 'not in', ['undo', 'redo'])
      .where('id', '>', emptiedAt(db))
      .where((where) => where.or([where('summary', 'not like', '%"removed":0%'), where('operation', 'like', '%.delete')]))
      .orderBy('id', 'desc')
      .limit(trashDepth),
  )
  return entries.flatMap(({ id, at, summary, change }) => {
    const base = { entryId: id, at }
    const sizes = summarySchema.parse(JSON.parse(summary))
    return [
      ...(sizes.removed === 0 ? [] : rowsOf(context, base, change, sizes.removed)),
      ...(sizes.schema === 0 ? [] : schemaOf(change).flatMap((item) => thingOf(schema, base, item) ?? [])),
    ]
  })
}

/** The rows one deletion took and that are still gone, by their titles. */
export function listTrashedRows(context: ReadContext, input: ParsedInput<'trash.rows'>): OperationOutput<'trash.rows'> {
  const { tableId, offset, limit } = input
  if (!context.schema.tables.has(tableId)) return { total: 0, rows: [] }
  const parts = removedOf(entryBytes(context.db, input.entryId)).filter((part) => part.tableId === tableId)
  const gone = parts.map((part) => goneOf(context, tableId, part.ids))
  const rows = new Array<{ id: number; title: string }>()
  let before = 0
  parts.forEach((part, index) => {
    const ids = gone[index] ?? []
    const wanted = ids.slice(Math.max(0, offset - before), Math.max(0, offset + limit - before))
    if (wanted.length > 0) rows.push(...titled(context, part, wanted))
    before += ids.length
  })
  return { total: before, rows }
}

type Base = { entryId: number; at: string }

function rowsOf(context: ReadContext, base: Base, change: Uint8Array, removed: number): TrashItem[] {
  const parts = Map.groupBy(removedOf(change), (part) => part.tableId)
  return [...parts].flatMap(([tableId, of]): TrashItem[] => {
    if (!context.schema.tables.has(tableId)) return []
    const isWhole = parts.size === 1 && noneIsBack(context, base.entryId, tableId)
    const gone = isWhole ? [] : of.map((part) => goneOf(context, tableId, part.ids))
    const count = isWhole ? removed : gone.reduce((sum, ids) => sum + ids.length, 0)
    if (count === 0) return []
    const first = isWhole ? 0 : gone.findIndex((ids) => ids.length > 0)
    const part = of[first]
    const ids = (isWhole ? part?.ids : gone[first]) ?? []
    const titles = part === undefined ? [] : titled(context, part, ids.slice(0, titlesShown)).map(({ title }) => title)
    return [{ kind: 'rows', ...base, tableId, count, titles }]
  })
}

/** Whether no row stands where the deleted ones stood: told without naming them, as after a large deletion. */
function noneIsBack({ db }: ReadContext, entryId: number, tableId: number): boolean {
  const [found] = db.ids(sql`select exists (select 1 from kebu_log_rows l, ${tableRef(tableId)} t
    where l.entry_id = ${entryId} and l.table_id = ${tableId} and t.id between l.first_id and l.last_id)`)
  return found === 0
}

function goneOf({ db }: ReadContext, tableId: number, ids: readonly number[]): number[] {
  const back = new Set(db.ids(sql`select id from ${tableRef(tableId)} where id in ${idList(ids)}`))
  return back.size === 0 ? [...ids] : ids.filter((id) => !back.has(id))
}

function titled({ schema }: ReadContext, part: RemovedRows, ids: readonly number[]): { id: number; title: string }[] {
  const { tableId, columns } = part.read()
  const primary = schema.tables.get(tableId)?.primaryColumnId
  const values: readonly CellValue[] = columns.find(({ columnId }) => columnId === primary)?.values ?? []
  return ids.map((id) => ({ id, title: String(values[part.ids.indexOf(id)] ?? '') }))
}

/** What went alone; what went with its table comes back with it. */
function thingOf(schema: Schema, base: Base, item: SchemaChange): TrashItem | null {
  if (item.to !== null || item.from === null) return null
  const { id } = item
  const own = { ...base, id, name: item.from.name }
  switch (item.kind) {
    case 'table':
      return schema.tables.has(id) ? null : { kind: 'table', ...own, tableId: null }
    case 'column':
      return schema.columns.has(id) || !schema.tables.has(item.from.tableId) ? null : { kind: 'column', ...own, tableId: item.from.tableId }
    case 'view':
      return schema.views.has(id) || !schema.tables.has(item.from.tableId) ? null : { kind: 'view', ...own, tableId: item.from.tableId }
    case 'scheme':
      return schema.schemes.has(id) || !schema.tables.has(item.from.tableId) ? null : { kind: 'scheme', ...own, tableId: item.from.tableId }
    case 'member':
      return null
  }
}
