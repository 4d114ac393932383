import type { AddedRows, Change, LinkPairs, SchemaChange } from '#shared/change/change.ts'
import { Failure } from '#shared/contract/failure.ts'
import type { OperationOutput, ParsedInput } from '#shared/contract/engine.ts'
import { appError } from '#shared/i18n/appError.ts'
import { invert } from '#shared/change/invert.ts'
import type { Schema } from '../store/schema.ts'
import { idList, linkRef, nameRef, sql, tableRef } from '../store/sql.ts'
import { withFreeNumbers } from './autoNumbers.ts'
import { handOver } from './handOver.ts'
import { emptiedAt } from './log.ts'
import { changeOf } from './undo.ts'
import type { WriteContext } from './writeContext.ts'

/** Brings back what one entry took away and is still gone, whatever was done since; an entry of its own, so it can be undone. */
export function restoreFromTrash(context: WriteContext, input: ParsedInput<'trash.restore'>): OperationOutput<'trash.restore'> {
  if (input.entryId <= emptiedAt(context.db)) throw new Failure(appError('history.nothing'))
  const back = inverseWith(changeOf(context.db, input.entryId), input.rowIds)
  const schema = back.schema
    .filter((item) => item.from === null && item.to !== null && !isThere(context.schema, item))
    .filter((item) => leadsSomewhere(context.schema, back, item))
    .map((item) => withFreeName(context.schema, item))
    .map((item) => withFreeTarget(context.schema, item))
  for (const item of schema)
    if (item.kind === 'scheme' && item.to?.enabled === true && context.schema.tables.has(item.to.tableId)) handOver(context, item.to)
  if (schema.length > 0) context.apply({ schema })
  const added = back.added
    .filter((rows) => context.schema.tables.has(rows.tableId))
    .map((rows) => withoutPresent(context, rows))
    .filter((rows) => rows.ids.length > 0)
    .map((rows) => withFreeNumbers(context.db, context.schema, rows, context.now))
  if (added.length > 0) context.apply({ added })
  const linked = back.linked.map((pairs) => withBothEnds(context, pairs)).filter((pairs) => pairs.a.length > 0)
  if (linked.length > 0) context.apply({ linked })
  const restored = schema.length + added.reduce((sum, rows) => sum + rows.ids.length, 0)
  if (restored === 0) throw new Failure(appError('history.nothing'))
  return { restored }
}

/** What takes an entry back: all of it, or these of its rows alone. */
function inverseWith(entry: Change, rowIds: readonly number[] | null): Change {
  const back = invert(entry)
  if (rowIds === null) return back
  const wanted = new Set(rowIds)
  return { ...back, schema: [], added: back.added.map((rows) => rowsWhere(rows, (id) => wanted.has(id))) }
}

/** A link comes back with the table at its other end, or while that is there. */
function leadsSomewhere(schema: Schema, back: Change, item: SchemaChange): boolean {
  if (item.kind !== 'column' || item.to?.type !== 'link') return true
  const other = item.to.settings.otherTableId
  // The column at the other end may have become one of another type.
  const end = schema.columns.get(item.to.settings.otherColumnId)
  if (end !== undefined && (end.type !== 'link' || end.settings.linkId !== item.to.settings.linkId)) return false
  return schema.tables.has(other) || back.schema.some((each) => each.kind === 'table' && each.id === other)
}

/** A column whose name or role another has taken meanwhile comes back under a name of its own. */
function withFreeName(schema: Schema, item: SchemaChange): SchemaChange {
  if (item.kind !== 'column' || item.to === null) return item
  const names = new Set(schema.columnsOf(item.to.tableId).map((column) => column.name))
  let name = item.to.name
  for (let copy = 2; names.has(name); copy += 1) name = `${item.to.name} ${copy}`
  const isRoleTaken = item.to.role !== null && schema.columnByRole(item.to.role) !== undefined
  return { ...item, to: { ...item.to, name, role: isRoleTaken ? null : item.to.role } }
}

