import type { ProgressEvent } from '#shared/contract/events.ts'
import { create } from 'zustand'
import { call } from '../client/call.ts'
import type { Input, OperationName, Output } from '../client/operations.ts'

/** A write under way that may take long. */
export type LongWork = {
  readonly id: number
  /** What is being done, in the window's language already. */
  readonly label: string
  readonly progress: ProgressEvent | null
  /** Asked to stop; it does at the end of what it is at. */
  readonly isStopping: boolean
  readonly cancel: () => void
}

/** The write under way: the open dialog shows it, or the foot bar where there is none. */
export const useLongWork = create<{ work: LongWork | null }>(() => ({ work: null }))

/**
 * Runs a write that is seen as soon as it takes longer than a moment, and can be stopped; stopped, it throws
 * `cancelled` and the base is as it was.
 */
export async function runLong<Name extends OperationName>(name: Name, input: Input<Name>, label: string): Promise<Output<Name>> {
  const controller = new AbortController()
  const id = ++count
  const change = (changed: Partial<LongWork>) => useLongWork.setState(({ work }) => (work?.id === id ? { work: { ...work, ...changed } } : { work }))
  const cancel = () => {
    change({ isStopping: true })
    controller.abort()
  }
  useLongWork.setState({ work: { id, label, progress: null, isStopping: false, cancel } })
  try {
    return await call(name, input, { signal: controller.signal, onProgress: (progress) => change({ progress }) })
  } finally {
    useLongWork.setState(({ work }) => ({ work: work?.id === id ? null : work }))
  }
}

let count = 0
