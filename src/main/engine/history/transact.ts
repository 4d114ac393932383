import type { Change } from '#shared/change/change.ts'
import type { LogEntry } from '#shared/contract/history.ts'
import type { ReadContext } from '../store/context.ts'
import { takeNumbers } from '../store/counters.ts'
import { rollBack, type Connection } from '../store/db.ts'
import { changedSchema, type Schema } from '../store/schema.ts'
import { applyChange } from './applyChange.ts'
import { keepNumbersOf, withAutoNumbers } from './autoNumbers.ts'
import { withDefaults } from './defaultCells.ts'
import { appendEntry, type NewEntry } from './log.ts'
import { withLinkPlaces } from './linkPlaces.ts'
import { isEmptyChange, newRecorder, restampsOf } from './recorder.ts'
import type { WriteContext } from './writeContext.ts'

/** How a write is entered in the log, beside what it changed. */
export type Entry = Pick<NewEntry, 'operation' | 'kind' | 'target'> & { source: LogEntry['source']; label?: string }

export type Committed<Output, Refreshed> = { output: Output; change: Change; refreshed: Refreshed; schema: Schema; entryId: number | null }

/**
 * One write: the handler applies its change, `refresh` brings up to date what that made stale, the log
 * gets one entry, and all of it is committed together. Anything thrown leaves the base as it was.
 */
export async function transact<Output, Refreshed>(
  connection: Connection,
  reading: ReadContext,
  now: string,
  entry: Entry,
  handler: (context: WriteContext) => Output | Promise<Output>,
  refresh: (context: WriteContext, change: Change) => Refreshed,
): Promise<Committed<Output, Refreshed>> {
  const { db } = connection
  const recorder = newRecorder()
  const stamp = { at: now, by: reading.actorId }
  // An undo says itself which stamps come back.
  const moment = { today: reading.today, now, me: reading.actorId }
  const restamps = entry.kind === 'do'
  let isPassedOver = false
  let label = entry.label
  /** What a person's change leaves to the base: defaults, numbers, and that new links come last. */
  const completed = (change: Partial<Change>): Partial<Change> =>
    withLinkPlaces(db, withAutoNumbers(db, context.schema, withDefaults(context.schema, change, moment), now))
  const context: WriteContext = {
    ...reading,
    db,
    source: entry.source,
    now,
    apply: (change) => {
      const complete = entry.kind === 'do' ? completed(change) : change
      applyChange(db, complete, stamp, recorder.record)
      if (change.schema !== undefined) context.schema = changedSchema(context.schema, change.schema)
      if (entry.kind !== 'do') keepNumbersOf(db, context.schema, change, now)
    },
    passOverInUndo: () => {
      isPassedOver = true
    },
    nameEntry: (given) => {
      label = given
    },
    newRowIds: (tableId, count) => {
      const first = takeNumbers(db, `row:${tableId}`, count)
      return Array.from({ length: count }, (_, index) => first + index)
    },
    newId: (kind) => takeNumbers(db, kind, 1),
  }
  connection.exec('BEGIN IMMEDIATE')
  try {
    const output = await handler(context)
    const change = recorder.change()
    if (isEmptyChange(change)) {
      const refreshed = refresh(context, change)
      connection.exec('COMMIT')
      return { output, change, refreshed, schema: context.schema, entryId: null }
    }
    if (restamps && change.updated.length > 0) context.apply({ restamped: restampsOf(db, change, stamp) })
    const refreshed = refresh(context, change)
    const kind = isPassedOver ? 'arrange' : entry.kind
    const entryId = appendEntry(db, { ...entry, kind, label, actor: reading.actorId, schema: context.schema, change, logged: recorder.logged() })
    if (entry.target !== null) markUndone(connection, entry.target, entryId, entry.kind)
    connection.exec('COMMIT')
    return { output, change, refreshed, schema: context.schema, entryId }
  } catch (error) {
    rollBack(connection.exec)
    throw error
  }
}

/** An undo marks its target undone; a redo takes that mark off and spends the undo. */
function markUndone(connection: Connection, target: number, entryId: number, kind: NewEntry['kind']): void {
  connection.db.prepare('update kebu_log set undone_by = ? where id = ?')([entryId, target])
  if (kind !== 'redo') return
  connection.db.prepare("update kebu_log set undone_by = null where kind = 'do' and undone_by = ?")([target])
}
