import type { AppError } from '#shared/contract/error.ts'
import type { ProgressEvent } from '#shared/contract/events.ts'
import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from './call.ts'
import { errorOf } from './clientError.ts'
import type { Input, OperationName, Output } from './operations.ts'

export type LongCall<Name extends OperationName> = {
  /** Runs it; null when it failed or was cancelled. */
  run: (input: Input<Name>) => Promise<Output<Name> | null>
  cancel: () => void
  running: boolean
  progress: ProgressEvent | null
  /** Why the last run failed; null when it was cancelled. */
  error: AppError | null
}

/** Long work that is seen and can be stopped: progress with counts, and a cancel that leaves nothing half done. */
export function useLongCall<Name extends OperationName>(name: Name): LongCall<Name> {
  const [running, setRunning] = useState(false)
  const [progress, setProgress] = useState<ProgressEvent | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const controller = useRef<AbortController | null>(null)

  useEffect(() => () => controller.current?.abort(), [])

  const run = useCallback(
    async (input: Input<Name>) => {
      const own = new AbortController()
      controller.current = own
      setRunning(true)
      setProgress(null)
      setError(null)
      try {
        return await call(name, input, { signal: own.signal, onProgress: setProgress })
      } catch (thrown) {
        const failure = errorOf(thrown)
        if (failure.code !== 'cancelled') setError(failure)
        return null
      } finally {
        setRunning(false)
      }
    },
    [name],
  )

  const cancel = useCallback(() => controller.current?.abort(), [])
  return { run, cancel, running, progress, error }
}
