import { Worker } from 'node:worker_threads'

/** Gives a thread that runs the entry `host/worker.ts`, as a file or as built. */
export type NewWorker = () => Worker

/**
 * Threads from the entry, the first few of them started ahead: they load the engine while the window is still
 * on its way, so that a base opened at the start of the program does not wait for that.
 */
export function workersOf(entry: URL, ahead = 0): NewWorker {
  const idle = new Set<Worker>()
  for (let count = 0; count < ahead; count++) {
    const worker = new Worker(entry)
    worker.unref()
    idle.add(worker)
    worker.once('exit', () => idle.delete(worker))
    // Without a listener an error would end the program; the thread is gone then, and the next is a new one.
    worker.once('error', () => idle.delete(worker))
  }
  return () => {
    const [ready] = idle
    if (ready === undefined) return new Worker(entry)
    idle.delete(ready)
    ready.removeAllListeners()
    ready.ref()
    return ready
  }
}
