import type { Answer } from '#shared/contract/answer.ts'
import { appError } from '#shared/i18n/appError.ts'
import { givenUp, startThread, type EngineThread, type Run, type ThreadEvents } from './engineThread.ts'
import type { OpenRequest } from './protocol.ts'
import { condemn, readerOf } from './stopFlag.ts'
import type { NewWorker } from './workers.ts'

/** A place at which a thread works: when the thread dies, another takes the place. */
export type Seat = {
  /** Whether the base could be opened by the thread now there. */
  opened(): Promise<Answer<null>>
  run(run: Run): Promise<Answer<never>>
  noteChanged: EngineThread['noteChanged']
  /**
   * Gives up the thread if this call still keeps it busy; another takes its place, and the calls behind go over to it. A
   * statement of SQLite cannot be interrupted: the thread finishes it unheard, and ends.
   */
  giveUp(stopFlag: SharedArrayBuffer): void
  close(): Promise<void>
}

export type SeatEvents = { onChanged: ThreadEvents['onChanged']; /** A new thread has taken over. */ onReplaced: () => void }

/** Starts the thread at once and has it open the base `after` something went well: a reader waits for the writer. */
export function seat(newWorker: NewWorker, request: OpenRequest, events: SeatEvents, after: Promise<Answer<null>> = fine): Seat {
  let closed = false
  let isMade = false
  const ending = new Set<Promise<void>>()
  let sitting: { thread: EngineThread; opened: Promise<Answer<null>> } | null = sit()

  function sit() {
    let isOpen = false
    const onCrash = () => {
      // A base that kills the thread at opening would do so forever: then only the next call tries again.
      sitting = closed || !isOpen ? null : sit()
      if (sitting !== null) events.onReplaced()
    }
    const thread = startThread(newWorker, { onChanged: events.onChanged, onCrash })
    const open = () => thread.open({ ...request, create: request.create && !isMade })
    const opened = after
      .then((before) => (before.ok ? open() : before))
      .then((answer) => {
        isOpen = answer.ok
        isMade ||= answer.ok
        return answer
      })
    return { thread, opened }
  }

  async function occupied(): Promise<{ thread: EngineThread; answer: Answer<null> }> {
    sitting ??= sit()
    const here = sitting
    const answer = await here.opened
    // What kept the base from opening may have passed by the next call: the lock of the thread before, for one.
    if (!answer.ok && !closed && sitting === here) {
      sitting = null
      await here.thread.close()
    }
    return { thread: here.thread, answer }
  }

  function giveUp(stopFlag: SharedArrayBuffer): void {
    if (sitting?.thread.running()?.stopFlag !== stopFlag) return
    // More than these at once would take from the threads at work what was to be saved.
    if (ending.size >= mostEnding) return void Promise.race(ending).then(() => giveUp(stopFlag))
    // Its answer may be on the way, and the thread at the next call, perhaps at a file.
    if (!condemn(stopFlag)) return
    const end = sitting.thread.giveUp().finally(() => ending.delete(end))
    ending.add(end)
    if (!closed) sitting = sit()
  }

  return {
    opened: async () => (await occupied()).answer,
    run: async (run) => {
      if (closed) return { ok: false, error: appError('base.none') }
      for (;;) {
        const { thread, answer } = await occupied()
        // Closed while it waited for its thread, it began nothing.
        if (closed) return { ok: false, error: appError('cancelled') }
        if (!answer.ok) return answer
        const given = await thread.run(run)
        if (given !== givenUp) return given
        if (closed || readerOf(run.stopFlag)()) return { ok: false, error: appError('cancelled') }
      }
    },
    noteChanged: (event) => sitting?.thread.noteChanged(event),
    giveUp,
    close: async () => {
      closed = true
      await sitting?.thread.close()
      await Promise.all(ending)
    },
  }
}

/** Threads that were given up and have not ended. */
const mostEnding = 2

const fine: Promise<Answer<null>> = Promise.resolve({ ok: true, value: null })
