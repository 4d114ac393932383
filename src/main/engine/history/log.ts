import { z } from 'zod'
import type { Change } from '#shared/change/change.ts'
import { summarise } from '#shared/change/summarise.ts'
import type { HistoryState } from '#shared/contract/base.ts'
import type { LogEntry } from '#shared/contract/history.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { ReadDb, WriteDb } from '../store/db.ts'
import { runsOf } from '../store/idRuns.ts'
import type { Schema } from '../store/schema.ts'
import { readSetting, writeSetting } from '../store/settings.ts'
import { meta, sql } from '../store/sql.ts'
import { encodeChange, inverseOf } from './logCodec.ts'
import type { Logged } from './recorder.ts'

export type NewEntry = {
  actor: number | null
  source: LogEntry['source']
  operation: string
  /** `arrange`: outside undo, such as the width of a view's column. */
  kind: 'do' | 'undo' | 'redo' | 'arrange'
  /** The entry that an undo or redo takes back. */
  target: number | null
  /** What a person calls it, where that is not the operation. */
  label?: string | undefined
  /** What the base is made of afterwards. */
  schema: Schema
  /** What happened, by the ids of its rows. */
  change: Change
  /** The same with its values, parts of it packed already. */
  logged: Logged
}

export const sourceSchema = z.enum(['window', 'cli', 'import', 'rule', 'template'])
export const kindSchema = z.enum(['do', 'undo', 'redo', 'arrange'])

/** An entry's change in numbers. */
export const summarySchema = z.object({
  added: z.number(),
  updated: z.number(),
  removed: z.number(),
  linked: z.number(),
  unlinked: z.number(),
  /** Absent before links could be put in order. */
  reordered: z.number().default(0),
  /** Absent before classes could be locked. */
  locked: z.number().default(0),
  schema: z.number(),
  tableIds: z.array(z.number()),
  label: z.string().exactOptional(),
})

/** Writes one entry; part of the transaction it describes. Answers its id. */
export function appendEntry(db: WriteDb, entry: NewEntry): number {
  const [row] = db.prepareRows(
    'insert into kebu_log (at, actor, source, operation, kind, target, summary, change) values (?, ?, ?, ?, ?, ?, ?, ?) returning id',
  )([
    new Date().toISOString(),
    entry.actor,
    entry.source,
    entry.operation,
    entry.kind,
    entry.target,
    JSON.stringify({ ...summarise(entry.change), label: entry.label }),
    encodeChange(entry.logged.change, entry.logged.packed),
  ])
  const id = Number(row?.[0])
  indexRows(db, id, entry.change, entry.schema)
  return id
}

/** What the next undo and the next redo would take back, by the operation's name, and a name of its own. */
export function historyState(db: ReadDb): HistoryState {
  const [undo, redo] = [nextUndo(db), nextRedo(db)]
  const [undoLabel, redoLabel] = [labelOf(undo), labelOf(redo)]
  return {
    undo: undo?.operation ?? null,
    redo: redo?.operation ?? null,
    ...(undoLabel === undefined ? {} : { undoLabel }),
    ...(redoLabel === undefined ? {} : { redoLabel }),
  }
}

const labelOf = (step: { summary: string } | undefined): string | undefined =>
  step === undefined ? undefined : summarySchema.parse(JSON.parse(step.summary)).label

const emptiedAtKey = 'trashEmptiedAt'

/** The entry that last emptied the trash; nothing up to it can be taken back. */
export const emptiedAt = (db: ReadDb): number => readSetting(db, emptiedAtKey, z.number()) ?? 0

export const noteEmptied = (db: WriteDb, entryId: number): void => writeSetting(db, emptiedAtKey, entryId)

/** The last thing done and not undone. What templates made is not offered: it is where the base began. */
export function nextUndo(db: ReadDb): Step | undefined {
  const [row] = db.prepareRows(`select id, operation, summary from kebu_log
    where kind = 'do' and undone_by is null and source <> 'template' and id > ${emptiedSql} order by id desc limit 1`)([])
  return row === undefined ? undefined : loggedStep(row)
}