/** A scheme whose column another fills meanwhile comes back switched off. */
function withFreeTarget(schema: Schema, item: SchemaChange): SchemaChange {
  if (item.kind !== 'scheme' || item.to === null) return item
  const { targetColumnId } = item.to
  const isTaken = [...schema.schemes.values()].some((scheme) => scheme.enabled && scheme.targetColumnId === targetColumnId)
  return isTaken ? { ...item, to: { ...item.to, enabled: false } } : item
}

function isThere(schema: Schema, item: Change['schema'][number]): boolean {
  switch (item.kind) {
    case 'table':
      return schema.tables.has(item.id)
    case 'column':
      return schema.columns.has(item.id)
    case 'view':
      return schema.views.has(item.id)
    case 'scheme':
      return schema.schemes.has(item.id)
    case 'member':
      return schema.members.has(item.id)
  }
}

function withoutPresent(context: WriteContext, rows: Change['added'][number]): Change['added'][number] {
  const present = new Set(context.db.ids(sql`select id from ${tableRef(rows.tableId)} where id in ${idList(rows.ids)}`))
  return rowsWhere(rows, (id) => !present.has(id))
}

function rowsWhere(rows: AddedRows, isWanted: (id: number) => boolean): AddedRows {
  const keep = rows.ids.map(isWanted)
  const kept = <Value>(values: readonly Value[]): Value[] => values.filter((_, index) => keep[index])
  const { stamps } = rows
  return {
    ...rows,
    ids: kept(rows.ids),
    uids: kept(rows.uids),
    columns: rows.columns.map((column) => ({ columnId: column.columnId, values: kept(column.values) })),
    ...(stamps === undefined
      ? {}
      : {
          stamps: {
            createdAt: kept(stamps.createdAt),
            createdBy: kept(stamps.createdBy),
            updatedAt: kept(stamps.updatedAt),
            updatedBy: kept(stamps.updatedBy),
          },
        }),
  }
}

/** A link whose other row has been deleted meanwhile stays away: it would lead nowhere. */
function withBothEnds(context: WriteContext, pairs: LinkPairs): LinkPairs {
  const ends = [...context.schema.columns.values()].filter((column) => column.type === 'link' && column.settings.linkId === pairs.linkId)
  const tableAt = (side: 'a' | 'b'): number | undefined => ends.find((column) => column.type === 'link' && column.settings.side === side)?.tableId
  const existing = (side: 'a' | 'b'): Set<number> => {
    const tableId = tableAt(side)
    return new Set(tableId === undefined ? [] : context.db.ids(sql`select id from ${tableRef(tableId)} where id in ${idList(pairs[side])}`))
  }
  const rowsA = existing('a')
  const rowsB = existing('b')
  // A side that holds one row may have found another meanwhile.
  const taken = (side: 'a' | 'b'): Set<number> => {
    const column = ends.find((each) => each.type === 'link' && each.settings.side === side)
    if (column?.type !== 'link' || column.settings.multiple) return new Set()
    return new Set(context.db.ids(sql`select ${nameRef(side)} from ${linkRef(pairs.linkId)} where ${nameRef(side)} in ${idList(pairs[side])}`))
  }
  const takenA = taken('a')
  const takenB = taken('b')
  const keep = pairs.a.map((a, index) => {
    const b = pairs.b[index] ?? -1
    return rowsA.has(a) && rowsB.has(b) && !takenA.has(a) && !takenB.has(b)
  })
  const kept = <Value>(values: readonly Value[]): Value[] => values.filter((_, index) => keep[index])
  // Each comes back where it stood, and not as a new one.
  const places = pairs.places ?? { a: pairs.a.map(() => null), b: pairs.b.map(() => null) }
  return { linkId: pairs.linkId, a: kept(pairs.a), b: kept(pairs.b), places: { a: kept(places.a), b: kept(places.b) } }
}
