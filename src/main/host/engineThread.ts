import { Worker } from 'node:worker_threads'
import type { Answer } from '#shared/contract/answer.ts'
import type { OperationName } from '#shared/contract/engine.ts'
import type { ChangedEvent } from '#shared/contract/events.ts'
import { appError, withDetails } from '#shared/i18n/appError.ts'
import type { Progress } from './ports.ts'
import type { FromThread, OpenRequest, ToThread } from './protocol.ts'

export type Run = {
  name: OperationName
  input: unknown
  stopFlag: SharedArrayBuffer
  onProgress: ((progress: Progress) => void) | undefined
}

/** An engine in a thread of its own. Calls never reject: a thread that dies answers its calls with an error. */
export type EngineThread = {
  open(request: OpenRequest): Promise<Answer<null>>
  run(run: Run): Promise<Answer<never>>
  noteChanged(event: ChangedEvent): void
  close(): Promise<void>
}

export type ThreadEvents = {
  onChanged: (event: ChangedEvent) => void
  /** The thread ended without being asked to. */ onCrash: (cause: unknown) => void
}

/** Starts a thread from the entry `host/worker.ts`, as a file or as built. */
export function startThread(entry: URL, events: ThreadEvents): EngineThread {
  const worker = new Worker(entry)
  const pending = new Map<number, { answer: (answer: Answer<never>) => void; onProgress: ((progress: Progress) => void) | undefined }>()
  let nextId = 1
  let opening: ((answer: Answer<null>) => void) | null = null
  let state: 'alive' | 'closing' | 'dead' = 'alive'
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
        pending.get(message.id)?.onProgress?.(message.progress)
        return
      case 'changed':
        events.onChanged(message.event)
        return
    }
  })
  worker.on('error', crash)
  worker.on('messageerror', crash)
  worker.on('exit', (code) => crash(new Error(`The engine's thread ended with code ${code}.`)))

  function settle(id: number, answer: Answer<never>): void {
    pending.get(id)?.answer(answer)
    pending.delete(id)
  }

  function crash(cause: unknown): void {
    if (state === 'dead') return
    const unexpected = state === 'alive'
    state = 'dead'
    const answer: Answer<never> = { ok: false, error: withDetails(appError('internal'), cause) }
    opening?.(answer)
    for (const id of pending.keys()) settle(id, answer)
    if (unexpected) events.onCrash(cause)
  }

  return {
    open: (request) =>
      new Promise((resolve) => {
        opening = resolve
        say({ kind: 'open', ...request })
      }),
    run: ({ onProgress, ...run }) =>
      new Promise((resolve) => {
        if (state !== 'alive') return resolve({ ok: false, error: appError('base.none') })
        const id = nextId++
        pending.set(id, { answer: resolve, onProgress })
        say({ kind: 'run', id, ...run, progress: onProgress !== undefined })
      }),
    noteChanged: (event) => {
      if (state === 'alive') say({ kind: 'changed', event })
    },
    close: async () => {
      if (state === 'alive') {
        state = 'closing'
        say({ kind: 'close' })
      }
      await ended
    },
  }
}
