import type { Answer } from '#shared/contract/answer.ts'
import type { OperationName } from '#shared/contract/engine.ts'
import type { ChangedEvent } from '#shared/contract/events.ts'
import { appError, withDetails } from '#shared/i18n/appError.ts'
import type { Progress } from './ports.ts'
import type { FromThread, OpenRequest, ToThread } from './protocol.ts'
import type { NewWorker } from './workers.ts'

export type Run = {
  name: OperationName
  input: unknown
  stopFlag: SharedArrayBuffer
  onProgress: ((progress: Progress) => void) | undefined
}

/** What a call answers whose thread was given up before it answered. */
export const givenUp = Symbol('given up')

/** An engine in a thread of its own. Calls never reject: a thread that dies answers its calls with an error. */
export type EngineThread = {
  open(request: OpenRequest): Promise<Answer<null>>
  run(run: Run): Promise<Answer<never> | typeof givenUp>
  noteChanged(event: ChangedEvent): void
  /** The call it works at; those behind it wait. */
  running(): Run | null
  /** Ends it in the midst of its work; what SQLite is at it finishes first. Resolves when its files are closed. */
  giveUp(): Promise<void>
  close(): Promise<void>
}

export type ThreadEvents = {
  onChanged: (event: ChangedEvent) => void
  /** The thread ended without being asked to. */ onCrash: () => void
}

/** Starts a thread, or takes one that waits. */
export function startThread(newWorker: NewWorker, events: ThreadEvents): EngineThread {
  const worker = newWorker()
  const pending = new Map<number, { run: Run; answer: (answer: Answer<never> | typeof givenUp) => void }>()
  let nextId = 1
  let opening: ((answer: Answer<null>) => void) | null = null
  /** Once the thread is dead: what every call of it answers. */
  let lastWord: Answer<never> | null = null
  let isAsked = false
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  const say = (message: ToThread) => worker.postMessage(message)

  worker.on('message', (message: FromThread<never>) => {
    switch (message.kind) {
      case 'opened':
        opening?.(message.answer)
        opening = null
        return
      case 'answer':
        settle(message.id, message.answer)
        return
      case 'progress':
        pending.get(message.id)?.run.onProgress?.(message.progress)
        return
      case 'changed':
        events.onChanged(message.event)
        return
    }
  })
  worker.on('error', die)
  worker.on('messageerror', (cause) => {
    die(cause)
    void worker.terminate()
  })
  worker.on('exit', (code) => {
    die(new Error(`The engine's thread ended with code ${code}.`))
    // Only now are its files closed and its lock free for the thread that takes over.
    if (!isAsked) events.onCrash()
  })

  function settle(id: number, answer: Answer<never> | typeof givenUp): void {
    pending.get(id)?.answer(answer)
    pending.delete(id)
  }

  function die(cause: unknown): void {
    if (lastWord !== null) return
    lastWord = { ok: false, error: withDetails(appError('internal'), cause) }
    opening?.(lastWord)
    for (const id of pending.keys()) settle(id, lastWord)
  }

  return {
    open: (request) =>
      new Promise((resolve) => {
        if (lastWord !== null) return resolve(lastWord)
        opening = resolve
        say({ kind: 'open', ...request })
      }),
    run: (run) =>
      new Promise((resolve) => {
        if (isAsked) return resolve({ ok: false, error: appError('base.none') })
        if (lastWord !== null) return resolve(lastWord)
        const id = nextId++
        const { onProgress, ...asked } = run
        pending.set(id, { run, answer: resolve })
        say({ kind: 'run', id, ...asked, progress: onProgress !== undefined })
      }),
    running: () => {
      const [first] = pending.values()
      return first?.run ?? null
    },
    giveUp: async () => {
      isAsked = true
      for (const id of pending.keys()) settle(id, givenUp)
      await worker.terminate()
      await ended
    },
    noteChanged: (event) => {
      if (lastWord === null && !isAsked) say({ kind: 'changed', event })
    },
    close: async () => {
      if (lastWord === null && !isAsked) say({ kind: 'close' })
      isAsked = true
      await ended
    },
  }
}
