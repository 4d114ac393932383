import { z } from 'zod'
import type { ChangedEvent } from '#shared/contract/events.ts'
import type { MoveCause } from '#shared/contract/classes.ts'
import { engineOperations, type OperationInput, type OperationName, type OperationOutput } from '#shared/contract/engine.ts'
import type { AppError } from '#shared/contract/error.ts'
import { Failure } from '#shared/contract/failure.ts'
import type { LogEntry } from '#shared/contract/history.ts'
import { appError, withDetails } from '#shared/i18n/appError.ts'
import { errorOf } from '#shared/i18n/errorOf.ts'
import { fail, ok, type Result } from '#shared/lib/result.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import { classify } from './classify/classify.ts'
import type { Classify } from './classify/ports.ts'
import { rankFunctions } from './classify/rules/rankTables.ts'
import { formulaFunctions } from './compute/formula/functions/all.ts'
import { settleFormulas } from './compute/formula/settle.ts'
import { dropUnused } from './files/cleanUp.ts'
import { describeBase, newRowCounts } from './describe.ts'
import type { ReadContext } from './store/context.ts'
import { emptyTrash } from './history/emptyTrash.ts'
import { handOver } from './history/handOver.ts'
import { historyState } from './history/log.ts'
import { transact, type Entry } from './history/transact.ts'
import { redoPlan, takeStep, undoPlan } from './history/undo.ts'
import { isUntouchedSince, noteRenewed } from './history/untouched.ts'
import type { WriteContext } from './history/writeContext.ts'
import { handlers } from './operations.ts'
import { isSortDue, renewSortIndexes } from './records/sortIndex.ts'
import { refresh, type Refresh, type RefreshOptions } from './refresh.ts'
import { isSearchDue, noteSearchDue, prepareSearch, rebuildPortion } from './searchRebuild.ts'
import { sortPortion } from './sortRebuild.ts'
import { nowFunction, systemClock, type Clock } from './store/clock.ts'
import type { Connection } from './store/db.ts'
import { createStore, openStore, type StoreMode } from './store/openStore.ts'
import { loadSchema, type Schema } from './store/schema.ts'
import { readSetting, writeSetting } from './store/settings.ts'
import { asFailure } from './store/sqliteFailure.ts'
import { newVersions, noteChange } from './store/versions.ts'

export type EngineOptions = {
  /** A reader serves beside the writer of the same program; a base opened read-only has no writer here. */
  mode?: StoreMode
  readOnly?: boolean
  clock?: Clock
  /** The file may not grow past this many pages; for owners who limit it, and to meet a full disk in tests. */
  maxPages?: number
  /** How long a pause in the edits the ranks of large tables wait for; by default none. */
  rankAfterMs?: number
}

export type CallOptions = {
  /** By default whoever was set by `base.setActor`. */
  actorId?: number | null
  source?: LogEntry['source']
  onProgress?: (progress: { phase: Parameters<ReadContext['progress']>[0]; done: number; total: number | null }) => void
  cancelled?: () => boolean
}

/** An open base. Operations run one after the other; reads beside writes need an engine of their own. */
export type Engine = {
  readonly path: string
  readonly readOnly: boolean
  run<Name extends OperationName>(name: Name, input: OperationInput<Name>, call?: CallOptions): Promise<Result<OperationOutput<Name>, AppError>>
  /** For callers that learn the operation at run time; the input is parsed all the same. */
  runNamed(name: OperationName, input: unknown, call?: CallOptions): Promise<Result<unknown, AppError>>
  onChanged(listener: (event: ChangedEvent) => void): () => void
  /** Tells a reader what the writer beside it committed. */
  noteChanged(event: ChangedEvent): void
  /** Waits for what is running, and for ranks that are due; leaves one clean file. */
  close(): Promise<void>
}

/** Makes an empty base file; throws a `Failure`. */
export const createBase = createStore

