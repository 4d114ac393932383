import { z } from 'zod'
import type { ClassMove, MoveCause } from '#shared/contract/classes.ts'
import type { ClassLock } from '#shared/model/classLock.ts'
import { moveCauses } from '#shared/contract/classes.ts'
import { cellValueSchema, type CellValue } from '#shared/model/cell.ts'
import type { ReadContext, WriteContext } from '../context.ts'
import { shownText, titleColumn } from '../compute/shownText.ts'
import { cellRef, columnRef, compileSql, idList, join, meta, sql, tableRef, type RawBuilder, type SqlValue } from '../store/sql.ts'
import { locksOf } from '../store/classLocks.ts'
import { boundRows, boundTo, keptRowStatement } from '../store/rowStatement.ts'
import { addedOf, backOf } from './movesFrom.ts'
import type { ClassColumn, ClassingCause } from './ports.ts'
import { numberOrNull } from './numberOrNull.ts'
import { schemeById } from './schemes.ts'

/** A row that changed its class, or gained (`from` null) or lost (`to` null) a tag; `from` null: it had none. */
export type Move = { rowId: number; from: number | null; to: number | null }

/**
 * Writes down who moved from which class to which, with what the rule read, or what the person said; `columns` of one
 * table, `moves` by column. The class with which a row begins is no move (`movesFrom.ts`).
 */
export function recordMoves(
  context: WriteContext,
  columns: readonly ClassColumn[],
  moves: ReadonlyMap<number, readonly Move[]>,
  why: ClassingCause,
): void {
  const moved = columns.flatMap((column) => {
    const told = toldOf(context, column, moves.get(column.columnId) ?? [], why)
    return told.length === 0 ? [] : [{ column, told }]
  })
  if (moved.length === 0) return
  const rowIds = new Set(moved.flatMap(({ told }) => told.map(({ rowId }) => rowId)))
  const read = cellsRead(context, columns, [...rowIds])
  const at = new Date().toISOString()
  for (const { column, told } of moved) recordTold(context, column, told, why, at, read)
}

/** The moves that are told. */
function toldOf(context: WriteContext, column: ClassColumn, moves: readonly Move[], why: ClassingCause): readonly Move[] {
  const added = new Set(moves.length === 0 ? [] : addedOf(column, why))
  return moves.filter(({ rowId, from }) => {
    if (!added.has(rowId)) return true
    if (lastMove(context, column.schemeId, rowId) !== undefined) return false
    return from !== null || isLockedBy(why, column, rowId)
  })
}