/** The last undo, unless something new was done after it. */
export function nextRedo(db: ReadDb): (Step & { target: number }) | undefined {
  const [row] = db.prepareRows(`select id, operation, summary, target from kebu_log
    where kind = 'undo' and undone_by is null and id > ${emptiedSql} order by id desc limit 1`)([])
  const target = row?.[3]
  if (row === undefined || typeof target !== 'number') return undefined
  const undo = loggedStep(row)
  const newer = db.prepareIds("select id from kebu_log where kind = 'do' and undone_by is null and id > ? limit 1")([undo.id])
  return newer.length === 0 ? { ...undo, target } : undefined
}

/** What every write asks twice is text that stays prepared. */
const emptiedSql = `coalesce((select cast(value as integer) from kebu_meta where key = '${emptiedAtKey}'), 0)`

type Step = { id: number; operation: string; summary: string }

const loggedStep = ([id, operation, summary]: readonly CellValue[]): Step => ({
  id: Number(id),
  operation: String(operation),
  summary: String(summary),
})

/** The texts that cells held before or after the entries behind one, as the log keeps them; for what only looks for words. */
export function* loggedTexts(db: ReadDb, afterId: number): Generator<string> {
  const ids = db.ids(meta.selectFrom('kebu_log').select('id').where('id', '>', afterId).orderBy('id'))
  for (const id of ids) {
    const row = db.get(meta.selectFrom('kebu_log').select('change').where('id', '=', id))
    if (row === undefined) continue
    for (const { updated = [], added = [] } of inverseOf(row.change)) {
      const values = [...updated.flatMap(({ from, to }) => [from, to]), ...added.flatMap((rows) => rows.columns.map((column) => column.values))]
      for (const cells of values) for (const cell of cells) if (typeof cell === 'string') yield cell
    }
  }
}

/** More runs than this are joined over their gaps: the index may name a row too many, never one too few. */
const mostRuns = 64

/** Lets the history of a row be found without reading every entry. */
function indexRows(db: WriteDb, entryId: number, change: Change, schema: Schema): void {
  const run = db.prepare('insert into kebu_log_rows (entry_id, table_id, first_id, last_id) values (?, ?, ?, ?)')
  const touched = new Map<number, number[]>()
  const touch = (tableId: number | undefined, ids: readonly number[]): void => {
    if (tableId !== undefined) touched.set(tableId, (touched.get(tableId) ?? []).concat(ids))
  }
  for (const rows of [...change.added, ...change.updated, ...change.removed, ...change.locked]) touch(rows.tableId, rows.ids)
  const ends = [
    ...[...change.linked, ...change.unlinked].flatMap(({ linkId, a, b }) => [
      { linkId, side: 'a' as const, ids: a },
      { linkId, side: 'b' as const, ids: b },
    ]),
    ...change.reordered.map(({ linkId, side, ...pairs }) => ({ linkId, side, ids: pairs[side] })),
  ]
  const tables = new Map(ends.map(({ linkId, side }) => [`${linkId}${side}`, { linkId, side }]))
  for (const [key, { linkId, side }] of tables) {
    const tableId = tableAt(db, schema, linkId, side)
    for (const end of ends) if (`${end.linkId}${end.side}` === key) touch(tableId, end.ids)
  }
  for (const [tableId, ids] of touched) {
    for (const [first, last] of stretchesOf(ids)) run([entryId, tableId, first, last])
  }
}

/** The table at one end of a link, also of one in the trash. */
function tableAt(db: WriteDb, schema: Schema, linkId: number, side: 'a' | 'b'): number | undefined {
  for (const column of schema.columns.values()) {
    if (column.type === 'link' && column.settings.linkId === linkId && column.settings.side === side) return column.tableId
  }
  const [id] = db.ids(sql`select json_extract(body, '$.tableId') from kebu_schema where kind = 'column' and json_extract(body, '$.type') = 'link'
    and json_extract(body, '$.settings.linkId') = ${linkId} and json_extract(body, '$.settings.side') = ${side} limit 1`)
  return id
}

/** Each run of the rows, or all from the first to the last where they are too many. */
function stretchesOf(ids: readonly number[]): [number, number][] {
  const runs = runsOf(Float64Array.from(ids).sort())
  const first = runs.at(0)
  const last = runs.at(-1)
  if (runs.length <= mostRuns || first === undefined || last === undefined) return runs
  return [[first[0], last[1]]]
}
