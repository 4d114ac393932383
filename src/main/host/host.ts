import type { Answer } from '#shared/contract/answer.ts'
import type { BaseDescription } from '#shared/contract/base.ts'
import type { OperationName } from '#shared/contract/engine.ts'
import type { ChangedEvent } from '#shared/contract/events.ts'
import { localDay } from '#shared/lib/days.ts'
import type { Host, RunOptions } from './ports.ts'
import { seat, type Seat, type SeatEvents } from './seat.ts'
import { longWrites, mayBeCutOff, stationOf, type Station } from './station.ts'
import { newStopFlag, raise } from './stopFlag.ts'
import type { NewWorker } from './workers.ts'

export type HostOptions = {
  readOnly: boolean
  /** Makes an empty base first; refuses to replace a file. */ create?: boolean
  newWorker: NewWorker
  now?: () => Date
}

/** Opens a base in threads of its own. The error is the engine's: the base is in use, damaged, newer … */
export async function openHost(path: string, { readOnly, create = false, newWorker, now = () => new Date() }: HostOptions): Promise<Answer<Host>> {
  const listeners = new Set<(event: ChangedEvent) => void>()
  const calls = new Map<SharedArrayBuffer, { callId: string | undefined; name: OperationName }>()
  let day = ''

  // All threads start at once, but the writer opens the base first: it takes the lock, recovers and migrates.
  const writer = readOnly
    ? null
    : seat(newWorker, { path, mode: 'write', create }, { onChanged: announce, onReplaced: () => void announceEverything() })
  const reader = () => seat(newWorker, { path, mode: readOnly ? 'readOnly' : 'reader', create: false }, silent, writer?.opened())
  const readers = { pages: reader(), long: reader() }
  // A reader that was kept from opening by the writer gives the writer's error.
  const opened = await readers.pages.opened()
  if (!opened.ok) {
    await close()
    return opened
  }

  function announce(event: ChangedEvent): void {
    for (const one of Object.values(readers)) one.noteChanged(event)
    for (const listener of listeners) listener(event)
  }

  /** The writer died, perhaps between a commit and its event: whoever listens should read again. */
  async function announceEverything(): Promise<void> {
    const described: Answer<BaseDescription> = await run('base.describe', {})
    if (!described.ok) return
    const { tables, rowCounts, history } = described.value
    const touched = tables.map(({ id }) => ({ tableId: id, columnIds: [], rowIds: null, rowsChanged: true, rowCount: rowCounts[id] ?? 0 }))
    announce({ tables: touched, schema: true, history })
  }

  function at(station: Station): Seat {
    if (station !== 'writer') return readers[station]
    // A base opened read-only has no writer; the engine itself refuses the write.
    return writer ?? readers.pages
  }

  async function run(name: OperationName, input: unknown, { callId, onProgress }: RunOptions = {}): Promise<Answer<never>> {
    const stopFlag = newStopFlag()
    calls.set(stopFlag, { callId, name })
    try {
      return await at(stationOf(name)).run({ name, input, stopFlag, onProgress })
    } finally {
      calls.delete(stopFlag)
    }
  }

  /** Long work looks now and then whether it is still wanted; what does not look soon is cut off, where nothing can be left half done. */
  function stop(flag: SharedArrayBuffer, name: OperationName): void {
    raise(flag)
    if (mayBeCutOff(name)) setTimeout(() => readers.long.giveUp(flag), patienceMs).unref()
  }

  async function turnDay(): Promise<void> {
    const today = localDay(now())
    if (writer === null || today === day) return
    const answer = await run('base.turnDay', {})
    if (answer.ok) day = today
    // Reading beside the work that begins now.
    if (answer.ok) await run('snapshots.daily', {})
  }

  async function close(): Promise<void> {
    for (const [flag, { name }] of calls) if (stationOf(name) !== 'writer' || longWrites.has(name)) stop(flag, name)
    await Promise.all([readers.pages.close(), readers.long.close()])
    // Last of all, so that its closing finds no reader and folds the write-ahead log into the file.
    await writer?.close()
  }

  return {
    ok: true,
    value: {
      path,
      readOnly,
      run,
      runNamed: run,
      isImporting: () => [...calls.values()].some(({ name }) => longWrites.has(name)),
      cancel: (callId) => {
        for (const [flag, running] of calls) if (running.callId === callId) stop(flag, running.name)
      },
      onChanged: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      turnDay,
      close,
    },
  }
}

/** How long a read that was asked to stop may go on. */
const patienceMs = 300

/** Readers change nothing, and nobody needs to know when one of them is replaced. */
const silent: SeatEvents = { onChanged: () => {}, onReplaced: () => {} }