function recordTold(context: WriteContext, column: ClassColumn, told: readonly Move[], why: ClassingCause, at: string, read: CellsRead): void {
  const { revision = null } = schemeById(context.schema, column.schemeId)
  const said = saidOfRows(
    context,
    column,
    why,
    told.map(({ rowId }) => rowId),
    read,
  )
  const insert = context.db.prepare(
    'insert into kebu_class_move (scheme_id, row_id, from_option, to_option, at, cause, actor, revision, inputs) values (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  )
  for (const { rowId, from, to } of told) {
    const byHand = isLockedBy(why, column, rowId)
    const cause: MoveCause = byHand && why.cause !== 'undo' ? 'person' : why.cause
    insert([column.schemeId, rowId, from, to, at, cause, context.actorId, revision, said(rowId)])
  }
}

/** The same for many rows at once, found by a query of id, old and new class. What was read, or said, is not kept. */
export function recordMovesOf(
  context: WriteContext,
  column: ClassColumn,
  query: string,
  parameters: readonly SqlValue[],
  { cause, locked }: ClassingCause,
): void {
  const found = `(row_id, was, due) as materialized (${query})`
  insertFound(context, column, found, parameters, 'select row_id, was, due from found', { cause, locked })
}

/**
 * The same for tags, a line for each that goes or comes, found by a query of id, old and new tags, whether the row, or the
 * scheme, begins with this write (`first`), and whether the log is asked what it had (`asked`).
 */
export function recordTagMovesOf(
  context: WriteContext,
  column: ClassColumn,
  query: string,
  parameters: readonly SqlValue[],
  why: ClassingCause,
): void {
  const lines = `kebu_class_move m where m.scheme_id = ? and m.row_id`
  const found = `(row_id, was, due, first, asked) as materialized (${query}),
    named (row_id, first, asked, tag, had, has) as (
      select row_id, first, asked, value, 1, 0 from found, json_each(was)
      union all select row_id, first, asked, value, 0, 1 from found, json_each(due)
      union all select f.row_id, first, asked, coalesce(m.to_option, m.from_option), 0, 0 from found f, ${lines} = f.row_id and asked),
    tags (row_id, first, asked, tag, had, has) as (select row_id, first, asked, tag, max(had), max(has) from named group by row_id, tag),
    told (row_id, tag, before, has) as (
      select row_id, tag, case when not asked then had else coalesce(
          (select m.to_option is not null from ${lines} = tags.row_id and (m.from_option = tag or m.to_option = tag) order by m.id desc limit 1),
          case when first then has else had end) end, has from tags)`
  const steps = 'select row_id, case when before then tag end, case when has then tag end from told where before <> has'
  insertFound(context, column, found, [...parameters, column.schemeId, column.schemeId], steps, why)
}

function insertFound(
  context: WriteContext,
  column: ClassColumn,
  query: string,
  parameters: readonly SqlValue[],
  steps: string,
  { cause, locked }: Pick<ClassingCause, 'cause' | 'locked'>,
): void {
  const { revision = null } = schemeById(context.schema, column.schemeId)
  const byHand = locked.flatMap((rows) => (rows.schemeId === column.schemeId ? rows.ids : []))
  const insert = `with found ${query}, steps (row_id, from_option, to_option) as (${steps})
    insert into kebu_class_move (row_id, from_option, to_option, scheme_id, at, cause, actor, revision)
    select row_id, from_option, to_option, ?, ?, case when row_id in (select value from json_each(?)) then ? else ? end, ?, ? from steps`
  const told: readonly SqlValue[] = [
    column.schemeId,
    new Date().toISOString(),
    JSON.stringify(byHand),
    cause === 'undo' ? cause : 'person',
    cause,
    context.actorId,
    revision,
  ]
  context.db.prepare(insert)([...parameters, ...told])
}

/** Writes down which rows that come back, or whose scheme does, have another class than the log knows; `isAll`: any row may. */
export function settleMoves(context: WriteContext, column: ClassColumn, why: ClassingCause, isAll: boolean): void {
  const back = isAll ? sql`1` : backOf(context.db, column, why)
  if (back === null) return
  const cell = columnRef(column.columnId, 'r')
  const rows = sql`${tableRef(column.tableId)} r join kebu_class_move m on m.id = (
    select max(l.id) from kebu_class_move l where l.scheme_id = ${column.schemeId} and l.row_id = r.id) where ${back}`
  const [last = 0] = context.db.ids(sql`select max(id) from kebu_class_move`)
  if (schemeById(context.schema, column.schemeId).rule.kind === 'tags') {
    const { text, parameters } = compileSql(sql`select r.id, ${cell}, ${cell}, 0, 1 from ${rows}`)
    recordTagMovesOf(context, column, text, parameters, why)
  } else {
    const { text, parameters } = compileSql(sql`select r.id, m.to_option, ${cell} from ${rows} and m.to_option is not ${cell}`)
    recordMovesOf(context, column, text, parameters, why)
  }
  keepSaid(context, column, why, last)
}

/** Up to this many moves of one write keep what was read, or said: of very many nobody asks one by one. */
const mostKept = 1000

/** Beside the moves behind `last`, what the rule read of their rows, or what the person said. */
function keepSaid(context: WriteContext, column: ClassColumn, why: ClassingCause, last: number): void {
  const moves = context.db.rows(sql`select id, row_id from kebu_class_move where id > ${last} limit ${mostKept + 1}`)
  if (moves.length === 0 || moves.length > mostKept) return
  const said = saidOfRows(context, column, why, [...new Set(moves.map(([, rowId]) => Number(rowId)))])
  const update = context.db.prepare('update kebu_class_move set inputs = ? where id = ?')
  for (const [id, rowId] of moves) update([said(Number(rowId)), Number(id)])
}

const isLockedBy = ({ locked }: ClassingCause, { schemeId }: ClassColumn, rowId: number): boolean =>
  locked.some((rows) => rows.schemeId === schemeId && rows.ids.includes(rowId))

const saidOf = (lock: ClassLock | undefined): string | null =>
  lock === undefined ? null : JSON.stringify({ reason: lock.reason, until: lock.until })

/** What a move of each of these rows tells beside the classes: what the person said who locked it or gave it back, else what the rule read. */
function saidOfRows(
  context: WriteContext,
  column: ClassColumn,
  why: ClassingCause,
  rowIds: readonly number[],
  read = cellsRead(context, [column], rowIds),
): (rowId: number) => string | null {
  const locked = rowIds.filter((rowId) => isLockedBy(why, column, rowId))
  const locks = locksOf(context.db, column.schemeId, locked)
  return (rowId) => (locked.includes(rowId) ? saidOf(locks.get(rowId)) : inputsOf(column, read, rowId))
}

/** The cells of a row, by column. */
type CellsRead = ReadonlyMap<number, ReadonlyMap<number, CellValue>>

/** What the rules read of these rows: for all of them in one statement. */
function cellsRead(context: WriteContext, classed: readonly ClassColumn[], rowIds: readonly number[]): CellsRead {
  const ids = [...new Set(classed.flatMap(({ dependsOn }) => dependsOn))]
  const columns = ids.flatMap((id) => context.schema.columns.get(id) ?? [])
  if (columns.length === 0) return new Map()
  const key = `inputs ${classed.map(({ schemeId }) => schemeId).join(' ')}`
  const statement = keptRowStatement(context.schema, key, () => {
    const cells = join(columns.map((column) => cellRef(column, 'r')))
    return sql`select r.id, ${cells} from ${tableRef(classed[0]?.tableId ?? 0)} r where r.id in ${boundRows()}`
  })
  const { text, parameters } = boundTo(statement, rowIds)
  const rows = context.db.prepareRows(text)(parameters)
  return new Map(rows.map(([id, ...values]) => [Number(id), new Map(columns.map((column, index) => [column.id, values[index] ?? null]))]))
}

/** As JSON by column; null where the rule reads nothing. */
function inputsOf({ dependsOn }: ClassColumn, read: CellsRead, rowId: number): string | null {
  const cells = read.get(rowId)
  const known = dependsOn.filter((id) => cells?.has(id) === true)
  return known.length === 0 ? null : JSON.stringify(Object.fromEntries(known.map((id) => [id, cells?.get(id) ?? null])))
}

/** Where the row went last, and when (UTC). */
export function lastMove(context: Pick<ReadContext, 'db'>, schemeId: number, rowId: number): { to: number | null; at: string } | undefined {
  const row = context.db.get(
    meta
      .selectFrom('kebu_class_move')
      .select(['to_option', 'at'])
      .where('scheme_id', '=', schemeId)
      .where('row_id', '=', rowId)
      .orderBy('id', 'desc')
      .limit(1),
  )
  return row === undefined ? undefined : { to: row.to_option, at: row.at }
}

/** Where each of these rows went last, and when (UTC). */
export function lastMoves(
  context: Pick<ReadContext, 'db'>,
  schemeId: number,
  rowIds: readonly number[],
): Map<number, { to: number | null; at: string }> {
  const rows = context.db.rows(sql`select row_id, to_option, at, max(id) from kebu_class_move
    where scheme_id = ${schemeId} and row_id in ${idList(rowIds)} group by row_id`)
  return new Map(rows.map(([rowId, to, at]) => [Number(rowId), { to: typeof to === 'number' ? to : null, at: String(at) }]))
}

/** When a row last gained a tag (`to`) or lost it. */
export function lastMoveOfTag(
  context: Pick<ReadContext, 'db'>,
  schemeId: number,
  rowId: number,
  tag: number,
): { to: number | null; at: string } | undefined {
  const [row] = context.db.rows(sql`
    select to_option, at from kebu_class_move
    where scheme_id = ${schemeId} and row_id = ${rowId} and (from_option = ${tag} or to_option = ${tag}) order by id desc limit 1`)
  return row === undefined ? undefined : { to: numberOrNull(row[0]), at: String(row[1]) }
}

/** The latest moves of a scheme, newest first, of rows that are still there; or of one row. */
export function latestMoves(context: ReadContext, schemeId: number, tableId: number, limit: number, rowId: number | null): ClassMove[] {
  // Read from the end of the log until there are enough: the plus and the cross join keep SQLite from sorting all of it.
  const where = rowId === null ? sql`+m.scheme_id = ${schemeId}` : sql`m.scheme_id = ${schemeId} and m.row_id = ${rowId}`
  return movesWhere(context, schemeId, tableId, where, limit)
}

/** Moves of rows that are still there, newest first; `where` is about the log under `m`. */
export function movesWhere(context: ReadContext, schemeId: number, tableId: number, where: RawBuilder<unknown>, limit: number): ClassMove[] {
  const title = titleColumn(context.schema, tableId)
  const shown = title === undefined ? sql`''` : shownText(context.schema, title, 'r')
  return context.db
    .rows(sql`
      select m.row_id, ${shown}, m.from_option, m.to_option, m.at, m.cause, m.actor, m.revision, m.inputs
      from kebu_class_move m cross join ${tableRef(tableId)} r on r.id = m.row_id
      where ${where} order by m.id desc limit ${limit}`)
    .map(([id, text, from, to, at, cause, actor, revision, inputs]) => {
      const known = moveCauses.find((each) => each === cause) ?? null
      return {
        schemeId,
        rowId: Number(id),
        title: String(text ?? ''),
        fromOptionId: typeof from === 'number' ? from : null,
        toOptionId: typeof to === 'number' ? to : null,
        at: String(at),
        cause: known,
        actorId: typeof actor === 'number' ? actor : null,
        revision: typeof revision === 'number' ? revision : null,
        ...saidBy(known, inputs ?? null),
      }
    })
}

const lockSaidSchema = z.object({ reason: z.string(), until: z.string().nullable() })
const inputsSchema = z.record(z.string(), cellValueSchema)

function saidBy(cause: MoveCause | null, inputs: CellValue): Pick<ClassMove, 'values' | 'lock'> {
  if (typeof inputs !== 'string') return { values: [], lock: null }
  const said: unknown = JSON.parse(inputs)
  // A lock that is taken back or comes again is told by undo, with what was said when it was set.
  const lock = cause === 'person' || cause === 'undo' ? (lockSaidSchema.safeParse(said).data ?? null) : null
  if (cause === 'person' || lock !== null) return { values: [], lock }
  const read = inputsSchema.safeParse(said).data ?? {}
  return { values: Object.entries(read).map(([columnId, value]) => ({ columnId: Number(columnId), value })), lock: null }
}
