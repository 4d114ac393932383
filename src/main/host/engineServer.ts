import { errorOf } from '#shared/i18n/errorOf.ts'
import type { MessagePort } from 'node:worker_threads'
import type { Answer } from '#shared/contract/answer.ts'
import { appError } from '#shared/i18n/appError.ts'
import type { Engines, Progress, ServedEngine } from './ports.ts'
import type { FromThread, OpenRequest, ToThread } from './protocol.ts'
import { finish, readerOf } from './stopFlag.ts'

/** Serves one engine to the other end of the port: one request after the other, in the order they came. */
export function serveEngine(port: MessagePort, engines: Engines): void {
  let engine: ServedEngine | null = null
  let queue: Promise<void> = Promise.resolve()
  const say = (message: FromThread<unknown>) => port.postMessage(message)

  port.on('message', (message: ToThread) => {
    queue = queue.then(() => answer(message))
  })

  async function answer(message: ToThread): Promise<void> {
    switch (message.kind) {
      case 'open':
        return open(message)
      case 'run':
        return run(message)
      case 'changed':
        return engine?.noteChanged(message.event)
      case 'close':
        return close()
    }
  }

  function open({ path, mode, create }: OpenRequest): void {
    try {
      if (create) engines.createBase(path)
      engine = engines.openEngine(path, { mode })
      engine.onChanged((event) => say({ kind: 'changed', event }))
      say({ kind: 'opened', answer: { ok: true, value: null } })
    } catch (error) {
      say({ kind: 'opened', answer: { ok: false, error: errorOf(error) } })
    }
  }

  async function run(asked: Asked): Promise<void> {
    const answer = await answerTo(asked)
    // Given up meanwhile, the thread is about to end: what it began now would be cut off.
    if (!finish(asked.stopFlag)) return new Promise(() => {})
    try {
      say({ kind: 'answer', id: asked.id, answer })
    } catch (error) {
      // A value that cannot cross to another thread.
      say({ kind: 'answer', id: asked.id, answer: { ok: false, error: errorOf(error) } })
    }
  }

  async function answerTo({ id, name, input, stopFlag, progress }: Asked): Promise<Answer<unknown>> {
    const cancelled = readerOf(stopFlag)
    if (engine === null) return { ok: false, error: appError('base.none') }
    if (cancelled()) return { ok: false, error: appError('cancelled') }
    const onProgress = progress ? sparingly((latest) => say({ kind: 'progress', id, progress: latest })) : () => {}
    try {
      const result = await engine.runNamed(name, input, { source: 'window', onProgress, cancelled })
      return result.ok ? { ok: true, value: result.value } : { ok: false, error: result.failure }
    } catch (error) {
      return { ok: false, error: errorOf(error) }
    }
  }

  async function close(): Promise<void> {
    try {
      await engine?.close()
    } finally {
      engine = null
      port.close()
    }
  }
}

type Asked = ToThread & { kind: 'run' }

/** Passes on a new phase at once, and the counts within one at most twenty times a second. */
function sparingly(pass: (progress: Progress) => void): (progress: Progress) => void {
  let phase: Progress['phase'] | null = null
  let last = 0
  return (progress) => {
    const now = performance.now()
    if (progress.phase === phase && progress.done !== progress.total && now - last < 50) return
    phase = progress.phase
    last = now
    pass(progress)
  }
}