/** Opens a base file; throws a `Failure` with a sentence when it cannot be opened. */
export function openEngine(path: string, options: EngineOptions = {}): Engine {
  const mode = options.mode ?? (options.readOnly === true ? 'readOnly' : 'write')
  const clock = options.clock ?? systemClock
  const store = openStore(path, mode, [...formulaFunctions, ...rankFunctions, nowFunction(clock)])
  const { connection } = store
  if (options.maxPages !== undefined) connection.pragma(`max_page_count = ${options.maxPages}`)
  const versions = newVersions()
  const counts = newRowCounts(connection.db)
  const listeners = new Set<(event: ChangedEvent) => void>()
  const classes = classify
  let schema: Schema
  let actorId: number | null
  try {
    schema = loadSchema(connection.db)
    actorId = readSetting(connection.db, actorKey, z.number().nullable())
    if (mode === 'write') {
      renewSortIndexes(connection, schema)
      prepareSearch(connection, schema)
    }
  } catch (error) {
    store.close()
    throw asFailure(error, path)
  }
  let queue: Promise<unknown> = Promise.resolve()
  /** Calls that have not begun. */
  let waiting = 0
  const ranksDue = new Set<number>(mode === 'write' ? (readSetting(connection.db, ranksDueKey, z.array(z.number())) ?? []) : [])

  const contextFor = (call: CallOptions): ReadContext => ({
    db: connection.db,
    schema,
    path,
    // A reader beside a writer tells of a base that can be written.
    readOnly: mode === 'readOnly',
    today: clock.today(),
    now: clock.now(),
    copyTo: connection.copyTo,
    actorId: call.actorId === undefined ? actorId : call.actorId,
    versions,
    cancelled: call.cancelled ?? (() => false),
    progress: (phase, done, total) => call.onProgress?.({ phase, done, total }),
  })

  const commit = async <Output>(
    context: ReadContext,
    entry: Entry,
    handler: (writing: WriteContext) => Output | Promise<Output>,
    how: { scope?: RefreshOptions['scope']; lastDay?: string | null; rank?: number[] } = {},
  ): Promise<Output> => {
    if (mode !== 'write') throw new Failure(appError('base.readOnly'))
    const before = schema
    const classesKept = entry.target !== null && isUntouchedSince(connection.db, entry.target)
    const settled = async (writing: WriteContext): Promise<Output> => {
      const output = await handler(writing)
      if (entry.kind === 'do' && writing.schema !== before) {
        settleFormulas(writing)
        for (const scheme of backAtWork(classes, before, writing.schema)) handOver(writing, scheme)
      }
      return output
    }
    const done = await transact(connection, context, clock.now(), entry, settled, (writing, change): Refresh => {
      const rank = how.rank ?? []
      const refreshed = refresh(writing, change, classes, {
        before,
        scope: how.scope ?? 'change',
        lastDay: how.lastDay ?? null,
        rank,
        cause: causeOf(entry, how.scope),
        classesKept,
      })
      // Part of the edit's own transaction: should the program end before the ranking, the next one knows.
      const due = [...new Set([...ranksDue, ...refreshed.ranksDue])].filter((columnId) => !rank.includes(columnId))
      if (due.length > 0 || rank.length > 0) writeSetting(writing.db, ranksDueKey, due)
      noteSearchDue(writing.db, refreshed.searchDue)
      return refreshed
    })
    schema = done.schema
    counts.add(done.change)
    for (const columnId of done.refreshed.ranksDue) ranksDue.add(columnId)
    const isChanged = done.entryId !== null || done.refreshed.touched.length > 0
    if (isChanged) announce(done.refreshed, done.change.schema.length > 0)
    if (ranksDue.size > 0 && how.rank === undefined) enqueueRanking()
    if (done.refreshed.searchDue.length > 0 || done.change.schema.length > 0) enqueueRebuild()
    return done.output
  }

  const announce = (refreshed: Pick<Refresh, 'touched'>, schemaChanged: boolean): void => {
    const event: ChangedEvent = {
      tables: refreshed.touched.map((table) => ({ ...table, rowCount: counts.of(table.tableId) })),
      schema: schemaChanged,
      history: historyState(connection.db),
    }
    noteChange(versions, event)
    for (const listener of listeners) listener(event)
  }

  /**
   * Ranks of large tables are made after the edits that asked for them were answered: each in a write of its own, so that
   * a call that comes meanwhile waits for one of them at most. Answers whether there may be another.
   */
  const rankNext = async (): Promise<boolean> => {
    const targets = new Set([...schema.schemes.values()].map((scheme) => scheme.targetColumnId))
    for (const columnId of ranksDue) if (!targets.has(columnId)) ranksDue.delete(columnId)
    // Where a scheme stands still its rank stays due, and is made when it works again.
    const next = classes.classColumns(schema).find(({ columnId }) => ranksDue.has(columnId))
    if (next === undefined) return false
    ranksDue.delete(next.columnId)
    try {
      await commit(contextFor({}), { operation: 'schemes.run', kind: 'do', target: null, source: 'rule' }, () => null, { rank: [next.columnId] })
      return true
    } catch {
      // The edits before it stand; the ranking is due again with the next write, or when the base is opened.
      ranksDue.add(next.columnId)
      return false
    }
  }

  let isClosing = false
  const rankPause = options.rankAfterMs ?? 0
  let rankTimer: NodeJS.Timeout | undefined
  let ranksGaveWay = 0
  const enqueueRanking = (afterMs = rankPause): void => {
    clearTimeout(rankTimer)
    rankTimer = undefined
    if (afterMs > 0) {
      rankTimer = setTimeout(() => enqueueRanking(0), afterMs)
      return
    }
    queue = queue.then(async () => {
      await new Promise((resolve) => setImmediate(resolve))
      // Where ranks wait for no pause, whoever asks next finds all of them made.
      if (rankPause === 0 || isClosing) {
        while (await rankNext());
        return
      }
      const givesWay = waiting > 0 && ranksGaveWay < mostGivenWay
      ranksGaveWay = givesWay ? ranksGaveWay + 1 : 0
      // Behind an edit that came meanwhile, ranks wait for the next pause.
      if (rankTimer === undefined && (givesWay || (await rankNext()))) enqueueRanking(0)
    })
  }

  let isRebuilding = false
  let gaveWay = 0
  /** The indexes of large tables, for search and for sorting, are made a portion at a time, where no call waits for long. */
  const enqueueRebuild = (): void => {
    if (isRebuilding || !(isSearchDue(connection.db) || isSortDue(connection.db))) return
    isRebuilding = true
    queue = queue.then(async () => {
      await new Promise((resolve) => setImmediate(resolve))
      isRebuilding = false
      if (isClosing) return
      if (waiting > 0 && gaveWay < mostGivenWay) {
        gaveWay += 1
        return enqueueRebuild()
      }
      gaveWay = 0
      try {
        rebuildNext()
      } catch {
        // Due again when the base is opened next, or with the next write that asks for such work.
        return
      }
      enqueueRebuild()
    })
  }

  /** Search goes first: it may miss rows until it is whole, where sorting only takes longer. */
  const rebuildNext = (): void => {
    const isForSearch = isSearchDue(connection.db)
    const tableId = isForSearch ? rebuildPortion(connection, schema) : null
    if (!isForSearch) sortPortion(connection, schema)
    announce({ touched: tableId === null ? [] : [{ tableId, columnIds: [], rowIds: [], rowsChanged: true }] }, false)
  }

  const answer = async (name: OperationName, input: unknown, call: CallOptions): Promise<unknown> => {
    const parsed = parseInput(name, input)
    const context = contextFor(call)
    const source = call.source ?? 'window'
    switch (name) {
      case 'base.describe':
        return describeBase(context, counts)
      case 'base.setActor': {
        const { memberId } = engineOperations['base.setActor'].input.parse(parsed)
        if (memberId !== null && !schema.members.has(memberId)) throw new Failure(appError('member.notFound'))
        actorId = memberId
        if (mode === 'write') writeSetting(connection.db, actorKey, memberId)
        announce({ touched: [] }, true)
        return { memberId }
      }
      case 'base.turnDay':
        return turnDay(context)
      case 'base.recompute':
        return { changedColumns: await refreshOnly(context, 'base.recompute', { scope: 'all', lastDay: null }, ({ db }) => noteRenewed(db)) }
      case 'history.undo': {
        const plan = undoPlan(connection.db)
        await commit(context, { ...plan.entry, source }, (writing) => takeStep(writing, plan))
        return { undone: plan.entry.target }
      }
      case 'history.redo': {
        const plan = redoPlan(connection.db)
        await commit(context, { ...plan.entry, source }, (writing) => takeStep(writing, plan))
        return { redone: plan.entry.target }
      }
      case 'trash.empty': {
        const entry = { operation: name, kind: 'do', target: null, source } as const
        const emptied = await commit(context, entry, emptyTrash)
        announce({ touched: [] }, true)
        return emptied
      }
      default: {
        const handler: unknown = handlers[name]
        if (!isHandler(handler)) throw new Failure(withDetails(appError('internal'), `no handler for ${name}`))
        if (engineOperations[name].kind === 'read') return mode === 'write' ? handler(context, parsed) : oneState(() => handler(context, parsed))
        const entrySource = name === 'base.applyTemplate' ? 'template' : name === 'import.run' && source === 'window' ? 'import' : source
        return commit(context, { operation: name, kind: 'do', target: null, source: entrySource }, (writing) => handler(writing, parsed))
      }
    }
  }

  /** A reader answers from one state of the base, whatever the writer beside it commits meanwhile. */
  const oneState = async (read: () => unknown): Promise<unknown> => {
    connection.exec('BEGIN')
    try {
      return await read()
    } finally {
      connection.exec('COMMIT')
    }
  }

  /** A write that changes nothing itself and refreshes what is stale; answers how many columns had stale cells. */
  const refreshOnly = async (
    context: ReadContext,
    operation: OperationName,
    how: Pick<RefreshOptions, 'scope' | 'lastDay'>,
    mark: (writing: WriteContext) => void,
  ): Promise<number> => {
    let refreshed = 0
    const off = onChanged((event) => {
      refreshed = event.tables.reduce((sum, table) => sum + table.columnIds.length, 0)
    })
    try {
      await commit(context, { operation, kind: 'do', target: null, source: 'rule' }, mark, how)
    } finally {
      off()
    }
    return refreshed
  }

  const turnDay = async (context: ReadContext): Promise<{ refreshedColumns: number }> => {
    const lastDay = readSetting(connection.db, dayKey, z.string())
    if (mode !== 'write' || lastDay === context.today) return { refreshedColumns: 0 }
    const mark = ({ db }: WriteContext): void => {
      writeSetting(db, dayKey, context.today)
      noteRenewed(db)
    }
    return { refreshedColumns: await refreshOnly(context, 'base.turnDay', { scope: 'day', lastDay }, mark) }
  }

  const onChanged = (listener: (event: ChangedEvent) => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  const runNamed = (name: OperationName, input: unknown, call: CallOptions = {}): Promise<Result<unknown, AppError>> => {
    waiting += 1
    const run = queue.then(() => {
      waiting -= 1
      return attempt(path, () => answer(name, input, call))
    })
    queue = run
    return run
  }

  if (ranksDue.size > 0) enqueueRanking(0)
  if (mode === 'write') enqueueRebuild()

  function run<Name extends OperationName>(
    name: Name,
    input: OperationInput<Name>,
    call?: CallOptions,
  ): Promise<Result<OperationOutput<Name>, AppError>>
  // Handlers are typed by the same contract that ties a name to its output.
  function run(name: OperationName, input: unknown, call?: CallOptions): Promise<Result<unknown, AppError>> {
    return runNamed(name, input, call)
  }

  return {
    path,
    readOnly: mode !== 'write',
    runNamed,
    run,
    onChanged,
    noteChanged: (event) => {
      noteChange(versions, event)
      counts.note(event.tables)
      if (!event.schema) return
      schema = loadSchema(connection.db)
      actorId = readSetting(connection.db, actorKey, z.number().nullable())
    },
    close: async () => {
      clearTimeout(rankTimer)
      isClosing = true
      if (ranksDue.size > 0) enqueueRanking(0)
      // A rank that was due may enqueue itself while we wait.
      for (let last: unknown = null; last !== queue;) {
        last = queue
        await queue
      }
      clearTimeout(rankTimer)
      if (mode === 'write') dropNewlyUnused(connection)
      store.close()
    },
  }
}

/** Schemes that stood still for want of a column, and work again; what their cells hold meanwhile only the log can bring back. */
function backAtWork({ classColumns }: Classify, before: Schema, after: Schema): Scheme[] {
  const worked = new Set(classColumns(before).map(({ schemeId }) => schemeId))
  return classColumns(after).flatMap(({ schemeId }) => {
    const scheme = after.schemes.get(schemeId)
    return scheme === undefined || worked.has(schemeId) || before.schemes.get(schemeId)?.enabled !== true ? [] : [scheme]
  })
}

/** A base that cannot be tidied up closes all the same: the next closing tries again. */
function dropNewlyUnused({ db, exec }: Connection): void {
  try {
    exec('BEGIN IMMEDIATE')
    dropUnused(db, 'new')
    exec('COMMIT')
  } catch {
    // Closing rolls back what was begun.
  }
}

/** What brings about the moves of a write. */
function causeOf({ kind, operation, source }: Entry, scope: RefreshOptions['scope'] | undefined): MoveCause {
  if (kind !== 'do') return 'undo'
  if (scope === 'day') return 'day'
  if (operation.startsWith('schemes.')) return source === 'rule' ? 'ranks' : 'scheme'
  return source === 'import' || source === 'template' ? 'import' : 'edit'
}

/** So many calls go before a portion of an index; then it has its turn, or endless calls would keep it off. */
const mostGivenWay = 10

const actorKey = 'actor'
const dayKey = 'day'
const ranksDueKey = 'ranksDue'

async function attempt(path: string, work: () => Promise<unknown>): Promise<Result<unknown, AppError>> {
  try {
    return ok(await work())
  } catch (error) {
    return fail(errorOf(asFailure(error, path)))
  }
}

function parseInput(name: OperationName, input: unknown): unknown {
  const parsed = engineOperations[name].input.safeParse(input)
  if (!parsed.success) throw new Failure(withDetails(appError('input.invalid'), parsed.error.message))
  return parsed.data
}

type AnyHandler = (context: ReadContext | WriteContext, input: unknown) => unknown
const isHandler = (value: unknown): value is AnyHandler => typeof value === 'function'
