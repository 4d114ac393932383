import { z } from 'zod'
import type { AddedRows, Change, LockedRows, SchemaChange, UpdatedCells } from '#shared/change/change.ts'
import type { ParsedInput } from '#shared/contract/engine.ts'
import type { EntrySubject } from '#shared/contract/history.ts'
import type { CellValue } from '#shared/model/cell.ts'
import { cellOfLock, type ClassLock } from '#shared/model/classLock.ts'
import { computedColumnTypes } from '#shared/model/column.ts'
import { changeOf } from './history/undo.ts'
import { titleSql } from './records/reads.ts'
import { uniquesOf, type Unique } from '#shared/model/table.ts'
import type { ReadContext } from './store/context.ts'
import { meta, sql, tableRef } from './store/sql.ts'

/** What entries of the log were about, so that a person finds a change by the row and column it was made in. */
export function readSubjects(context: ReadContext, { entryIds }: ParsedInput<'history.subjects'>): EntrySubject[] {
  const entries = context.db.all(meta.selectFrom('kebu_log').select(['id', 'summary']).where('id', 'in', entryIds))
  return entries.flatMap(({ id, summary }) => {
    const { added, updated, removed, locked } = sizeSchema.parse(JSON.parse(summary))
    return added + updated + removed + locked > mostRead ? [] : (subjectOf(context, id, changeOf(context.db, id)) ?? [])
  })
}

/** Reading a change costs as much as it is long; longer ones are told by their counts. */
const mostRead = 500

const sizeSchema = z.object({ added: z.number(), updated: z.number(), removed: z.number(), locked: z.number().default(0) })

function subjectOf(context: ReadContext, entryId: number, change: Change): EntrySubject | null {
  // Rows of many tables have no one row to be called by.
  if (change.added.length + change.removed.length > 1) return null
  const [removed] = change.removed
  if (removed !== undefined) return wholeRows(context, entryId, 'removed', removed)
  const [added] = change.added
  if (added !== undefined) return wholeRows(context, entryId, 'added', added)
  const [thing] = change.schema
  if (thing !== undefined) return named(entryId, rulesChanged(context, thing) ?? (thing.to ?? thing.from)?.name)
  return lockedRows(context, entryId, change.locked) ?? cells(context, entryId, change.updated)
}

/** A rule against duplicates that came or went is called by its columns. */
function rulesChanged({ schema }: ReadContext, thing: SchemaChange): string | undefined {
  if (thing.kind !== 'table' || thing.from === null || thing.to === null) return undefined
  const [before, after] = [uniquesOf(thing.from), uniquesOf(thing.to)]
  const lacks = (rules: readonly Unique[]) => (rule: Unique) => rules.every(({ id }) => id !== rule.id)
  const [rule] = [...after.filter(lacks(before)), ...before.filter(lacks(after))]
  return rule?.columnIds.map((id) => schema.columns.get(id)?.name ?? '').join(' + ')
}

const named = (entryId: number, name: string | undefined): EntrySubject | null => (name === undefined ? null : { kind: 'thing', entryId, name })

function wholeRows(context: ReadContext, entryId: number, what: 'added' | 'removed', rows: AddedRows): EntrySubject | null {
  const [first] = rows.ids
  if (first === undefined) return null
  const now = titleNow(context, rows.tableId, first)
  const primary = context.schema.tables.get(rows.tableId)?.primaryColumnId
  const kept = rows.columns.find(({ columnId }) => columnId === primary)?.values[0]
  const title = now ?? String(kept ?? '')
  return { kind: 'rows', entryId, what, tableId: rows.tableId, rowId: now === null ? null : first, title, count: rows.ids.length, cells: [] }
}

function cells(context: ReadContext, entryId: number, all: readonly UpdatedCells[]): EntrySubject | null {
  const updates = typedByHand(context, all)
  const tableId = updates[0]?.tableId
  const first = updates[0]?.ids[0]
  if (tableId === undefined || first === undefined) return null
  const own = updates.filter((update) => update.tableId === tableId)
  const changed = own.flatMap(({ columnId, ids, from, to }) => {
    const at = ids.indexOf(first)
    return at === -1 ? [] : [{ columnId, from: from[at] ?? null, to: to[at] ?? null }]
  })
  const now = titleNow(context, tableId, first)
  const count = new Set(own.flatMap(({ ids }) => ids)).size
  return { kind: 'rows', entryId, what: 'updated', tableId, rowId: now === null ? null : first, title: now ?? '', count, cells: changed }
}

/** Rows that were given a class by hand, or given back: told by the class that the lock says. */
function lockedRows(context: ReadContext, entryId: number, all: readonly LockedRows[]): EntrySubject | null {
  const [locked] = all
  const [first] = locked?.ids ?? []
  const columnId = context.schema.schemes.get(locked?.schemeId ?? 0)?.targetColumnId
  if (locked === undefined || first === undefined || columnId === undefined) return null
  const now = titleNow(context, locked.tableId, first)
  const [from, to] = [cellOf(locked.from[0]), cellOf(locked.to[0])]
  const rowId = now === null ? null : first
  const count = locked.ids.length
  return { kind: 'rows', entryId, what: 'updated', tableId: locked.tableId, rowId, title: now ?? '', count, cells: [{ columnId, from, to }] }
}

const cellOf = (lock: ClassLock | null | undefined): CellValue => (lock == null ? null : cellOfLock(lock))

/** What the engine made of a change is left out, unless there is nothing else. */
function typedByHand({ schema }: ReadContext, updates: readonly UpdatedCells[]): readonly UpdatedCells[] {
  const classColumns = new Set([...schema.schemes.values()].map(({ targetColumnId }) => targetColumnId))
  const byHand = updates.filter(({ columnId }) => {
    const column = schema.columns.get(columnId)
    return column !== undefined && !computedColumnTypes.has(column.type) && !classColumns.has(columnId)
  })
  return byHand.length === 0 ? updates : byHand
}

function titleNow(context: ReadContext, tableId: number, rowId: number): string | null {
  if (!context.schema.tables.has(tableId)) return null
  const [row] = context.db.rows(sql`select ${titleSql(context, tableId, 'r')} from ${tableRef(tableId)} r where r.id = ${rowId}`)
  return row === undefined ? null : String(row[0] ?? '')
}
