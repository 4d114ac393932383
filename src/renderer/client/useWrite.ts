import { useMutation } from '@tanstack/react-query'
import type { AppError } from '#shared/contract/error.ts'
import { call } from './call.ts'
import { isCancelled, type ClientError } from './clientError.ts'
import type { Input, OperationName, Output } from './operations.ts'

export type Write<Name extends OperationName> = {
  /** Runs it; null when it failed, and `error` says why. */
  run: (input: Input<Name>) => Promise<Output<Name> | null>
  pending: boolean
  /** Of the last run; stands beside what it is about. */
  error: AppError | null
  reset: () => void
}

/** A write with its state: `const rename = useWrite('views.update')`, then `await rename.run({ … })`. */
export function useWrite<Name extends OperationName>(name: Name): Write<Name> {
  const mutation = useMutation<Output<Name>, ClientError, Input<Name>>({ mutationFn: (input) => call(name, input) })
  const { mutateAsync } = mutation
  return {
    run: async (input) => {
      try {
        return await mutateAsync(input)
      } catch {
        return null
      }
    },
    pending: mutation.isPending,
    error: mutation.error === null || isCancelled(mutation.error) ? null : mutation.error.error,
    reset: mutation.reset,
  }
}
