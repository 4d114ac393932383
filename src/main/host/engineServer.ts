import { errorOf } from '#shared/i18n/errorOf.ts'
import type { MessagePort } from 'node:worker_threads'
import type { AppError } from '#shared/contract/error.ts'
import { appError } from '#shared/i18n/appError.ts'
import type { Engines, Progress, ServedEngine } from './ports.ts'
import type { FromThread, OpenRequest, ToThread } from './protocol.ts'
import { readerOf } from './stopFlag.ts'

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

  async function run({ id, name, input, stopFlag, progress }: ToThread & { kind: 'run' }): Promise<void> {
    const cancelled = readerOf(stopFlag)
    const refuse = (error: AppError) => say({ kind: 'answer', id, answer: { ok: false, error } })
    if (engine === null) return refuse(appError('base.none'))
    if (cancelled()) return refuse(appError('cancelled'))
    const onProgress = progress ? sparingly((latest) => say({ kind: 'progress', id, progress: latest })) : () => {}
    try {
      const result = await engine.runNamed(name, input, { source: 'window', onProgress, cancelled })
      if (!result.ok) return refuse(result.failure)
      say({ kind: 'answer', id, answer: { ok: true, value: result.value } })
    } catch (error) {
      refuse(errorOf(error))
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
